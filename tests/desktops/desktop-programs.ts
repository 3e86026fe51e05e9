/** The programs of one desktop, on its bus, and all ended with it. */
import type { ChildProcess } from 'node:child_process';
import { end } from '../desktop/private-bus.ts';
import { startInDebian } from './debian.ts';

export type Command = readonly [program: string, ...args: string[]];

export class DesktopPrograms {
  readonly #env: NodeJS.ProcessEnv;
  readonly #running: ChildProcess[] = [];

  /** `env` is what they find around them. */
  constructor(env: NodeJS.ProcessEnv) {
    this.#env = { ...env, LC_ALL: 'C.UTF-8' };
  }

  start(...[program, ...args]: Command): ChildProcess {
    const child = startInDebian(program, args, { env: this.#env, stdio: 'ignore' });
    this.#running.push(child);
    return child;
  }

  /** The last that was started first. */
  async end(): Promise<void> {
    for (const child of this.#running.splice(0).toReversed()) await end(child);
  }
}
