import { describe, expect, test } from 'vitest';
import { goesOn, isEndless, renewAt, renewalTime } from '../../../electron/core/session/self-renewal.ts';
import { type SessionState, signedOut } from '../../../electron/core/session/state.ts';
import { MORNING } from '../../fakes/clock.ts';
import { HOUR, MINUTE, sessionWith } from '../samples.ts';

test.each([
  ['keys of a quarter of an hour', MORNING, 15 * MINUTE, 5 * MINUTE],
  ['keys of half an hour', MORNING, 30 * MINUTE, 10 * MINUTE],
  ['keys of an hour', MORNING, HOUR, 10 * MINUTE],
  ['keys of half a day', MORNING, 12 * HOUR, 10 * MINUTE],
  ['keys of a minute', MORNING, MINUTE, MINUTE / 3],
  ['keys whose beginning nobody knows', null, 15 * MINUTE, 10 * MINUTE],
])('%s are renewed in good time', (_, begunAt, lasts, early) => {
  const expiresAt = MORNING + lasts;
  expect(renewAt({ begunAt, expiresAt })).toBe(expiresAt - early);
});

const UNTIL = MORNING + 12 * HOUR;
const active = (expiresAt: number, until: number | null): SessionState => ({
  is: 'active',
  session: sessionWith({ expiresAt, until }),
  renewal: null,
  failure: null,
});
const expired = (endedAt: number, until: number | null): SessionState => ({
  is: 'expired',
  endedAt,
  until,
  failure: null,
});

describe('whether keys follow, and when; and whether no end is known', () => {
  const QUARTER = MORNING + 15 * MINUTE;
  test.each<[string, SessionState, boolean, number | null, boolean]>([
    ['signed out', signedOut(), true, null, true],
    ['as long as nobody ends it', active(QUARTER, null), true, QUARTER - 5 * MINUTE, true],
    ['within a sign-in', active(QUARTER, UNTIL), true, QUARTER - 5 * MINUTE, false],
    ['the last keys of a sign-in', active(UNTIL, UNTIL), false, null, false],
    ['keys that outlive their sign-in', active(UNTIL + 1, UNTIL), false, null, false],
    ['keys that have ended', expired(QUARTER, null), true, 0, true],
    ['keys that have ended within a sign-in', expired(QUARTER, UNTIL), true, 0, false],
    ['a sign-in that has ended', expired(UNTIL, UNTIL), false, null, false],
    ['signing in again within it', { is: 'signingIn', attempt: 1, endedAt: QUARTER, until: UNTIL }, true, null, false],
  ])('%s', (_, state, follows, at, endless) => {
    expect([goesOn(state), renewalTime(true, state), isEndless(true, state)]).toEqual([follows, at, endless]);
    expect([renewalTime(false, state), isEndless(false, state)]).toEqual([null, false]);
  });
});
