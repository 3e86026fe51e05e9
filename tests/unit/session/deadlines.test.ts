import { describe, expect, test } from 'vitest';
import { nextLook, type Watched } from '../../../electron/core/session/deadlines.ts';
import { renewalTime } from '../../../electron/core/session/self-renewal.ts';
import { type SessionState, signedOut } from '../../../electron/core/session/state.ts';
import { MORNING } from '../../fakes/clock.ts';
import { HOUR, MINUTE, sessionWith } from '../samples.ts';

const END = MORNING + 12 * HOUR;
const active = (renewal: number | null = null, expiresAt = END): SessionState => ({
  is: 'active',
  session: sessionWith({ expiresAt }),
  renewal,
  failure: null,
});
const expired: SessionState = { is: 'expired', endedAt: END, until: null, failure: null };
const signingIn: SessionState = { is: 'signingIn', attempt: 1, endedAt: END, until: null };

describe('when the next session is asked for', () => {
  test.each([
    ['ten minutes before the end', true, active(), END - 10 * MINUTE],
    ['at once after the end', true, expired, 0],
    ['not while one is asked for already', true, active(2), null],
    ['not while signing in', true, signingIn, null],
    ['not after a person has signed out', true, signedOut(), null],
    ['not where that takes a person', false, active(), null],
    ['not where that takes a person, nor after the end', false, expired, null],
  ])('%s', (_, renews, state, expected) => {
    expect(renewalTime(renews, state)).toBe(expected);
  });
});

describe('the next look', () => {
  const watched = (state: SessionState, different: Partial<Watched> = {}): Watched => ({
    state,
    warnBefore: [15, 5],
    renews: false,
    ...different,
  });
  test.each<[string, readonly Watched[], number, number | null]>([
    ['none without profiles', [], MORNING, null],
    ['none where nothing is to come', [watched(signedOut()), watched(expired), watched(signingIn)], MORNING, null],
    ['a minute at the most', [watched(active())], MORNING, MINUTE],
    ['to the minute of a notice', [watched(active())], END - 15 * MINUTE - 30_000, 30_000],
    ['at once for a notice that is due', [watched(active())], END - 15 * MINUTE, 0],
    ['at once for one that is overdue', [watched(active())], END + HOUR, 0],
    ['to the end where nobody is warned', [watched(active(), { warnBefore: [] })], END - 20_000, 20_000],
    [
      'to a renewal that is to come',
      [watched(active(), { warnBefore: [], renews: true })],
      END - 10 * MINUTE - 20_000,
      20_000,
    ],
    [
      'past a renewal that is due, which was tried',
      [watched(active(), { warnBefore: [], renews: true })],
      END - 10 * MINUTE,
      MINUTE,
    ],
    ['a minute after an end whose renewal was tried', [watched(expired, { renews: true })], END, MINUTE],
    [
      'the soonest of all',
      [watched(active()), watched(active(null, MORNING + 40_000), { warnBefore: [] }), watched(signedOut())],
      MORNING,
      40_000,
    ],
  ])('%s', (_, list, now, expected) => {
    expect(nextLook(list, now)).toBe(expected);
  });
});
