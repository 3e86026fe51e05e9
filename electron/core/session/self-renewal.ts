/**
 * A session of a way in that renews itself is asked for anew before its keys end, as long as that can be had without a
 * person, and nobody is told of an end that will not come. Where AWS ends the whole sign-in, it takes a person again.
 */
import type { EpochMs } from '../base/time.ts';
import { type Session, type SessionState, untilOf, untilWithoutKeys } from './state.ts';

const EARLY_MS = 10 * 60_000;

/** Short keys are used for most of their time. `begunAt` is null where nobody knows it. */
export function renewAt({ begunAt, expiresAt }: Pick<Session, 'begunAt' | 'expiresAt'>): EpochMs {
  const third = begunAt === null ? EARLY_MS : (expiresAt - begunAt) / 3;
  return expiresAt - Math.min(EARLY_MS, third);
}

/** Whether AWS would give more keys after those of now. */
export function goesOn(state: SessionState): boolean {
  const until = untilOf(state);
  return until === null || (state.is === 'active' ? state.session.expiresAt < until : untilWithoutKeys(state) !== null);
}

/** Nobody knows of an end that a person would have to be warned of. */
export const isEndless = (renews: boolean, state: SessionState): boolean => renews && untilOf(state) === null;

/** When the next session should be asked for, or null where that takes a person, is under way, or has none to go on from. */
export function renewalTime(renews: boolean, state: SessionState): EpochMs | null {
  if (!renews || !goesOn(state)) return null;
  // At once: the clock may have been put right since, and the end lie ahead.
  if (state.is === 'expired') return 0;
  return state.is === 'active' && state.renewal === null ? renewAt(state.session) : null;
}
