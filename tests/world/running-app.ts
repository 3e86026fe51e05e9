// The real app in the real Electron, started as that person, and its popover as a page that can be driven.
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Person } from './person.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The program and its arguments that start the app as it is built. */
export function electronCommand(args: readonly string[] = []): [string, ...string[]] {
  const runtime = process.env.DAYPASS_ELECTRON;
  if (!runtime) throw new Error('DAYPASS_ELECTRON names no Electron; run through npm test or npm run demo');
  // Chromium's sandbox does not work for root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  // Named, or Playwright chooses `basic`, which encrypts nothing.
  return [runtime, ...sandbox, '--password-store=gnome-libsecret', ...args, ROOT];
}

export interface StartOptions {
  readonly args?: readonly string[];
  readonly env?: Record<string, string>;
}

export class RunningApp {
  readonly electron: ElectronApplication;

  readonly pid: number;

  private constructor(electron: ElectronApplication) {
    this.electron = electron;
    this.pid = electron.process().pid as number;
  }

  static async start(person: Person, { args = [], env = {} }: StartOptions = {}): Promise<RunningApp> {
    const [executablePath, ...rest] = electronCommand(args);
    // The test's own limit is the only one.
    const launch = { executablePath, args: rest, env: { ...person.env, ...env }, timeout: 0 };
    return new RunningApp(await _electron.launch(launch));
  }

  /** The popover, once it has been opened. */
  page(): Promise<Page> {
    return this.electron.firstWindow();
  }

  async quit(): Promise<void> {
    await this.electron.close().catch(() => {});
  }
}
