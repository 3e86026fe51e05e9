/** When a window that nobody has asked for goes again. */
import { beforeEach, expect, test } from 'vitest';
import { OwnOpening, type Wait } from '../../../electron/shell/own-opening.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { FakeTimer } from '../../fakes/timer.ts';

const ON: Wait = { is: 'on' };
const OVER: Wait = { is: 'over' };
const FAILED: Wait = { is: 'failed' };
const wentOn = (at = 1): Wait => ({ is: 'went-on', at });

function world() {
  const timer = new FakeTimer(new FakeClock());
  const state = { closed: 0 };
  const own = new OwnOpening({ timer, close: () => void state.closed++ });
  return { timer, state, own };
}
let w: ReturnType<typeof world>;
beforeEach(() => {
  w = world();
});
/** Opened by itself for a git that waits. */
const opened = () => {
  w.own.opened('wait');
  w.own.waitIs(ON);
};

test.each([false, true])('two seconds after the push went on, also where the code was typed in it (%s)', (used) => {
  opened();
  if (used) w.own.used();
  w.own.waitIs(wentOn());
  w.timer.pass(1_999);
  expect(w.state.closed).toBe(0);
  w.timer.pass(1);
  w.own.waitIs(OVER);
  expect([w.state.closed, w.timer.count]).toEqual([1, 0]);
});

test('what git tells of it is seen as long, and is told once', () => {
  opened();
  w.own.waitIs(wentOn(1));
  w.timer.pass(1_500);
  w.own.waitIs(wentOn(1));
  w.own.waitIs(wentOn(2));
  w.own.waitIs(wentOn(2));
  w.timer.pass(1_999);
  expect([w.state.closed, w.timer.count]).toEqual([0, 1]);
  w.timer.pass(1);
  expect(w.state.closed).toBe(1);
});

test.each<[string, () => void]>([
  ['a person asks for it meanwhile', () => w.own.wanted()],
  ['a person clicks in it meanwhile', () => w.own.used()],
  ['AWS has refused it', () => w.own.waitIs(FAILED)],
  ['another git waits', () => w.own.waitIs(ON)],
])('it stays where %s', (_, happen) => {
  opened();
  w.own.waitIs(wentOn());
  happen();
  w.timer.pass(10_000);
  expect([w.state.closed, w.timer.count]).toEqual([0, 0]);
});

test('that another waited in between only puts it off', () => {
  opened();
  w.own.waitIs(wentOn(1));
  w.own.waitIs(ON);
  w.own.waitIs(wentOn(2));
  w.timer.pass(2_000);
  expect(w.state.closed).toBe(1);
});

test('what AWS has refused stays also when that is no news any more', () => {
  opened();
  w.own.waitIs(FAILED);
  w.own.waitIs(OVER);
  expect(w.state.closed).toBe(0);
});

test('it goes at once when nothing waits for another reason, unless a person has begun something in it', () => {
  opened();
  w.own.waitIs(OVER);
  expect(w.state.closed).toBe(1);
  opened();
  w.own.used();
  w.own.waitIs(OVER);
  // From then on it is theirs, whatever else goes on.
  w.own.waitIs(ON);
  w.own.waitIs(wentOn());
  w.timer.pass(10_000);
  expect(w.state.closed).toBe(1);
});

test.each<[string, () => void]>([
  ['a person has opened', () => w.own.wanted()],
  ['stands in place of a tray', () => w.own.opened('tray')],
])('one that %s stays', (_, open) => {
  open();
  for (const wait of [ON, wentOn(), OVER]) w.own.waitIs(wait);
  w.timer.pass(10_000);
  expect([w.state.closed, w.timer.count]).toEqual([0, 0]);
});

test('it stands in place of a tray until a person uses it or asks for it', () => {
  const seen = [w.own.standsIn];
  for (const happen of [
    () => w.own.opened('wait'),
    () => w.own.opened('tray'),
    () => w.own.used(),
    () => w.own.opened('tray'),
    () => w.own.wanted(),
  ]) {
    happen();
    seen.push(w.own.standsIn);
  }
  expect(seen).toEqual([false, false, true, false, true, false]);
});
