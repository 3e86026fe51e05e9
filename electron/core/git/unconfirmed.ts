/**
 * Passwords that git has been given and has not said to work. git tells its helpers of a success, and of a 401; of a 403
 * it tells nobody. So an answer that is followed by neither has most likely met a 403.
 */
import type { Timer } from '../ports.ts';

/** git tells of a success as soon as the server has taken the password, before it transfers anything. */
const PATIENCE_MS = 20_000;

export class Unconfirmed {
  readonly #timer: Timer;
  readonly #stops = new Map<string, () => void>();

  constructor(timer: Timer) {
    this.#timer = timer;
  }

  /** `over` runs unless `heard` is called for the same repository in time. */
  answered(repository: string, over: () => void): void {
    this.heard(repository);
    const stop = this.#timer.after(PATIENCE_MS, () => {
      this.#stops.delete(repository);
      over();
    });
    this.#stops.set(repository, stop);
  }

  /** git has said of this repository how it went, or asks again. */
  heard(repository: string): void {
    this.#stops.get(repository)?.();
    this.#stops.delete(repository);
  }
}
