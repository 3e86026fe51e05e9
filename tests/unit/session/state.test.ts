import { describe, expect, test } from 'vitest';
import { failure } from '../../../electron/core/base/failure.ts';
import { reactions } from '../../../electron/core/session/reactions.ts';
import {
  begunNow,
  deadline,
  next,
  type SessionEvent,
  type SessionState,
  sessionOf,
  signedOut,
} from '../../../electron/core/session/state.ts';
import { MORNING } from '../../fakes/clock.ts';
import { HOUR, MINUTE, sessionWith } from '../samples.ts';

const END = MORNING + 12 * HOUR;
const LEADS = [15, 5];
const OOPS = failure('file.disk-full', { path: '/f' });
const TOO_LATE = failure('session.expired');
const old = sessionWith({ id: 1, expiresAt: END });
const fresh = sessionWith({ id: 7, expiresAt: END + 12 * HOUR });
const over = sessionWith({ id: 7, expiresAt: MORNING - 1 });

const STATES = {
  signedOut: signedOut(),
  signedOutFailed: signedOut(OOPS),
  signingIn: { is: 'signingIn', attempt: 7, endedAt: null, until: null },
  signingInAgain: { is: 'signingIn', attempt: 7, endedAt: END, until: null },
  active: { is: 'active', session: old, renewal: null, failure: null },
  activeFailed: { is: 'active', session: old, renewal: null, failure: OOPS },
  renewing: { is: 'active', session: old, renewal: 7, failure: null },
  expired: { is: 'expired', endedAt: END, until: null, failure: null },
} as const satisfies Record<string, SessionState>;

const EVENTS = {
  codeSubmitted: { type: 'codeSubmitted', attempt: 7 },
  granted: { type: 'granted', attempt: 7, session: fresh, now: MORNING },
  grantedLate: { type: 'granted', attempt: 6, session: fresh, now: MORNING },
  grantedOver: { type: 'granted', attempt: 7, session: over, now: MORNING },
  refused: { type: 'refused', attempt: 7, failure: OOPS, isOver: false },
  refusedLate: { type: 'refused', attempt: 6, failure: OOPS, isOver: false },
  restored: { type: 'restored', session: fresh, now: MORNING },
  restoredOver: { type: 'restored', session: over, now: MORNING },
  effectFailed: { type: 'effectFailed', failure: OOPS },
  effectRecovered: { type: 'effectRecovered', failure: failure('file.disk-full') },
  otherRecovered: { type: 'effectRecovered', failure: failure('file.failed') },
  earlier: { type: 'timePassed', now: END - 15 * MINUTE - 1, warnBefore: LEADS },
  firstLead: { type: 'timePassed', now: END - 15 * MINUTE, warnBefore: LEADS },
  bothLeads: { type: 'timePassed', now: END - 1, warnBefore: LEADS },
  end: { type: 'timePassed', now: END, warnBefore: LEADS },
  signedOut: { type: 'signedOut' },
} as const satisfies Record<string, SessionEvent>;

type Row = { readonly [E in keyof typeof EVENTS]: SessionState | 'same' };

const active = (session = fresh, rest: Partial<SessionState & { is: 'active' }> = {}): SessionState => ({
  is: 'active',
  session,
  renewal: null,
  failure: null,
  ...rest,
});
const warned = (...minutes: number[]) => ({ ...old, warned: minutes });
const ended = (rest: Partial<SessionState & { is: 'expired' }> = {}): SessionState => ({
  is: 'expired',
  endedAt: END,
  until: null,
  failure: null,
  ...rest,
});
const endedBefore = ended({ endedAt: over.expiresAt });
const signing: SessionState & { is: 'signingIn' } = { is: 'signingIn', attempt: 7, endedAt: null, until: null };
const signingAgain: SessionState = { is: 'signingIn', attempt: 7, endedAt: END, until: null };
/** What an event changes only in a state that has a session, or waits for one. */
const UNMOVED = {
  granted: 'same',
  grantedLate: 'same',
  grantedOver: 'same',
  refused: 'same',
  refusedLate: 'same',
  earlier: 'same',
  firstLead: 'same',
  bothLeads: 'same',
  end: 'same',
  effectRecovered: 'same',
  otherRecovered: 'same',
} as const;

const TABLE: { readonly [S in keyof typeof STATES]: Row } = {
  signedOut: {
    ...UNMOVED,
    codeSubmitted: signing,
    restored: active(),
    restoredOver: endedBefore,
    effectFailed: signedOut(OOPS),
    signedOut: signedOut(),
  },
  signedOutFailed: {
    ...UNMOVED,
    effectRecovered: signedOut(),
    codeSubmitted: signing,
    restored: active(),
    restoredOver: endedBefore,
    effectFailed: signedOut(OOPS),
    signedOut: signedOut(),
  },
  signingIn: {
    ...UNMOVED,
    codeSubmitted: signing,
    granted: active(),
    grantedOver: signedOut(TOO_LATE),
    refused: signedOut(OOPS),
    restored: active(fresh, { renewal: 7 }),
    restoredOver: { ...signing, endedAt: over.expiresAt },
    effectFailed: 'same',
    signedOut: signedOut(),
  },
  signingInAgain: {
    ...UNMOVED,
    codeSubmitted: signingAgain,
    granted: active(),
    grantedOver: ended({ failure: TOO_LATE }),
    refused: ended({ failure: OOPS }),
    restored: active(fresh, { renewal: 7 }),
    restoredOver: { ...signing, endedAt: over.expiresAt },
    effectFailed: 'same',
    signedOut: signedOut(),
  },
  active: {
    ...UNMOVED,
    codeSubmitted: active(old, { renewal: 7 }),
    restored: 'same',
    restoredOver: 'same',
    effectFailed: active(old, { failure: OOPS }),
    firstLead: active(warned(15)),
    bothLeads: active(warned(15, 5)),
    end: ended(),
    signedOut: signedOut(),
  },
  activeFailed: {
    ...UNMOVED,
    effectRecovered: active(old),
    codeSubmitted: active(old, { renewal: 7 }),
    restored: 'same',
    restoredOver: 'same',
    effectFailed: active(old, { failure: OOPS }),
    firstLead: active(warned(15), { failure: OOPS }),
    bothLeads: active(warned(15, 5), { failure: OOPS }),
    end: ended({ failure: OOPS }),
    signedOut: signedOut(),
  },
  renewing: {
    ...UNMOVED,
    codeSubmitted: active(old, { renewal: 7 }),
    granted: active(),
    // A session that was over before it came is no reason to end the one that stands.
    grantedOver: active(old, { failure: TOO_LATE }),
    refused: active(old, { failure: OOPS }),
    restored: 'same',
    restoredOver: 'same',
    effectFailed: active(old, { renewal: 7, failure: OOPS }),
    firstLead: active(warned(15), { renewal: 7 }),
    bothLeads: active(warned(15, 5), { renewal: 7 }),
    end: signingAgain,
    signedOut: signedOut(),
  },
  expired: {
    ...UNMOVED,
    codeSubmitted: signingAgain,
    restored: 'same',
    restoredOver: 'same',
    effectFailed: ended({ failure: OOPS }),
    signedOut: signedOut(),
  },
};

const stateNames = Object.keys(STATES) as (keyof typeof STATES)[];
const eventNames = Object.keys(EVENTS) as (keyof typeof EVENTS)[];
const cells = stateNames.flatMap((state) => eventNames.map((event) => [state, event] as const));

describe('next', () => {
  test.each(cells)('%s, %s', (state, event) => {
    const before = STATES[state];
    const expected = TABLE[state][event];
    const after = next(before, EVENTS[event]);
    if (expected === 'same') expect(after).toBe(before);
    else expect(after).toStrictEqual(expected);
  });

  test('a session serves from its grant until its end, through any renewal, to the millisecond', () => {
    let state = next(next(signedOut(), { type: 'codeSubmitted', attempt: 1 }), {
      type: 'granted',
      attempt: 1,
      session: old,
      now: MORNING,
    });
    state = next(state, { type: 'codeSubmitted', attempt: 2 });
    expect(sessionOf(state)).toBe(old);
    state = next(state, { type: 'timePassed', now: END - 1, warnBefore: [] });
    expect(sessionOf(state)).toBe(old);
    state = next(state, { type: 'timePassed', now: END, warnBefore: [] });
    expect(sessionOf(state)).toBeNull();
    // The renewal that outlived the session still brings the next one.
    state = next(state, { type: 'granted', attempt: 2, session: { ...fresh, id: 2 }, now: END + 1 });
    expect(sessionOf(state)?.id).toBe(2);
  });

  test.each([
    ['a moment before its end', END - 1, 'active'],
    ['at its end', END, 'over'],
  ] as const)('a session that comes %s is %s', (_, now, expected) => {
    const granted = next(signing, { type: 'granted', attempt: 7, session: old, now });
    const restored = next(signedOut(), { type: 'restored', session: old, now });
    expect([granted, restored]).toEqual(
      expected === 'active' ? [active(old), active(old)] : [signedOut(TOO_LATE), ended()],
    );
  });

  test('a lead time is warned of once, whatever the order in which the lead times are listed', () => {
    let state: SessionState = active(old);
    const notices: number[][] = [];
    for (let minute = 20; minute >= 0; minute--) {
      const after = next(state, { type: 'timePassed', now: END - minute * MINUTE, warnBefore: [5, 15, 1] });
      for (const reaction of reactions(state, after)) {
        if (reaction.do === 'warnOfEnd') notices.push([...reaction.session.warned]);
      }
      state = after;
    }
    expect(notices).toEqual([[15], [15, 5], [15, 5, 1]]);
  });
});

describe('reactions', () => {
  const names = (before: SessionState, event: SessionEvent) =>
    reactions(before, next(before, event)).map((reaction) => reaction.do);
  const BEGIN = ['deliver', 'keep', 'serveWaiting'];
  const ENDED = ['withdraw', 'forget', 'tellEnded'];
  const EXPECTED: Partial<Record<`${keyof typeof STATES}, ${keyof typeof EVENTS}`, readonly string[]>> = {
    'signedOut, restored': BEGIN,
    'signedOutFailed, restored': BEGIN,
    'signingIn, restored': BEGIN,
    'signingInAgain, restored': BEGIN,
    'signingIn, granted': BEGIN,
    'signingInAgain, granted': BEGIN,
    'renewing, granted': BEGIN,
    'signedOut, restoredOver': ENDED,
    'signedOutFailed, restoredOver': ENDED,
    'signingIn, restoredOver': ENDED,
    'signingInAgain, restoredOver': ENDED,
    'active, end': ENDED,
    'activeFailed, end': ENDED,
    'renewing, end': ENDED,
    'active, signedOut': ['withdraw', 'forget'],
    'activeFailed, signedOut': ['withdraw', 'forget'],
    'renewing, signedOut': ['withdraw', 'forget'],
  };
  for (const state of ['active', 'activeFailed', 'renewing'] as const) {
    EXPECTED[`${state}, firstLead`] = ['warnOfEnd', 'keep'];
    EXPECTED[`${state}, bothLeads`] = ['warnOfEnd', 'keep'];
  }

  test.each(cells)('%s, %s', (state, event) => {
    expect(names(STATES[state], EVENTS[event])).toEqual(EXPECTED[`${state}, ${event}`] ?? []);
  });

  test('what is delivered and kept is the new session', () => {
    const after = next(STATES.renewing, EVENTS.granted);
    const sessions = reactions(STATES.renewing, after).flatMap((r) => ('session' in r ? [r.session] : []));
    expect(sessions).toEqual([fresh, fresh]);
  });
});

describe('deadline', () => {
  test.each([
    ['without a session', signedOut(), LEADS, null],
    ['while signing in', signing, LEADS, null],
    ['after the end', ended(), LEADS, null],
    ['the first lead', active(old), LEADS, END - 15 * MINUTE],
    ['the leads in any order', active(old), [5, 15], END - 15 * MINUTE],
    ['the second lead', active(warned(15)), LEADS, END - 5 * MINUTE],
    ['all leads warned of', active(warned(15, 5)), LEADS, END],
    ['no leads', active(old), [], END],
    ['a lead that was taken out of the settings', active(warned(15)), [], END],
    ['a lead that was added since', active(warned(15, 5)), [15, 5, 30], END - 30 * MINUTE],
  ] as const)('%s', (_, state, leads, expected) => {
    expect(deadline(state, leads)).toBe(expected);
  });
});

test.each([
  ['long', END, []],
  ['as long as the lead', MORNING + 15 * MINUTE, [15]],
  ['a second longer than the lead', MORNING + 15 * MINUTE + 1000, []],
  ['shorter than both', MORNING + 5 * MINUTE, [15, 5]],
])('a session that begins %s has passed', (_, expiresAt, passed) => {
  const { credentials, identity } = sessionWith();
  const session = begunNow(7, { granted: { credentials, expiresAt }, identity, until: null }, MORNING, LEADS);
  expect(session).toEqual({ id: 7, credentials, expiresAt, until: null, begunAt: MORNING, identity, warned: passed });
});
