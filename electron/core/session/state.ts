/** The states of one profile's session and the only ways between them. Pure and total: what does not fit changes nothing. */

import type { SessionCredentials } from '../aws/credentials.ts';
import type { Identity } from '../aws/port.ts';
import { type Failure, failure } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';
import type { EpochMs } from '../base/time.ts';
import type { NewSession } from './way-in.ts';

export interface Session {
  /** The attempt that brought it; tells one session of a profile from the next. */
  readonly id: number;
  readonly credentials: Secret<SessionCredentials>;
  /** In AWS's time. */
  readonly expiresAt: EpochMs;
  readonly identity: Identity;
  /** The lead times, in minutes, that a notification has covered. */
  readonly warned: readonly number[];
}

export type SessionState =
  | { readonly is: 'signedOut'; readonly failure: Failure | null }
  /** `endedAt` is when the session before ended, to which a refusal leads back; null when there was none. */
  | { readonly is: 'signingIn'; readonly attempt: number; readonly endedAt: EpochMs | null }
  | {
      readonly is: 'active';
      readonly session: Session;
      /** The attempt of a renewal under way; meanwhile the session that stands goes on serving. */
      readonly renewal: number | null;
      readonly failure: Failure | null;
    }
  | { readonly is: 'expired'; readonly endedAt: EpochMs; readonly failure: Failure | null };

export type SessionEvent =
  | { readonly type: 'codeSubmitted'; readonly attempt: number }
  | { readonly type: 'granted'; readonly attempt: number; readonly session: Session; readonly now: EpochMs }
  | { readonly type: 'refused'; readonly attempt: number; readonly failure: Failure }
  | { readonly type: 'restored'; readonly session: Session; readonly now: EpochMs }
  /** What a reaction was to do could not be done. */
  | { readonly type: 'effectFailed'; readonly failure: Failure }
  /** It could be done after all. */
  | { readonly type: 'effectRecovered'; readonly failure: Failure }
  | { readonly type: 'timePassed'; readonly now: EpochMs; readonly warnBefore: readonly number[] }
  | { readonly type: 'signedOut' };

const MINUTE = 60_000;

export const signedOut = (failure: Failure | null = null): SessionState => ({ is: 'signedOut', failure });
export const sessionOf = (state: SessionState): Session | null => (state.is === 'active' ? state.session : null);
/** When the last session ended, where a session has ended and none has begun since. */
export const endedAtOf = (state: SessionState): EpochMs | null => ('endedAt' in state ? state.endedAt : null);
const attemptOf = (state: SessionState): number | null =>
  state.is === 'signingIn' ? state.attempt : state.is === 'active' ? state.renewal : null;

const active = (session: Session, renewal: number | null = null): SessionState => ({
  is: 'active',
  session,
  renewal,
  failure: null,
});

export function next(state: SessionState, event: SessionEvent): SessionState {
  switch (event.type) {
    case 'codeSubmitted':
      return state.is === 'active'
        ? { ...state, renewal: event.attempt, failure: null }
        : { is: 'signingIn', attempt: event.attempt, endedAt: endedAtOf(state) };
    case 'granted': {
      const { attempt, session, now } = event;
      if (attemptOf(state) !== attempt) return state;
      // One that was over before it came is no reason to end the one that stands.
      return session.expiresAt > now
        ? active(session)
        : next(state, { type: 'refused', attempt, failure: failure('session.expired') });
    }
    case 'refused':
      if (attemptOf(state) !== event.attempt) return state;
      return refuse(state, event.failure);
    case 'restored':
      return restore(state, event.session, event.now);
    case 'effectFailed':
      return state.is === 'signingIn' ? state : { ...state, failure: event.failure };
    case 'effectRecovered':
      return 'failure' in state && state.failure?.code === event.failure.code ? { ...state, failure: null } : state;
    case 'timePassed':
      return state.is === 'active' ? passTime(state, event.now, event.warnBefore) : state;
    case 'signedOut':
      return signedOut();
  }
}

function refuse(state: SessionState, why: Failure): SessionState {
  if (state.is === 'active') return { ...state, renewal: null, failure: why };
  const endedAt = endedAtOf(state);
  return endedAt === null ? signedOut(why) : { is: 'expired', endedAt, failure: why };
}

function restore(state: SessionState, session: Session, now: EpochMs): SessionState {
  const over = session.expiresAt <= now;
  if (state.is === 'signedOut') {
    return over ? { is: 'expired', endedAt: session.expiresAt, failure: null } : active(session);
  }
  if (state.is !== 'signingIn') return state;
  // A sign-in that was quicker than the keyring becomes a renewal.
  return over ? { ...state, endedAt: session.expiresAt } : active(session, state.attempt);
}

function passTime(state: SessionState & { is: 'active' }, now: EpochMs, warnBefore: readonly number[]): SessionState {
  const { session, renewal, failure } = state;
  if (now >= session.expiresAt) {
    // The renewal goes on: its answer, if it comes, begins the next session.
    return renewal === null
      ? { is: 'expired', endedAt: session.expiresAt, failure }
      : { is: 'signingIn', attempt: renewal, endedAt: session.expiresAt };
  }
  const due = warnBefore.filter((m) => !session.warned.includes(m) && session.expiresAt - m * MINUTE <= now);
  return due.length === 0 ? state : { ...state, session: { ...session, warned: [...session.warned, ...due] } };
}

/** Lead times that are past when a session begins are nothing to warn of: the person has just chosen that length. */
export function begunNow(
  id: number,
  { granted, identity }: NewSession,
  now: EpochMs,
  warnBefore: readonly number[],
): Session {
  const warned = warnBefore.filter((minutes) => granted.expiresAt - minutes * MINUTE <= now);
  return { id, identity, warned, ...granted };
}

/** The next moment at which `timePassed` would change this state, or null. */
export function deadline(state: SessionState, warnBefore: readonly number[]): EpochMs | null {
  const session = sessionOf(state);
  if (!session) return null;
  const leads = warnBefore.filter((m) => !session.warned.includes(m)).map((m) => session.expiresAt - m * MINUTE);
  return Math.min(session.expiresAt, ...leads);
}
