/**
 * What has opened by itself goes by itself: for a git that waited, a moment after that went on, also where a person has typed
 * the code in it; at once when nothing waits any more for another reason, unless a person is in the middle of something.
 * What a person has asked for stays.
 */
import type { Timer } from '../core/base/time.ts';

/** Whether a git waits for a person, and how that went. */
export type Wait =
  | { readonly is: 'on' }
  /** All that waited has been answered; `at` changes with each news of it. */
  | { readonly is: 'went-on'; readonly at: number }
  /** It was answered in vain. */
  | { readonly is: 'failed' }
  /** Nothing waits, for whatever reason. */
  | { readonly is: 'over' };

/** For this long it is seen that a push went on. */
const SEEN_MS = 2_000;

export interface OwnOpeningParts {
  readonly timer: Timer;
  close(): void;
}

export class OwnOpening {
  readonly #parts: OwnOpeningParts;
  #why: 'wait' | 'tray' | null = null;
  #used = false;
  #closing: { readonly at: number; readonly stop: () => void } | null = null;

  constructor(parts: OwnOpeningParts) {
    this.#parts = parts;
  }

  /** It stands in place of a tray that has gone, and nobody has used it. */
  get standsIn(): boolean {
    return this.#why === 'tray' && !this.#used;
  }

  /** It was not seen before, and no person has asked for it: for a git that waits, or in place of a tray. */
  opened(why: 'wait' | 'tray'): void {
    this.wanted();
    this.#why = why;
    this.#used = false;
  }

  /** A person has asked for it: from now on it does not go by itself. */
  wanted(): void {
    this.#why = null;
    this.#stop();
  }

  /** A person has clicked in it. Whoever does so while it is about to close wants more of it. */
  used(): void {
    this.#used = true;
    if (this.#closing) this.wanted();
  }

  waitIs(wait: Wait): void {
    if (wait.is !== 'went-on') this.#stop();
    if (this.#why !== 'wait' || wait.is === 'on') return;
    if (wait.is === 'went-on') this.#closeSoon(wait.at);
    else if (wait.is === 'failed' || this.#used) this.wanted();
    else this.#close();
  }

  #closeSoon(at: number): void {
    if (this.#closing?.at === at) return;
    this.#stop();
    this.#closing = { at, stop: this.#parts.timer.after(SEEN_MS, () => this.#close()) };
  }

  #close(): void {
    this.wanted();
    this.#parts.close();
  }

  #stop(): void {
    this.#closing?.stop();
    this.#closing = null;
  }
}
