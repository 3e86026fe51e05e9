/** A person with Daypass and a keyring on a screen: what they do about the keyring, and what they and a test can see of it. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { secretService } from '../../electron/adapters/keychain/linux/secret-service.ts';
import { secretServiceKeys } from '../../electron/adapters/keychain/linux/secret-service-keys.ts';
import { Desktop } from '../desktop/desktop.ts';
import { goTo, openProfile } from '../world/go-to.ts';
import { PrivateKeyring } from '../world/private-keyring.ts';
import { DaypassLife, until } from './daypass-life.ts';
import type { DesktopKeyring } from './desktop-keyrings.ts';
import type { Screen } from './screen.ts';

/** Windows that stand there anyway. */
const OWN = /^Daypass|secrets\.kdbx/;

export class KeyringLife extends DaypassLife {
  readonly keyring: DesktopKeyring;
  readonly screen: Screen;
  /** Its program on its bus. */
  readonly store: PrivateKeyring;
  readonly #desktop: Desktop;

  private constructor(parts: Pick<KeyringLife, 'keyring' | 'screen' | 'store' | 'person'>, desktop: Desktop) {
    super(parts.person);
    this.keyring = parts.keyring;
    this.screen = parts.screen;
    this.store = parts.store;
    this.#desktop = desktop;
  }

  /** On a bus of its own, without a keyring yet. */
  static async begin(keyring: DesktopKeyring, screen: Screen): Promise<KeyringLife> {
    const store = await PrivateKeyring.of((bus) => keyring.program(bus, screen.display));
    const person = await DaypassLife.person({
      DISPLAY: screen.display,
      DBUS_SESSION_BUS_ADDRESS: store.address,
      XDG_RUNTIME_DIR: store.env.XDG_RUNTIME_DIR,
    });
    const desktop = await Desktop.start({ address: store.address });
    return new KeyringLife({ keyring, screen, store, person }, desktop);
  }

  override async end(): Promise<void> {
    await super.end();
    this.#desktop.stop();
    await this.store.stop();
  }

  clickIcon(): Promise<void> {
    return this.#desktop.click();
  }

  protected async icon(): Promise<void> {
    await this.#desktop.icon();
    await until(async () => (await this.#desktop.tooltip().catch(() => '')) !== '', 20_000);
  }

  async restartKeyring(password: string | null): Promise<void> {
    await this.store.end();
    await this.store.start(password);
  }

  /** Sets up the profile, signs in, and gives the long-term key away. */
  async settleIn(): Promise<void> {
    await this.start();
    await this.setUp();
    await until(async () => this.sealed('sessions').length === 1, 30_000);
    const page = await this.openKey();
    await page.getByRole('button', { name: 'Move this key to the keychain' }).click();
    await page.getByText('in the keychain and still in the file').waitFor({ timeout: 30_000 });
  }

  async openKey(): Promise<Page> {
    const page = await this.page();
    await openProfile(page);
    await page.getByRole('button', { name: 'Access key' }).click();
    return page;
  }

  /** From the check-up, which offers it while the keyring is shut. */
  async clickUnlock(): Promise<void> {
    const page = await this.page();
    await goTo(page, 'doctor');
    await page.getByRole('button', { name: 'Unlock keyring' }).click();
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
      await this.keyring.answer(this.screen, title, allow);
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
