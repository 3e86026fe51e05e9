/** A person with Daypass on a desktop: what they do, in words, and what a test can see of it. */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { Person } from '../world/person.ts';
import { RunningApp } from '../world/running-app.ts';

/** What a desktop puts around every program that is started on it. */
const AROUND = [
  'DISPLAY',
  'XAUTHORITY',
  'WAYLAND_DISPLAY',
  'DBUS_SESSION_BUS_ADDRESS',
  'XDG_RUNTIME_DIR',
  'XDG_SESSION_TYPE',
  'XDG_CURRENT_DESKTOP',
] as const;

/**
 * The release speaks Wayland by itself; the substitute has to be told. Where it looks for a graphics card and finds none,
 * its first window is not drawn.
 */
const NATIVELY = ['--ozone-platform=wayland', '--disable-gpu'];

export type Around = Partial<Record<(typeof AROUND)[number], string | undefined>>;

export abstract class DaypassLife {
  readonly person: Person;
  #app: RunningApp | null = null;

  protected constructor(person: Person) {
    this.person = person;
  }

  /** With a home of their own. */
  protected static async person(around: Around): Promise<Person> {
    for (const name of AROUND) {
      const value = around[name];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    return Person.at(mkdtempSync(join(tmpdir(), 'daypass-life-')));
  }

  /** A click on the icon of Daypass. */
  abstract clickIcon(): Promise<void>;

  /** Resolves when the desktop shows the icon. */
  protected abstract icon(): Promise<void>;

  async end(): Promise<void> {
    await this.quit();
    await this.person.leave();
    await rm(join(this.person.home, '..'), { recursive: true, force: true, maxRetries: 30 });
  }

  async launch(): Promise<RunningApp> {
    const args = process.env.XDG_SESSION_TYPE === 'wayland' ? NATIVELY : [];
    this.#app = await RunningApp.start(this.person, { args });
    return this.#app;
  }

  /** Starts Daypass and opens its popover. */
  async start(): Promise<Page> {
    const app = await this.launch();
    await this.icon();
    await this.clickIcon();
    const page = await app.page();
    page.setDefaultTimeout(15_000);
    await page.waitForLoadState();
    return page;
  }

  async quit(): Promise<void> {
    await this.#app?.quit();
    this.#app = null;
  }

  /** The popover, opened again where another window has closed it. */
  async page(): Promise<Page> {
    if (!(await this.window())?.visible) await this.clickIcon();
    await pause(300);
    return (await this.#app?.page()) as Page;
  }

  /** The one window, as it is now. */
  async window() {
    return this.#app?.electron.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return window
        ? { visible: window.isVisible() && !window.isMinimized(), focused: window.isFocused(), ...window.getBounds() }
        : null;
    });
  }

  async setUp(): Promise<void> {
    const page = await this.page();
    // The first code takes what was found.
    await page.getByText('ada-phone').waitFor();
    await this.signIn();
  }

  async signIn(): Promise<void> {
    const page = await this.page();
    await page.getByRole('textbox', { name: 'MFA code' }).pressSequentially(await this.person.aws.freshCode());
    await page.getByRole('timer').waitFor();
  }

  /** Whether the session of the profile is where the AWS tools read it. */
  sessionThere(): boolean {
    return this.person.readCredentials().includes('[work-mfa]');
  }
}

/** Whether it has come true within the time. */
export async function until(is: () => Promise<boolean>, limitMs: number): Promise<boolean> {
  for (const since = performance.now(); performance.now() - since < limitMs; await pause(100))
    if (await is()) return true;
  return is();
}
