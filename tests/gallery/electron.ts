/** One Electron with the window of the gallery, for all that look at it one after another by its debugging port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { resolveRuntime } from '../../build/electron-runtime.ts';

const WINDOW = resolve(import.meta.dirname, 'window.cjs');
/** What would draw otherwise from one machine to the next. */
const ALIKE = ['--disable-lcd-text', '--font-render-hinting=none', '--disable-gpu'];
/** Nobody needs a screen for it. */
const SYSTEM = process.platform === 'linux' ? ['--ozone-platform=headless', '--no-sandbox'] : [];

export class Electron {
  /** Where its debugger listens. */
  readonly endpoint: string;
  readonly #child: ChildProcess;
  readonly #folder: string;

  private constructor(endpoint: string, child: ChildProcess, folder: string) {
    this.endpoint = endpoint;
    this.#child = child;
    this.#folder = folder;
  }

  /** `scale`: pixels of a picture for one of the page. */
  static async start(scale = 1): Promise<Electron> {
    const program = process.env.DAYPASS_ELECTRON ?? (await resolveRuntime()).program;
    const folder = mkdtempSync(join(tmpdir(), 'daypass-gallery-'));
    const own = [`--force-device-scale-factor=${scale}`, '--remote-debugging-port=0', `--user-data-dir=${folder}`];
    const child = spawn(program, [...SYSTEM, ...ALIKE, ...own, WINDOW], {
      env: { ...process.env, TZ: 'UTC' },
      // It ends when the other end of its stdin is gone, however that went.
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    const told: string[] = [];
    for await (const line of createInterface(child.stderr)) {
      told.push(line);
      const endpoint = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (!endpoint) continue;
      child.stderr.resume();
      return new Electron(endpoint, child, folder);
    }
    throw new Error(`the Electron of the gallery has ended:\n${told.join('\n')}`);
  }

  async stop(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.kill();
    await gone;
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 30 });
  }
}
