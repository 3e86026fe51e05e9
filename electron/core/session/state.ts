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
  /** When its keys end, in AWS's time. */
  readonly expiresAt: EpochMs;
  /** When AWS ends the sign-in, whose keys are renewed until then; null: with the keys, or unknown. */
  readonly until: EpochMs | null;
  /** Null where it was kept by a version that did not say. */
  readonly begunAt: EpochMs | null;
  readonly identity: Identity;
  /** The lead times, in minutes, that a notification has covered. */
  readonly warned: readonly number[];
}

export type SessionState =
  | { readonly is: 'signedOut'; readonly failure: Failure | null }
  /**
   * `endedAt` is when the session before ended, to which a refusal leads back; null when there was none. Where it is
   * before `until`, it is the keys that have ended, and the sign-in goes on.
   */
  | ({ readonly is: 'signingIn'; readonly attempt: number } & Ended<EpochMs | null>)
  | {
      readonly is: 'active';
      readonly session: Session;
      /** The attempt of a renewal under way; meanwhile the session that stands goes on serving. */
      readonly renewal: number | null;
      readonly failure: Failure | null;
    }
  | ({ readonly is: 'expired'; readonly failure: Failure | null } & Ended<EpochMs>);

interface Ended<At> {
  readonly endedAt: At;
  readonly until: EpochMs | null;
}

export type SessionEvent =
  | { readonly type: 'codeSubmitted'; readonly attempt: number }
  | { readonly type: 'granted'; readonly attempt: number; readonly session: Session; readonly now: EpochMs }
  /** `isOver`: the way in cannot go on by itself any more, whenever AWS would have ended the sign-in. */
  | { readonly type: 'refused'; readonly attempt: number; readonly failure: Failure; readonly isOver: boolean }
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
/** When a session ends for a person: keys that are renewed until then go unseen. */
export const endOf = ({ expiresAt, until }: Pick<Session, 'expiresAt' | 'until'>): EpochMs =>
  Math.max(expiresAt, until ?? expiresAt);
/** When the last session ended, where a session has ended and none has begun since. */
export const endedAtOf = (state: SessionState): EpochMs | null => ('endedAt' in state ? state.endedAt : null);
/** When AWS ends the sign-in, where that is known. */
export const untilOf = (state: SessionState): EpochMs | null =>
  state.is === 'active' ? state.session.until : 'until' in state ? state.until : null;
/** Until when the sign-in goes on whose keys have ended; null where it has ended too. */
export const untilWithoutKeys = (state: SessionState): EpochMs | null =>
  'until' in state && state.until !== null && state.endedAt !== null && state.endedAt < state.until
    ? state.until
    : null;
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
        : { is: 'signingIn', attempt: event.attempt, endedAt: null, until: null, ...endedIn(state) };
    case 'granted': {
      const { attempt, session, now } = event;
      if (attemptOf(state) !== attempt) return state;
      // One that was over before it came is no reason to end the one that stands.
      return session.expiresAt > now
        ? active(session)
        : next(state, { type: 'refused', attempt, failure: failure('session.expired'), isOver: false });
    }
    case 'refused':
      if (attemptOf(state) !== event.attempt) return state;
      return refuse(event.isOver ? withoutUntil(state) : state, event.failure);
    case 'restored':
      return restore(state, event.session, event.now);
    case 'effectFailed':
      return state.is === 'signingIn' ? state : { ...state, failure: event.failure };
    case 'effectRecovered':
      return 'failure' in state && state.failure?.code === event.failure.code ? { ...state, failure: null } : state;
    case 'timePassed':
      if (state.is === 'expired') return passUntil(state, event.now);
      return state.is === 'active' ? passTime(state, event.now, event.warnBefore) : state;
    case 'signedOut':
      return signedOut();
  }
}

/** What is left is what it has: its keys. */
function withoutUntil(state: SessionState): SessionState {
  if (untilOf(state) === null || state.is === 'signedOut') return state;
  return state.is === 'active' ? { ...state, session: { ...state.session, until: null } } : { ...state, until: null };
}

function refuse(state: SessionState, why: Failure): SessionState {
  if (state.is === 'active') return { ...state, renewal: null, failure: why };
  const ended = endedIn(state);
  return ended ? { is: 'expired', ...ended, failure: why } : signedOut(why);
}

function restore(state: SessionState, session: Session, now: EpochMs): SessionState {
  const over = session.expiresAt <= now;
  if (state.is === 'signedOut') {
    return over ? { is: 'expired', ...endedBy(session, now), failure: null } : active(session);
  }
  if (state.is !== 'signingIn') return state;
  // A sign-in that was quicker than the keyring becomes a renewal.
  return over ? { ...state, ...endedBy(session, now) } : active(session, state.attempt);
}

function passTime(state: SessionState & { is: 'active' }, now: EpochMs, warnBefore: readonly number[]): SessionState {
  const { session, renewal, failure } = state;
  if (now >= session.expiresAt) {
    // The renewal goes on: its answer, if it comes, begins the next session.
    return renewal === null
      ? { is: 'expired', ...endedBy(session, now), failure }
      : { is: 'signingIn', attempt: renewal, ...endedBy(session, now) };
  }
  const end = endOf(session);
  const due = warnBefore.filter((m) => !session.warned.includes(m) && end - m * MINUTE <= now);
  return due.length === 0 ? state : { ...state, session: { ...session, warned: [...session.warned, ...due] } };
}

/** The sign-in ends while its keys have ended already. */
function passUntil(state: SessionState & { is: 'expired' }, now: EpochMs): SessionState {
  const end = untilWithoutKeys(state);
  return end !== null && end <= now ? { ...state, endedAt: end } : state;
}

/** What has ended by now: the whole sign-in, or its keys alone. */
const endedBy = (session: Session, now: EpochMs): Ended<EpochMs> => ({
  endedAt: endOf(session) <= now ? endOf(session) : session.expiresAt,
  until: session.until,
});

function endedIn(state: SessionState): Ended<EpochMs> | null {
  const endedAt = endedAtOf(state);
  return endedAt === null || !('until' in state) ? null : { endedAt, until: state.until };
}

/** Lead times that are past when a session begins are nothing to warn of: the person has just chosen that length. */
export function begunNow(
  id: number,
  { granted, identity, until }: NewSession,
  now: EpochMs,
  warnBefore: readonly number[],
): Session {
  const end = endOf({ ...granted, until });
  const warned = warnBefore.filter((minutes) => end - minutes * MINUTE <= now);
  return { id, identity, warned, begunAt: now, until, ...granted };
}

/** The next moment at which `timePassed` would change this state, or null. */
export function deadline(state: SessionState, warnBefore: readonly number[]): EpochMs | null {
  if (state.is === 'expired') return untilWithoutKeys(state);
  const session = sessionOf(state);
  if (!session) return null;
  const leads = warnBefore.filter((m) => !session.warned.includes(m)).map((m) => endOf(session) - m * MINUTE);
  return Math.min(session.expiresAt, ...leads);
}
