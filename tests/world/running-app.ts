// The real app in the real Electron, started as that person, and its popover as a page that can be driven.
import { join } from 'node:path';
import { _electron, type ElectronApplication, errors, type Page } from '@playwright/test';
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

/**
 * On a loaded machine Playwright now and then loses Node's inspector of an Electron that starts (seen with 1.65.1: its
 * connection was gone, the one to Chromium stood), and would wait for ever. Until it is there, it holds back `ready`, so
 * nothing of Daypass has happened.
 */
const REACHED_MS = 90_000;
const MOST_LOST = 2;

/** What became of each app since `forget`: what it said, its pages that went, and its end. */
export const stories = {
  told: [] as string[],
  forget(): void {
    this.told = [];
  },
  tell(pid: number, what: string): void {
    this.told.push(`${new Date().toISOString()} ${pid} ${what}`);
  },
};

const LOST = /promise was garbage collected/;

/** On a busy machine the driver may lose an answer of the main process; what was asked is asked again. */
function patient(electron: ElectronApplication): ElectronApplication {
  const evaluate = electron.evaluate.bind(electron) as (...given: unknown[]) => Promise<unknown>;
  const asking = async (...given: unknown[]) => {
    for (let left = 3; ; left--) {
      try {
        return await evaluate(...given);
      } catch (thrown) {
        if (left === 1 || !LOST.test(String(thrown))) throw thrown;
      }
    }
  };
  return Object.assign(electron, { evaluate: asking });
}

export class RunningApp {
  readonly electron: ElectronApplication;

  readonly pid: number;

  private constructor(electron: ElectronApplication) {
    this.electron = patient(electron);
    const process = electron.process();
    this.pid = process.pid as number;
    const tell = (what: string) => stories.tell(this.pid, what);
    tell('started');
    process.stderr?.on('data', (said) => tell(String(said).trimEnd()));
    process.once('exit', (code, signal) => tell(`ended with ${code ?? signal}`));
    electron.on('window', (page) => {
      tell('a page is there');
      page.on('crash', () => tell('the page has crashed'));
      page.on('close', () => tell('the page has closed'));
    });
  }

  static async start(person: Person, { args = [], env = {} }: StartOptions = {}): Promise<RunningApp> {
    const [executablePath, ...rest] = electronCommand(args);
    const launch = { executablePath, args: rest, env: { ...person.env, ...env }, timeout: REACHED_MS };
    for (let lost = 0; ; lost++) {
      try {
        return new RunningApp(await _electron.launch(launch));
      } catch (thrown) {
        if (!(thrown instanceof errors.TimeoutError) || lost === MOST_LOST) throw thrown;
        console.error('Playwright did not reach Electron; it is started again.');
      }
    }
  }

  /** The popover, once it has been opened. */
  page(): Promise<Page> {
    return this.electron.firstWindow();
  }

  async quit(): Promise<void> {
    await this.electron.close().catch(() => {});
  }
}
