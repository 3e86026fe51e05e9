/** The gits that wait for somebody to sign in: each goes on, is cancelled, goes away, or has waited long enough; once. */
import type { Clock, EpochMs, Timer } from '../../base/time.ts';
import type { AskedRepository } from './choose-profile.ts';

export const WAIT_MS = 5 * 60_000;
/** A git that nobody sees ends within two seconds, start and all. */
const QUIET_WAIT_MS = 1_500;
/** Timers stop during suspend, so the time is looked at this often. */
const LOOK_MS = 60_000;

export type WaitEnd<T> =
  | { readonly is: 'ready'; readonly value: T }
  /** By a person, in the popover. */
  | { readonly is: 'cancelled' }
  /** git has ended; nobody is there to be answered. */
  | { readonly is: 'gone' }
  | { readonly is: 'over' };

export interface WaitingGit extends AskedRepository {
  readonly id: number;
  readonly since: EpochMs;
}

interface Entry extends WaitingGit {
  readonly isQuiet: boolean;
  /** Ends the wait if what it waits for is there. */
  readonly look: () => void;
  readonly end: (how: WaitEnd<never>) => void;
}

export class Waiting {
  readonly #clock: Pick<Clock, 'steady'>;
  readonly #timer: Timer;
  readonly #changed: () => void;
  readonly #entries = new Map<number, Entry>();
  #ids = 0;

  constructor(clock: Pick<Clock, 'steady'>, timer: Timer, changed: () => void) {
    this.#clock = clock;
    this.#timer = timer;
    this.#changed = changed;
  }

  /** For people: without the quiet ones; oldest first. */
  list(): readonly WaitingGit[] {
    return [...this.#entries.values()]
      .filter(({ isQuiet }) => !isQuiet)
      .map(({ look: _, end: __, isQuiet: ___, ...git }) => git);
  }

  find(id: number): WaitingGit | null {
    return this.list().find((git) => git.id === id) ?? null;
  }

  /**
   * Resolves as soon as `ready` gives something other than null; it is asked at each `look()`. Never rejects. A quiet one
   * waits for a sign-in that is under way, and for no person.
   */
  add<T>(
    asked: AskedRepository,
    since: EpochMs,
    ready: () => T | null,
    signal: AbortSignal,
    isQuiet = false,
  ): Promise<WaitEnd<T>> {
    const id = ++this.#ids;
    const started = this.#clock.steady();
    let stopTimer = () => {};
    return new Promise((resolve) => {
      const end = (how: WaitEnd<T>) => {
        if (!this.#entries.delete(id)) return;
        stopTimer();
        signal.removeEventListener('abort', gone);
        resolve(how);
        this.#changed();
      };
      const gone = () => end({ is: 'gone' });
      const look = () => {
        const value = ready();
        if (value !== null) end({ is: 'ready', value });
      };
      const watch = () => {
        const left = started + (isQuiet ? QUIET_WAIT_MS : WAIT_MS) - this.#clock.steady();
        if (left <= 0) end({ is: 'over' });
        else stopTimer = this.#timer.after(Math.min(left, LOOK_MS), watch);
      };
      this.#entries.set(id, { ...asked, id, since, isQuiet, look, end });
      if (signal.aborted) return gone();
      signal.addEventListener('abort', gone, { once: true });
      watch();
      this.#changed();
    });
  }

  /** To be called when a session has begun or a profile was chosen: who can go on does. */
  look(): void {
    for (const entry of [...this.#entries.values()]) entry.look();
  }

  cancel(id: number): void {
    this.#entries.get(id)?.end({ is: 'cancelled' });
  }

  cancelAll(): void {
    for (const id of [...this.#entries.keys()]) this.cancel(id);
  }
}
