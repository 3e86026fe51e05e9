/** A clock that only a test moves: the wall can be set, steady time begins at each start, and true time only goes on. */
import type { Clock, EpochMs } from '../../electron/core/base/time.ts';

/** A Monday morning, on a whole second and a whole code step. */
export const MORNING = Date.UTC(2026, 0, 5, 8, 0, 0);

export class FakeClock implements Clock {
  #wall: EpochMs;
  #steady: number;
  #true = MORNING;

  constructor(wall: EpochMs = MORNING, steady = 5_000_000) {
    this.#wall = wall;
    this.#steady = steady;
  }

  wall(): EpochMs {
    return this.#wall;
  }

  steady(): number {
    return this.#steady;
  }

  /** What it truly is, which AWS knows, whatever this computer's clocks say. */
  get true(): EpochMs {
    return this.#true;
  }

  /** Time goes by, as it also does while the computer is suspended. */
  advance(ms: number): void {
    this.#wall += ms;
    this.#steady += ms;
    this.#true += ms;
  }

  /** Somebody sets the clock. */
  jump(ms: number): void {
    this.#wall += ms;
  }

  /** The computer starts again: time since boot is counted from nothing. */
  reboot(): void {
    this.#steady = 0;
  }
}
