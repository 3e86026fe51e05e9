// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { failure, type Result } from '../../electron/core/base/failure.ts';
import { chooseMore, goTo, show } from './show.tsx';

const button = (name: string) => screen.getByRole('button', { name });
const LOCKED = { store: 'Keyring', failure: failure('keychain.locked', { store: 'Keyring' }) };

describe('the button of a failure', () => {
  test('works visibly, keeps the focus, and says that nothing has changed', async () => {
    const { daypass, user } = await show({ staleFailures: [LOCKED] });
    await chooseMore(user, 'Clear keychain entries');
    let answer: (given: Result<never>) => void = () => {};
    Object.assign(daypass.api, {
      findStale: () =>
        new Promise<unknown>((resolve) => {
          answer = () => resolve({ ok: true, value: { entries: [], failures: [LOCKED] } });
        }),
    });
    // The page takes it up when it is drawn anew.
    act(() => daypass.change({}));
    await user.click(button('Try again'));
    expect(button('Try again').dataset.busy).toBe('true');
    expect(document.activeElement).toBe(button('Try again'));
    expect(screen.getByText('Keyring is locked.')).toBeTruthy();
    await act(async () => answer({ ok: false, failure: LOCKED.failure }));
    expect(screen.getByText('Tried again: no change.')).toBeTruthy();
    expect(button('Try again').dataset.busy).toBeUndefined();
  });

  test('that meets the same failure again says so once', async () => {
    const { daypass, user } = await show();
    await goTo(user, 'doctor');
    await user.click(button('Try a repository'));
    daypass.refuse('tryIt', 'internal.unexpected', { kind: 'x' });
    await user.click(button('Try'));
    daypass.refuse('tryIt', 'internal.unexpected', { kind: 'x' });
    await user.click(button('Try again'));
    expect(screen.getAllByText(/^Something went wrong inside Daypass/)).toHaveLength(1);
    expect(screen.getByText('Tried again: no change.')).toBeTruthy();
  });

  test('says why it could not do what it promises', async () => {
    const { daypass, user } = await show({ view: { notices: [failure('kept.locked')] } });
    await goTo(user, 'doctor');
    daypass.refuse('unlockKeyring', 'kept.refused', { reason: 'x' });
    await user.click(button('Unlock keyring'));
    expect(screen.getByText(/^The keyring refused: x/)).toBeTruthy();
  });
});

test.each([
  ['file.unreadable', 'error'],
  ['kept.locked', 'warning'],
  ['desktop.no-tray', 'info'],
] as const)('%s is told apart by its picture', async (code, severity) => {
  const { user } = await show({ view: { notices: [failure(code, { path: '/x' })] } });
  await goTo(user, 'doctor');
  const box = document.querySelector<HTMLElement>(`.failure[data-severity="${severity}"]`);
  const others = [...document.querySelectorAll('.failure')].filter((one) => one !== box);
  expect(box?.querySelector('path')?.getAttribute('d')).toBeTruthy();
  expect(others).toEqual([]);
});
