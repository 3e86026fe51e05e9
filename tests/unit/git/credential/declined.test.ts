import { beforeEach, describe, expect, test } from 'vitest';
import { Declined } from '../../../../electron/core/git/credential/declined.ts';

const of = (repository: string) => ({ host: 'h', repository, region: 'eu-west-1', username: null });
const [APP, LIB] = [of('app'), of('lib')];
let declined: Declined;
beforeEach(() => {
  declined = new Declined();
});

describe('the git command that was declined', () => {
  test.each([
    ['asks for the next repository', LIB, 1_999, 'cancelled'],
    ['asks again for the same', APP, 0, 'cancelled'],
    ['has ended long before', LIB, 2_000, null],
  ] as const)('%s', (_, asked, later, expected) => {
    declined.add('p1', APP, 'cancelled', 1_000);
    expect(declined.again('p1', asked, 1_000 + later)).toBe(expected);
  });

  test('asks for eight, and for each a second time, as long as that takes', () => {
    declined.add('p1', of('r0'), 'over', 0);
    const names = Array.from({ length: 8 }, (_, i) => of(`r${i}`));
    const rest = [...names.slice(1), ...names];
    const answers = rest.map((asked, i) => declined.again('p1', asked, (i + 1) * 1_500));
    expect(answers).toEqual(rest.map(() => 'over'));
  });

  test('does not ask a third time: that is a person', () => {
    declined.add('p1', APP, 'cancelled', 0);
    expect(declined.again('p1', APP, 100)).toBe('cancelled');
    expect(declined.again('p1', APP, 200)).toBeNull();
    expect(declined.again('p1', LIB, 300)).toBe('cancelled');
    expect(declined.again('p1', LIB, 400)).toBe('cancelled');
    expect(declined.again('p1', LIB, 500)).toBeNull();
  });

  test('is counted anew with the next decline', () => {
    declined.add('p1', APP, 'cancelled', 0);
    declined.again('p1', APP, 100);
    declined.add('p1', APP, 'over', 10_000);
    expect(declined.again('p1', APP, 10_100)).toBe('over');
  });

  test('of several that waited for one repository each counts as the first', () => {
    for (const _ of [1, 2, 3]) declined.add('p1', APP, 'cancelled', 0);
    expect(declined.again('p1', APP, 1)).toBe('cancelled');
    expect(declined.again('p1', APP, 2)).toBeNull();
  });

  test('says nothing of what waits for another sign-in, nor without a decline', () => {
    expect(declined.again('p1', APP, 0)).toBeNull();
    declined.add('p1', APP, 'cancelled', 0);
    expect(declined.again('p2', LIB, 1)).toBeNull();
  });
});

describe('what keeps asking', () => {
  test.each([
    ['by a person who has changed their mind', APP, 29_999, false],
    ['by itself', APP, 30_000, true],
    ['hours later', APP, 36_000_000, true],
    ['for another repository', LIB, 60_000, false],
    ['for one of another host', { ...APP, host: 'other' }, 60_000, false],
  ] as const)('%s', (_, asked, now, expected) => {
    declined.add('p1', APP, 'over', 0);
    expect(declined.isRepeated(asked, now)).toBe(expected);
  });

  test('is new again after a sign-in, and no other', () => {
    declined.add('p1', APP, 'over', 0);
    declined.add('p2', LIB, 'over', 0);
    declined.forget(({ repository }) => repository === 'app');
    expect([declined.isRepeated(APP, 60_000), declined.isRepeated(LIB, 60_000)]).toEqual([false, true]);
  });

  test('counts from its last decline, also one of a whole command', () => {
    declined.add('p1', LIB, 'cancelled', 0);
    declined.again('p1', APP, 1_000);
    expect([declined.isRepeated(APP, 30_999), declined.isRepeated(APP, 31_000)]).toEqual([false, true]);
  });
});
