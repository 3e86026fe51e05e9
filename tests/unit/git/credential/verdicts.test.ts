import { beforeEach, expect, test } from 'vitest';
import { failure } from '../../../../electron/core/base/failure.ts';
import { Verdicts } from '../../../../electron/core/git/credential/verdicts.ts';

const NOW = 1_000_000;
const LIFE = 10_000;
const asked = { host: 'h', repository: 'app', region: 'eu-west-1', username: null };
const why = failure('git.wait-over', { repository: 'app', minutes: 5 });

let verdicts: Verdicts;
beforeEach(() => {
  verdicts = new Verdicts();
  verdicts.add(asked, why, NOW);
});

test.each([
  ['at once', asked, NOW, why],
  ['whatever else is asked', { ...asked, region: 'us-east-1', username: 'ann' }, NOW, why],
  ['just in time', asked, NOW + LIFE - 1, why],
  ['too late', asked, NOW + LIFE, null],
  ['for another host', { ...asked, host: 'other' }, NOW, null],
  ['for another repository', { ...asked, repository: 'lib' }, NOW, null],
])('one is taken %s: %#', (_, by, now, expected) => {
  expect(verdicts.take(by, now)).toEqual(expected);
});

test('one is taken once', () => {
  expect([verdicts.take(asked, NOW), verdicts.take(asked, NOW)]).toEqual([why, null]);
});

test('the oldest is taken first, and nobody takes another’s', () => {
  const lib = { ...asked, repository: 'lib' };
  const later = failure('git.wait-cancelled', { repository: 'app' });
  const other = failure('git.wait-cancelled', { repository: 'lib' });
  verdicts.add(lib, other, NOW + 1);
  verdicts.add(asked, later, NOW + 2);
  expect(verdicts.take(asked, NOW + 3)).toEqual(why);
  expect(verdicts.take(asked, NOW + LIFE)).toEqual(later);
  expect(verdicts.take(asked, NOW + LIFE)).toBeNull();
  expect(verdicts.take(lib, NOW + LIFE)).toEqual(other);
});

test('one that was not taken in time does not come back, however the clock is set', () => {
  expect(verdicts.take(asked, NOW + LIFE)).toBeNull();
  expect(verdicts.take(asked, NOW)).toBeNull();
});
