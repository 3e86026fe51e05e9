/** The whole page on a fake Daypass, and the hands and eyes of a person on it. */
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { unstable_IdlePriority as IDLE, unstable_scheduleCallback as schedule } from 'scheduler';
import { afterEach } from 'vitest';
import { messagesIn } from '../../electron/core/i18n/messages.ts';
import type { Language } from '../../electron/core/i18n/words.ts';
import { App } from '../../renderer/App.tsx';
// So that the page does not wait when it loads it.
import '../../renderer/screens/OtherScreen.tsx';
import { FakeDaypass } from '../fakes/daypass-api.ts';
import type { Part } from '../world/go-to.ts';

afterEach(cleanup);

/** jsdom lays nothing out. */
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

export async function show(world?: ConstructorParameters<typeof FakeDaypass>[0]) {
  const daypass = new FakeDaypass(world);
  const user = patient(userEvent.setup());
  const { container } = await act(async () => render(<App api={daypass.api} />));
  // The texts of its language come by themselves, when they are loaded.
  while (!container.querySelector('main:not([aria-busy])')) await act(drawn);
  await followed();
  return { daypass, user };
}

/** The way that a person takes to a part of the page, from wherever they are in it. */
export async function goTo(user: UserEvent, part: Part, language: Language = 'en'): Promise<void> {
  const { doctor, settings, setup } = messagesIn(language);
  for (;;) {
    const back = screen.queryByRole('button', { name: setup.back });
    if (!back) break;
    await user.click(back);
  }
  if (part === 'doctor') await user.click(screen.getByRole('button', { name: new RegExp(`^${doctor.title}`) }));
  if (part === 'settings') await chooseMore(user, settings.title, language);
}

/** All that can be done with a profile is on a page of its own. */
export async function openProfile(user: UserEvent, name = 'work-mfa'): Promise<void> {
  await goTo(user, 'settings');
  await user.click(screen.getByRole('button', { name }));
}

/** What is wanted now and then stands in a menu. */
export async function chooseMore(user: UserEvent, item: string, language: Language = 'en'): Promise<void> {
  await user.click(screen.getByRole('button', { name: messagesIn(language).menu.more }));
  await user.click(screen.getByRole('menuitem', { name: item }));
}

/** Resolves when React has nothing left to do: on a busy machine it draws in several turns. */
const drawn = (): Promise<void> => new Promise((resolve) => void schedule(IDLE, () => resolve()));

/** An answer that is asked for and draws nothing yet takes a turn in which the page stands still. */
const STILL_TURNS = 4;

/** Resolves when the page has followed: one answer may lead to the next question, which is drawn in a turn of its own. */
async function followed(): Promise<void> {
  let before = '';
  for (let still = 0; still < STILL_TURNS; ) {
    await drawn();
    // What was begun in the turn goes on after it.
    await new Promise((resolve) => setImmediate(resolve));
    const now = document.body.innerHTML;
    still = now === before ? still + 1 : 0;
    before = now;
  }
}

/** Hands that wait after each of their movements until the page has followed. */
function patient(user: UserEvent): UserEvent {
  return new Proxy(user, {
    get(of, name: keyof UserEvent) {
      const move = of[name] as (...given: unknown[]) => unknown;
      if (typeof move !== 'function' || name === 'setup') return move;
      return async (...given: unknown[]) => {
        const done = await move(...given);
        await followed();
        return done;
      };
    },
  });
}
