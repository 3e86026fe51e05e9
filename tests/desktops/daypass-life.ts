/** A person with Daypass and a keyring on a screen: what they do, in words, and what they and a test can see of it. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { secretService } from '../../electron/adapters/keychain/linux/secret-service.ts';
import { secretServiceKeys } from '../../electron/adapters/keychain/linux/secret-service-keys.ts';
import { Desktop } from '../desktop/desktop.ts';
import { Person } from '../world/person.ts';
import { PrivateKeyring } from '../world/private-keyring.ts';
import { RunningApp } from '../world/running-app.ts';
import type { DesktopKeyring } from './desktop-keyrings.ts';
import type { Screen } from './screen.ts';

/** Windows that stand there anyway. */
const OWN = /^Daypass|secrets\.kdbx/;

export class DaypassLife {
  readonly keyring: DesktopKeyring;
  readonly screen: Screen;
  /** Its program on its bus. */
  readonly store: PrivateKeyring;
  readonly person: Person;
  readonly #desktop: Desktop;
  readonly #folder: string;
  #app: RunningApp | null = null;

  private constructor(
    parts: Pick<DaypassLife, 'keyring' | 'screen' | 'store' | 'person'>,
    desktop: Desktop,
    folder: string,
  ) {
    this.keyring = parts.keyring;
    this.screen = parts.screen;
    this.store = parts.store;
    this.person = parts.person;
    this.#desktop = desktop;
    this.#folder = folder;
  }

  /** On a bus of its own, without a keyring yet. */
  static async begin(keyring: DesktopKeyring, screen: Screen): Promise<DaypassLife> {
    const store = await PrivateKeyring.of((bus) => keyring.program(bus, screen.display));
    Object.assign(process.env, {
      DISPLAY: screen.display,
      DBUS_SESSION_BUS_ADDRESS: store.address,
      XDG_RUNTIME_DIR: store.env.XDG_RUNTIME_DIR,
    });
    const folder = mkdtempSync(join(tmpdir(), 'daypass-life-'));
    const person = await Person.at(folder);
    const desktop = await Desktop.start({ address: store.address });
    return new DaypassLife({ keyring, screen, store, person }, desktop, folder);
  }

  async end(): Promise<void> {
    await this.quit();
    this.#desktop.stop();
    await this.person.leave();
    await this.store.stop();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Starts Daypass and opens its popover. */
  async start(): Promise<Page> {
    this.#app = await RunningApp.start(this.person);
    await this.#desktop.icon();
    await until(async () => (await this.#desktop.tooltip().catch(() => '')) !== '', 20_000);
    await this.#desktop.click();
    const page = await this.#app.page();
    page.setDefaultTimeout(15_000);
    await page.waitForLoadState();
    return page;
  }

  async quit(): Promise<void> {
    await this.#app?.quit();
    this.#app = null;
  }

  /** The popover, opened again where a window of the keyring has closed it. */
  async page(): Promise<Page> {
    const visible = await this.#app?.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some((window) => window.isVisible()),
    );
    if (!visible) await this.#desktop.click();
    await pause(300);
    return (await this.#app?.page()) as Page;
  }

  async restartKeyring(password: string | null): Promise<void> {
    await this.store.end();
    await this.store.start(password);
  }

  /** Sets up the profile, signs in, and gives the long-term key away. */
  async settleIn(): Promise<void> {
    await this.setUp();
    await until(async () => this.sealed('sessions').length === 1, 30_000);
    const page = await this.openKey();
    await page.getByRole('button', { name: 'Keep this key in the keychain instead' }).click();
    await page.getByText('in the keychain, and still in the file').waitFor({ timeout: 30_000 });
  }

  async setUp(): Promise<void> {
    const page = await this.start();
    await page.getByRole('radio', { name: /^work/ }).check();
    await page.getByRole('group', { name: 'MFA device' }).getByRole('radio').first().waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await this.signIn();
  }

  async signIn(): Promise<void> {
    const page = await this.page();
    await page.getByRole('textbox', { name: 'MFA code' }).pressSequentially(await this.person.aws.freshCode());
    await page.getByText('Expires in').waitFor();
  }

  async openKey(): Promise<Page> {
    const page = await this.page();
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Access key' }).click();
    return page;
  }

  /** From the check-up, which offers it while the keyring is shut. */
  async clickUnlock(): Promise<void> {
    const page = await this.page();
    await page.getByRole('link', { name: 'Doctor' }).click();
    await page.getByRole('button', { name: 'Unlock the keyring' }).click();
  }

  /** The title of the window in which the keyring asks; null where none comes. */
  async asked(limitMs = 15_000): Promise<string | null> {
    const found = await until(async () => this.screen.titles().some((title) => !OWN.test(title)), limitMs);
    if (!found) return null;
    await pause(1_500);
    return this.screen.titles().findLast((title) => !OWN.test(title)) ?? null;
  }

  /** Answers every window that the keyring shows, and says how many there were. */
  async answer(allow: boolean, firstMs = 15_000): Promise<number> {
    for (let count = 0; ; count++) {
      const title = await this.asked(count === 0 ? firstMs : 3_000);
      if (title === null || count === 9) return count;
      this.keyring.answer(this.screen, title, allow);
      await until(async () => !this.screen.titles().includes(title), 3_000);
    }
  }

  /** As another program that needs a secret has it opened. */
  async openForAnother(): Promise<void> {
    const keys = secretServiceKeys(this.store.address);
    const opened = keys.unlock();
    await this.answer(true);
    await opened.finally(() => keys.close());
  }

  /** The users whose passwords for CodeCommit are stored in the keyring. */
  async storedUsers(): Promise<readonly string[]> {
    const { entries } = await secretService(this.store.address).list();
    return entries.map(({ user }) => user ?? '').toSorted();
  }

  /** What lies sealed there, but for the proof. */
  sealed(kind: 'sessions' | 'secrets'): readonly string[] {
    const folder = join(this.person.home, '.daypass', kind);
    const names = existsSync(folder) ? readdirSync(folder) : [];
    return names.filter((name) => name.endsWith('.sealed') && name !== 'proof.sealed').toSorted();
  }

  keyInFile(): boolean {
    return this.person.readCredentials().includes(this.person.aws.user.secretAccessKey);
  }

  /** Whether the session of the profile is where the AWS tools read it. */
  sessionThere(): boolean {
    return this.person.readCredentials().includes('[work-mfa]');
  }

  /** How long `daypass status` takes, in milliseconds, the slowest of three. */
  async statusMs(): Promise<number> {
    const took: number[] = [];
    for (let n = 0; n < 3; n++) {
      const since = performance.now();
      const { stdout, stderr } = await this.person.daypass(['status']);
      if (/not running/.test(stdout + stderr)) return Number.POSITIVE_INFINITY;
      took.push(performance.now() - since);
    }
    return Math.round(Math.max(...took));
  }
}

/** Whether it has come true within the time. */
export async function until(is: () => Promise<boolean>, limitMs: number): Promise<boolean> {
  for (const since = performance.now(); performance.now() - since < limitMs; await pause(100))
    if (await is()) return true;
  return is();
}
