/** A Windows of a test's own: Wine out of another Debian, with a folder below /tmp as its disk. Nobody's own Wine is touched. */
import { closeSync, mkdirSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../../build/child.ts';
import { commandInDebian } from '../desktops/debian.ts';

/** A path of this system as Wine's programs name it. */
export const windowsPath = (path: string): string => `Z:${path.replaceAll('/', '\\')}`;

export class Wine {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** `folder` is seen by the other Debian too. */
  static async start(folder: string): Promise<Wine> {
    for (const name of ['home', 'run']) mkdirSync(join(folder, name), { mode: 0o700 });
    const wine = new Wine(folder);
    const status = await wine.#run(['wineboot', '--init'], {}, folder);
    if (status !== 0) throw new Error(`Wine could not be set up (${status})`);
    return wine;
  }

  get system32(): string {
    return join(this.#folder, 'prefix/drive_c/windows/system32');
  }

  /** Runs a program of Windows to its end, printing what it prints, and resolves with its exit status. */
  run(program: string, args: readonly string[], env: NodeJS.ProcessEnv, cwd: string): Promise<number> {
    return this.#run(['wine', program, ...args], env, cwd);
  }

  async end(): Promise<void> {
    await this.#run(['wineserver', '--kill'], {}, this.#folder);
    await this.#run(['wineserver', '--wait'], {}, this.#folder);
  }

  /** What it prints goes into a file first: Node for Windows cannot use a pipe that is not Wine's. */
  async #run(command: readonly string[], more: NodeJS.ProcessEnv, cwd: string): Promise<number> {
    const out = openSync(join(this.#folder, 'output'), 'w+');
    const buffer = Buffer.alloc(65_536);
    let at = 0;
    const print = () => {
      for (let size = 1; size > 0; at += size) {
        size = readSync(out, buffer, 0, buffer.length, at);
        process.stdout.write(buffer.toString('utf8', 0, size));
      }
    };
    const printing = setInterval(print, 500);
    try {
      const env = { ...this.#env, ...more };
      return await runChild(...commandInDebian('env', [`--chdir=${cwd}`, ...command]), { env, out });
    } finally {
      clearInterval(printing);
      print();
      closeSync(out);
    }
  }

  get #env(): NodeJS.ProcessEnv {
    return {
      // Here chroot is found by it, there Wine; Debian has wineserver in a folder of its own.
      PATH: '/usr/bin:/bin:/usr/sbin:/sbin:/usr/lib/x86_64-linux-gnu/wine',
      HOME: join(this.#folder, 'home'),
      XDG_RUNTIME_DIR: join(this.#folder, 'run'),
      WINEPREFIX: join(this.#folder, 'prefix'),
      WINEDEBUG: '-all',
      // What it would offer to download, and what it would put into a menu.
      WINEDLLOVERRIDES: 'mscoree,mshtml,winemenubuilder.exe=',
    };
  }
}
