/**
 * AWS's time. Once a response's `Date` has been seen, it is counted on with the steady clock, so neither a wrong wall
 * clock, nor one that is set, nor a suspended computer changes it. Until then the wall clock has to do.
 */
import type { Clock, EpochMs } from '../ports.ts';

/** `Date` is in whole seconds and has travelled; a difference up to this is no difference. */
const TOLERANCE_MS = 2_000;

export class AwsClock {
  readonly #clock: Clock;
  /** AWS's time at steady time zero. */
  #base: number | null = null;
  #hint = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  now(): EpochMs {
    return this.#base === null ? this.#clock.wall() + this.#hint : this.#base + this.#clock.steady();
  }

  /** What to add to the wall clock to get AWS's time, in milliseconds. */
  offset(): number {
    return this.now() - this.#clock.wall();
  }

  get learned(): boolean {
    return this.#base !== null;
  }

  /** Takes in the `Date` of a response that has just arrived. True when it changed the time by more than the tolerance. */
  learn(date: EpochMs): boolean {
    const seen = date + 500;
    const off = Math.abs(seen - this.now()) > TOLERANCE_MS;
    if (off || this.#base === null) this.#base = (off ? seen : this.now()) - this.#clock.steady();
    return off;
  }

  /** The offset of an earlier run, believed until AWS has been heard. */
  suggest(offset: number): void {
    this.#hint = Math.abs(offset) > TOLERANCE_MS ? offset : 0;
  }
}
