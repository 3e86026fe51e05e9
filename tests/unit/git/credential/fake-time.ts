/** A clock and a timer that move only when told to. */
import type { Clock, Timer } from '../../../../electron/core/base/time.ts';

interface Due {
  at: number;
  readonly then: () => void;
}

export class FakeTime implements Clock, Timer {
  #steady = 1_000;
  #due: Due[] = [];
  #wallAhead = Date.parse('2026-05-05T12:00:00Z');

  wall(): number {
    return this.#wallAhead + this.#steady;
  }

  steady(): number {
    return this.#steady;
  }

  get armed(): number {
    return this.#due.length;
  }

  after(ms: number, then: () => void): () => void {
    const due = { at: this.#steady + ms, then };
    this.#due.push(due);
    return () => {
      this.#due = this.#due.filter((other) => other !== due);
    };
  }

  pass(ms: number): void {
    const end = this.#steady + ms;
    for (;;) {
      const next = this.#due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#steady = Math.max(this.#steady, next.at);
      this.#due = this.#due.filter((other) => other !== next);
      next.then();
    }
    this.#steady = end;
  }

  /** Time goes on, timers do not. */
  suspend(ms: number): void {
    this.#steady += ms;
    for (const due of this.#due) due.at += ms;
  }
}
