/** When the sessions must be looked at next: each moment at which time alone would change something. */
import type { EpochMs } from '../base/time.ts';
import { renewalTime } from './self-renewal.ts';
import { deadline, type SessionState } from './state.ts';

/** Timers stop during suspend and run long after it, so none is trusted for longer than this. */
const LONGEST_SLEEP_MS = 60_000;

export interface Watched {
  readonly state: SessionState;
  /** Empty where nobody is to be warned. */
  readonly warnBefore: readonly number[];
  readonly renews: boolean;
}

/** Milliseconds from `now`, at most a minute; null where nothing is to come. */
export function nextLook(watched: readonly Watched[], now: EpochMs): number | null {
  const moments = watched.flatMap(({ state, warnBefore, renews }) => {
    const renewal = renewalTime(renews, state) ?? Infinity;
    // One that is due already has been tried; it is tried again.
    return [deadline(state, warnBefore) ?? Infinity, renewal > now ? renewal : now + LONGEST_SLEEP_MS];
  });
  const soonest = Math.min(...moments);
  return soonest === Infinity ? null : Math.min(Math.max(soonest - now, 0), LONGEST_SLEEP_MS);
}
