/** A whole desktop of its own (build/desktop.sh) for one worker: screen, bus, keyring and home, all gone at its end. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const SCRIPT = resolve(import.meta.dirname, '../../build/desktop.sh');
/** Says what a program on that desktop finds around it, and stays until it is ended or nobody is there any more. */
const INSIDE = `
process.stdout.write(JSON.stringify(process.env));
setInterval(() => { try { process.kill(${process.pid}, 0) } catch { process.exit() } }, 1_000);`;

export class OwnDesktop {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Everything that this process starts from now on is on that desktop. */
  static async enter(): Promise<OwnDesktop> {
    const child = spawn('sh', [SCRIPT, process.execPath, '-e', INSIDE], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    for await (const chunk of child.stdout) {
      said += chunk;
      if (said.endsWith('}')) break;
    }
    const inside = JSON.parse(said) as Record<string, string>;
    for (const name of Object.keys(process.env)) if (!(name in inside)) delete process.env[name];
    Object.assign(process.env, inside);
    return new OwnDesktop(child);
  }

  async leave(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await gone;
  }
}
