import { describe, expect, test } from 'vitest';
import { type AppView, mostUrgent, type Phase } from '../../../electron/core/app/view.ts';
import { profileView } from '../../../electron/core/app/view-of.ts';
import { failure } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import type { SessionState } from '../../../electron/core/session/state.ts';
import { factsOf } from '../../../electron/core/sources/ways-in.ts';
import { MORNING } from '../../fakes/clock.ts';
import { HOUR, MINUTE, NO_TOTP, profileWith, sessionWith } from '../samples.ts';

const END = MORNING + 12 * HOUR;
const session = sessionWith({ expiresAt: END });
const active = (rest: Partial<SessionState & { is: 'active' }> = {}): SessionState => ({
  is: 'active',
  session,
  renewal: null,
  failure: null,
  ...rest,
});
const show = (state: SessionState, now: number, profile = profileWith(), isEndless = false) =>
  profileView(profile, { stateOf: () => state, isEndless: () => isEndless }, NO_TOTP, now);

describe('the phase', () => {
  test.each<[Phase, SessionState, number, readonly number[]]>([
    ['signedOut', { is: 'signedOut', failure: null }, MORNING, [15, 5]],
    ['signingIn', { is: 'signingIn', attempt: 1, endedAt: null, until: null }, MORNING, [15, 5]],
    ['expired', { is: 'expired', endedAt: END, until: null, failure: null }, END, [15, 5]],
    ['active', active(), END - 15 * MINUTE - 1, [15, 5]],
    ['expiring', active(), END - 15 * MINUTE, [15, 5]],
    ['expiring', active(), END - 15 * MINUTE, [5, 15]],
    ['active', active(), END - 15 * MINUTE, [5]],
    ['expiring', active(), END - 60 * MINUTE, [60]],
    ['active', active(), END - 15 * MINUTE - 1, []],
    ['expiring', active(), END - 15 * MINUTE, []],
    ['expiring', active(), END - 1, [15, 5]],
    // No timer has run yet; the end counts all the same.
    ['expired', active(), END, [15, 5]],
    ['expired', active({ renewal: 2 }), END + HOUR, [15, 5]],
  ])('%s', (phase, state, now, warnBefore) => {
    expect(show(state, now, profileWith({ warnBefore })).phase).toBe(phase);
  });
});

test.each([
  ['active', END - 1],
  // No timer has run yet; the end counts all the same.
  ['expired', END],
] as const)('a session that is renewed without a person is %s, however near its end', (phase, now) => {
  expect(show(active(), now, profileWith(), true).phase).toBe(phase);
});

test('of keys that are renewed until a sign-in ends, that end is what is shown and warned of', () => {
  const until = MORNING + 12 * HOUR;
  const renewed = active({ session: sessionWith({ expiresAt: until - 20 * MINUTE, until }) });
  expect(show(renewed, until - 21 * MINUTE)).toMatchObject({ phase: 'active', expiresAt: until });
  expect(show(renewed, until - 15 * MINUTE)).toMatchObject({ phase: 'expiring', expiresAt: until });
});

test('a session’s end, identity, renewal and failure are shown', () => {
  const why = failure('file.read-only', { path: '/f' });
  expect(show(active({ renewal: 2, failure: why }), MORNING)).toEqual({
    ...profileWith(),
    ...factsOf(profileWith()),
    phase: 'active',
    endless: false,
    renewing: true,
    expiresAt: END,
    endedAt: null,
    identity: session.identity,
    failure: why,
    storedTotp: false,
    nextCodeAt: null,
  });
  expect(show(active(), MORNING)).toMatchObject({ renewing: false, failure: null });
  expect(show({ is: 'signingIn', attempt: 1, endedAt: null, until: null }, MORNING)).toMatchObject({
    renewing: false,
    expiresAt: null,
    identity: null,
    failure: null,
  });
});

test('no secret is in it, however it is printed or sent', () => {
  const planted = sessionWith({
    credentials: new Secret({
      accessKeyId: 'ASIAPLANTED',
      secretAccessKey: 'planted-secret-key',
      sessionToken: 'planted-token',
    }),
  });
  for (const state of [active({ session: planted }), active({ session: planted, renewal: 3 })]) {
    const view = show(state, MORNING);
    expect(JSON.stringify(view)).not.toMatch(/planted/i);
    expect(JSON.stringify(structuredClone(view))).not.toMatch(/planted/i);
    expect(view).not.toHaveProperty('session');
  }
});

describe('the profile that the tray speaks of', () => {
  const of = (...phases: Phase[]): Phase | undefined => {
    const profiles = phases.map((phase, i) => ({ ...show(active(), MORNING), id: `p${i}`, phase }));
    return mostUrgent({ profiles } as unknown as AppView)?.phase;
  };
  test.each<[Phase[], Phase | undefined]>([
    [[], undefined],
    [['active', 'expiring', 'expired'], 'expiring'],
    [['active', 'signedOut', 'expired'], 'expired'],
    [['signedOut', 'signingIn'], 'signingIn'],
    [['active', 'signedOut'], 'signedOut'],
    [['active', 'active'], 'active'],
  ])('of %j is %s', (phases, phase) => {
    expect(of(...phases)).toBe(phase);
    expect(of(...phases.reverse())).toBe(phase);
  });

  test('of equals is the first', () => {
    const profiles = ['a', 'b'].map((id) => ({ ...show(active(), MORNING), id }));
    expect(mostUrgent({ profiles } as unknown as AppView)?.id).toBe('a');
  });
});
