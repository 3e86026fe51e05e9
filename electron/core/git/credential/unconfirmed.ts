/**
 * Passwords that git has been given and has not said to work. git tells its helpers of a success, and of a 401; of a 403
 * it tells nobody, nor of a 404, and programs that only ask for a password never tell. A git at the far end of SSH, which
 * has only the socket, does not tell either; so where a profile has worked before, silence means nothing until one git
 * has been heard.
 */
import type { Timer } from '../../base/time.ts';

/** git tells of a success as soon as the server has taken the password, before it transfers anything. */
const PATIENCE_MS = 20_000;
/** Where it is not known that this profile may use the repository, a person is about to wonder. */
const FIRST_MS = 3_000;

export class Unconfirmed {
  readonly #timer: Timer;
  readonly #stops = new Map<string, () => void>();
  #tells = false;

  constructor(timer: Timer) {
    this.#timer = timer;
  }

  /** `over` runs unless `heard` is called for the same repository in time; `isFirst`: that profile has not worked there yet. */
  answered(repository: string, isFirst: boolean, over: () => void): void {
    this.#stop(repository);
    if (!this.#tells && !isFirst) return;
    this.#stops.set(repository, this.#timer.after(isFirst ? FIRST_MS : PATIENCE_MS, over));
  }

  /** git has said of this repository how it went. */
  heard(repository: string): void {
    this.#tells = true;
    this.#stop(repository);
  }

  stop(): void {
    for (const stop of this.#stops.values()) stop();
  }

  #stop(repository: string): void {
    this.#stops.get(repository)?.();
  }
}
