/**
 * A session of a way in that renews itself is asked for anew before it ends, as long as that can be had without a person,
 * and nobody is warned of an end that will not come.
 */
import type { EpochMs } from '../base/time.ts';
import type { SessionState } from './state.ts';

const EARLY_MS = 10 * 60_000;

/** When the next session should be asked for, or null where that takes a person, is under way, or has none to go on from. */
export function renewalTime(renews: boolean, state: SessionState): EpochMs | null {
  if (!renews) return null;
  // At once: the clock may have been put right since, and the end lie ahead.
  if (state.is === 'expired') return 0;
  return state.is === 'active' && state.renewal === null ? state.session.expiresAt - EARLY_MS : null;
}
