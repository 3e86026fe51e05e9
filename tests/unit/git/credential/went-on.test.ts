/** The moment in which a person sees that their push went on. */
import { beforeEach, expect, test } from 'vitest';
import { WentOn } from '../../../../electron/core/git/credential/went-on.ts';
import { FakeClock } from '../../../fakes/clock.ts';
import { FakeTimer } from '../../../fakes/timer.ts';

const asked = (repository = 'app', host = 'h') => ({ host, repository, region: 'eu-west-1', username: null });

function world() {
  const clock = new FakeClock();
  const timer = new FakeTimer(clock);
  const state = { changes: 0 };
  const changed = () => {
    state.changes++;
  };
  return { clock, timer, state, gits: new WentOn({ timer, now: () => clock.wall(), changed }) };
}
let w: ReturnType<typeof world>;
beforeEach(() => {
  w = world();
});

test('is shown at once, again when git has told, and is over six seconds later', () => {
  expect(w.gits.view).toBeNull();
  w.gits.answered(asked());
  const first = w.clock.wall();
  expect(w.gits.view).toEqual({ repositories: ['app'], outcome: null, at: first });
  w.timer.pass(5_000);
  w.gits.heard(asked(), 'taken');
  expect(w.gits.view).toEqual({ repositories: ['app'], outcome: 'taken', at: first + 5_000 });
  w.timer.pass(5_999);
  expect(w.gits.view).not.toBeNull();
  w.timer.pass(1);
  expect([w.gits.view, w.timer.count, w.state.changes]).toEqual([null, 0, 3]);
});

test.each([
  [['taken', 'taken'], 'taken'],
  [['taken', null], null],
  [['refused', null], 'refused'],
  [['taken', 'refused'], 'refused'],
] as const)('of several that went on together (%j): %s', (outcomes, whole) => {
  w.gits.answered(asked('a'));
  w.gits.answered(asked('b'));
  for (const [i, outcome] of outcomes.entries()) if (outcome) w.gits.heard(asked('ab'[i]), outcome);
  expect(w.gits.view).toMatchObject({ repositories: ['a', 'b'], outcome: whole });
});

test('what has not waited, and what is known already, is no news', () => {
  w.gits.heard(asked(), 'taken');
  expect([w.gits.view, w.state.changes]).toEqual([null, 0]);
  w.gits.answered(asked());
  w.gits.heard(asked('app', 'elsewhere'), 'taken');
  w.gits.heard(asked(), 'taken');
  w.gits.heard(asked(), 'taken');
  expect(w.state.changes).toBe(2);
});

test('is over when nobody looks any more', () => {
  w.gits.clear();
  expect(w.state.changes).toBe(0);
  w.gits.answered(asked());
  w.gits.clear();
  expect([w.gits.view, w.timer.count, w.state.changes]).toEqual([null, 0, 2]);
});
