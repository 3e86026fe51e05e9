import { beforeEach, expect, test } from 'vitest';
import { AwsClock } from '../../../electron/core/base/aws-clock.ts';
import { failure } from '../../../electron/core/base/failure.ts';
import { States } from '../../../electron/core/session/states.ts';
import { FakeClock, MORNING } from '../../fakes/clock.ts';
import { HOUR, MINUTE, profileWith, sessionWith } from '../samples.ts';

const profile = profileWith();
const session = sessionWith();
const END = session.expiresAt;

function world() {
  const wall = new FakeClock();
  const log: string[] = [];
  const does = (what: string) => (one: { id: string }) => void log.push(`${what} ${one.id}`);
  const state = { renewsItself: false };
  const states = new States({
    clock: new AwsClock(wall),
    effects: {
      deliver: does('deliver'),
      withdraw: does('withdraw'),
      keep: does('keep'),
      keepAgain: does('keepAgain'),
      forget: does('forget'),
    },
    renewsItself: () => state.renewsItself,
    emit: (news) => log.push('left' in news ? `${news.is} ${news.left / MINUTE}` : news.is),
    begun: does('begun'),
    moved: () => log.push('moved'),
  });
  const take = () => log.splice(0);
  const begin = () => {
    states.step(profile, { type: 'codeSubmitted', attempt: 1 });
    states.step(profile, { type: 'granted', attempt: 1, session, now: MORNING });
    take();
  };
  const pass = (now: number) => {
    wall.advance(now - wall.wall());
    states.step(profile, { type: 'timePassed', now, warnBefore: [15] });
  };
  return { wall, state, states, take, begin, pass };
}
let w: ReturnType<typeof world>;
beforeEach(() => {
  w = world();
});

test('a session that has begun is delivered, kept and told, and then what is shown has changed', () => {
  w.states.step(profile, { type: 'codeSubmitted', attempt: 1 });
  expect(w.take()).toEqual(['moved']);
  w.states.step(profile, { type: 'granted', attempt: 1, session, now: MORNING });
  expect(w.take()).toEqual(['deliver p1', 'keep p1', 'begun p1', 'moved']);
  expect(w.states.of('p1')).toMatchObject({ is: 'active', session });
  expect(w.states.of('p2')).toEqual({ is: 'signedOut', failure: null });
});

test('what changes nothing is told to nobody', () => {
  w.begin();
  w.states.step(profile, { type: 'refused', attempt: 7, failure: failure('code.rejected'), isOver: false });
  w.pass(MORNING + MINUTE);
  expect(w.take()).toEqual([]);
});

test('a warning says how much time is left, and is kept', () => {
  w.begin();
  w.pass(END - 14 * MINUTE);
  expect(w.take()).toEqual(['session-ending 14', 'keep p1', 'moved']);
});

test.each([
  [false, ['withdraw p1', 'forget p1', 'session-ended', 'moved']],
  // One that is renewed in the same moment has not ended for anybody.
  [true, ['withdraw p1', 'forget p1', 'moved']],
])('an end is told unless the session renews itself (%s)', (renewsItself, log) => {
  w.begin();
  w.state.renewsItself = renewsItself;
  w.pass(END);
  expect(w.take()).toEqual(log);
});

test('a session serves up to its end by AWS’s time, whether a timer has run or not', () => {
  w.begin();
  w.wall.advance(12 * HOUR - 1);
  expect(w.states.sessionOf('p1')).toBe(session);
  w.wall.advance(1);
  expect(w.states.sessionOf('p1')).toBeNull();
  expect(w.states.of('p1').is).toBe('active');
  expect(w.states.sessionOf('p2')).toBeNull();
});
