/**
 * AWS's time. Once a response's `Date` has been seen, it is counted on with the steady clock, so neither a wrong wall
 * clock, nor one that is set, nor a suspended computer changes it. Until then the wall clock has to do.
 */
import type { Clock, EpochMs } from './time.ts';

/** `Date` is in whole seconds and has travelled; a difference up to this is no difference. */
export const CLOCK_TOLERANCE_MS = 2_000;
/** No request waits longer awake; an answer that took longer lay about while the computer slept, and says nothing. */
const LONGEST_WAIT_MS = 30_000;

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

  /** What to add to the wall clock to get AWS's time, in whole milliseconds; 0 within the tolerance. */
  offset(): number {
    const offset = Math.round(this.now() - this.#clock.wall());
    return Math.abs(offset) > CLOCK_TOLERANCE_MS ? offset : 0;
  }

  get learned(): boolean {
    return this.#base !== null;
  }

  /**
   * Takes in the `Date` of a response that has just arrived, `waited` milliseconds (of steady time) after its request
   * was sent. AWS wrote it at some moment of that wait, so only a time that no such moment explains is wrong. True when
   * it changed the time.
   */
  learn(date: EpochMs, waited = 0): boolean {
    if (waited > LONGEST_WAIT_MS) return false;
    const now = this.now();
    const earliest = date - CLOCK_TOLERANCE_MS;
    const latest = date + 1_000 + waited + CLOCK_TOLERANCE_MS;
    const off = now < earliest || now > latest;
    if (off || this.#base === null) this.#base = (off ? date + 500 + waited / 2 : now) - this.#clock.steady();
    return off;
  }

  /** The offset of an earlier run, believed until AWS has been heard. */
  suggest(offset: number): void {
    this.#hint = Math.abs(offset) > CLOCK_TOLERANCE_MS ? offset : 0;
  }
}
