/** Timers that run when a test lets time pass, each at its moment, and stand still while the computer sleeps. */
import type { Timer } from '../../electron/core/base/time.ts';
import type { FakeClock } from './clock.ts';

interface Armed {
  /** In time awake. */
  readonly at: number;
  readonly then: () => void;
}

export class FakeTimer implements Timer {
  readonly #clock: FakeClock;
  readonly #armed = new Set<Armed>();
  #awake = 0;

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  after(ms: number, then: () => void): () => void {
    const armed = { at: this.#awake + Math.max(ms, 0), then };
    this.#armed.add(armed);
    return () => void this.#armed.delete(armed);
  }

  /** Milliseconds awake until the next timer runs, or null. */
  get next(): number | null {
    const soonest = Math.min(...[...this.#armed].map((armed) => armed.at));
    return soonest === Infinity ? null : Math.max(soonest - this.#awake, 0);
  }

  get count(): number {
    return this.#armed.size;
  }

  /** Passes the time awake, running what falls due on the way. */
  pass(ms: number): void {
    const end = this.#awake + ms;
    for (let next = this.next; next !== null && this.#awake + next <= end; next = this.next) {
      this.#step(next);
      this.runDue();
    }
    this.#step(end - this.#awake);
  }

  /** Passes the time awake up to the next timer, but not beyond `ms`, and runs what is then due. Returns the time passed. */
  passToNext(ms: number): number {
    const step = Math.min(this.next ?? ms, ms);
    this.#step(step);
    this.runDue();
    return step;
  }

  /** Runs what is due now, one timer at most for each that stands now. */
  runDue(): void {
    const due = [...this.#armed].filter((armed) => armed.at <= this.#awake).sort((a, b) => a.at - b.at);
    for (const armed of due) if (this.#armed.delete(armed)) armed.then();
  }

  /** The computer sleeps: time passes, and no timer hears of it. */
  sleep(ms: number): void {
    this.#clock.advance(ms);
  }

  #step(ms: number): void {
    this.#awake += ms;
    this.#clock.advance(ms);
  }
}
