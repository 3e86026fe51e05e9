import { beforeEach, expect, test } from 'vitest';
import { Unconfirmed } from '../../../../electron/core/git/credential/unconfirmed.ts';
import { FakeClock } from '../../../fakes/clock.ts';
import { FakeTimer } from '../../../fakes/timer.ts';

let timer: FakeTimer;
let unconfirmed: Unconfirmed;
let over: string[];
beforeEach(() => {
  timer = new FakeTimer(new FakeClock());
  unconfirmed = new Unconfirmed(timer);
  over = [];
});
const answered = (repository: string, said = repository) =>
  unconfirmed.answered(repository, false, () => over.push(said));

test('silence means nothing until a git has told how it went', () => {
  answered('a');
  timer.pass(60_000);
  expect(over).toEqual([]);
  expect(timer.count).toBe(0);
});

test('of a profile that has not worked there yet it means something at once, also before', () => {
  unconfirmed.answered('a', true, () => over.push('a'));
  timer.pass(2_999);
  expect(over).toEqual([]);
  timer.pass(1);
  expect([over, timer.count]).toEqual([['a'], 0]);
  unconfirmed.answered('b', true, () => over.push('b'));
  unconfirmed.heard('b');
  expect(timer.count).toBe(0);
});

test('then it means something after twenty seconds, once', () => {
  unconfirmed.heard('other');
  answered('a');
  timer.pass(19_999);
  expect(over).toEqual([]);
  timer.pass(1);
  expect(over).toEqual(['a']);
  timer.pass(60_000);
  expect(over).toEqual(['a']);
});

test('what is heard in time ends the wait of its repository, and of no other', () => {
  unconfirmed.heard('a');
  answered('a');
  answered('b');
  unconfirmed.heard('a');
  expect(timer.count).toBe(1);
  timer.pass(20_000);
  expect(over).toEqual(['b']);
});

test('a later answer for the same repository begins anew, in place of the earlier', () => {
  unconfirmed.heard('a');
  answered('a', 'first');
  timer.pass(15_000);
  answered('a', 'second');
  timer.pass(19_999);
  expect(over).toEqual([]);
  timer.pass(1);
  expect(over).toEqual(['second']);
});

test('what is over can begin again from within', () => {
  unconfirmed.heard('a');
  unconfirmed.answered('a', false, () => answered('a', 'again'));
  timer.pass(20_000);
  unconfirmed.heard('a');
  timer.pass(20_000);
  expect(over).toEqual([]);
  expect(timer.count).toBe(0);
});
