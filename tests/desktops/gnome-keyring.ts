/** GNOME Keyring of another Debian on a bus of a test's own, with the window in which it asks for a password. */
import type { ChildProcess } from 'node:child_process';
import { end, type PrivateBus } from '../desktop/private-bus.ts';
import type { KeyringProgram } from '../world/private-keyring.ts';
import { commandInDebian, startInDebian } from './debian.ts';

const PROMPTER = 'org.gnome.keyring.SystemPrompter';

export class GnomeKeyring implements KeyringProgram {
  readonly #bus: PrivateBus;
  readonly #display: string;
  #daemon: ChildProcess | null = null;

  constructor(bus: PrivateBus, display: string) {
    this.#bus = bus;
    this.#display = display;
  }

  async start(password: string | null): Promise<void> {
    const [program, args] = commandInDebian('/usr/libexec/gcr-prompter', []);
    await this.#bus.offer(PROMPTER, [program, ...args], { DISPLAY: this.#display, GDK_BACKEND: 'x11' });
    const words = ['--foreground', '--components=secrets', ...(password === null ? [] : ['--unlock'])];
    this.#daemon = startInDebian('gnome-keyring-daemon', words, {
      env: { ...this.#bus.env, LC_ALL: 'C.UTF-8' },
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.#daemon.stdin?.on('error', () => {}).end(password ?? '');
    await this.#bus.owned('org.freedesktop.secrets', this.#daemon);
  }

  running(): boolean {
    return this.#daemon?.exitCode === null;
  }

  async end(): Promise<void> {
    await end(this.#daemon);
    this.#daemon = null;
  }
}
