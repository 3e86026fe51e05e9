/**
 * A role that is assumed with another profile's session needs no code. So it is renewed before it ends, as long as that
 * session lives, and nobody is warned of an end that will not come.
 */
import type { EpochMs } from '../base/time.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import type { SessionState } from './state.ts';

const EARLY_MS = 10 * 60_000;

/** When a role's session should be renewed, or null where that takes a person, is under way, or has no session to go on from. */
export function renewalTime(profile: ProfileSettings, state: SessionState, parentLives: boolean): EpochMs | null {
  if (!profile.role?.through || !parentLives) return null;
  // At once: the clock may have been put right since, and the end lie ahead.
  if (state.is === 'expired') return 0;
  return state.is === 'active' && state.renewal === null ? state.session.expiresAt - EARLY_MS : null;
}
