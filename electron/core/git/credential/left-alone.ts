/** What git asked for in our domain and did not get from us, with the reason: the last of each kind, for an hour, for whoever asks the doctor. */
import type { Failure } from '../../base/failure.ts';
import type { EpochMs } from '../../base/time.ts';

const LIFE_MS = 60 * 60_000;

export class LeftAlone {
  readonly #last = new Map<Failure['code'], { readonly why: Failure; readonly until: EpochMs }>();

  add(why: Failure, now: EpochMs): void {
    this.#last.set(why.code, { why, until: now + LIFE_MS });
  }

  list(now: EpochMs): readonly Failure[] {
    return [...this.#last.values()].filter(({ until }) => until > now).map(({ why }) => why);
  }
}
