// What all others know of a way in, kind by kind.
import { describe, expect, test } from 'vitest';
import type { Way, WayName } from '../../../electron/core/settings/way.ts';
import type { WayFacts } from '../../../electron/core/sources/way-kind.ts';
import { factsOf, isSameCaller, keyOf, rootOf } from '../../../electron/core/sources/ways-in.ts';
import { choiceWith, profileWith, ROLE, throughWith } from '../samples.ts';

const CENTER: Way = {
  is: 'identity-center',
  session: 'corp',
  startUrl: 'https://corp.awsapps.com/start',
  ssoRegion: 'eu-west-1',
  account: '123456789012',
  role: 'PowerUser',
};
const WAYS: { readonly [N in WayName]: Way } = {
  key: choiceWith({ source: 'work', role: ROLE, durationSeconds: 7_200 }).way,
  session: throughWith('p1'),
  browser: { is: 'browser' },
  'identity-center': CENTER,
};

test.each<[WayName, Partial<WayFacts>]>([
  ['key', { key: 'work', parent: null, role: ROLE.arn, typesCode: true, canStoreTotp: true, durationSeconds: 7_200 }],
  ['session', { key: null, serial: null, parent: 'p1', role: ROLE.arn, typesCode: false, canStoreTotp: false }],
  ['browser', { key: null, serial: null, parent: null, role: null, typesCode: false, canStoreTotp: false }],
  ['identity-center', { key: null, serial: null, parent: null, role: null, typesCode: false, canStoreTotp: false }],
])('%s', (name, facts) => {
  expect(factsOf({ way: WAYS[name] })).toMatchObject(facts);
});

describe('of every kind', () => {
  const all = Object.entries(WAYS);
  test.each(all)('%s: it lasts no longer and no shorter than it can', (_, way) => {
    const { shortest, durationSeconds, longest } = factsOf({ way });
    expect(shortest).toBeLessThanOrEqual(durationSeconds);
    expect(durationSeconds).toBeLessThanOrEqual(longest);
  });

  test.each(all)('%s: programs can ask Daypass, and where a file cannot be had it is said why', (_, way) => {
    const { process, file } = factsOf({ way }).deliveries;
    expect(process).toBeNull();
    expect(file?.code ?? null).toBe(way.is === 'browser' ? 'profile.short-lived' : null);
  });

  test.each(all)('%s: a code is typed where a device makes one', (_, way) => {
    const { serial, typesCode } = factsOf({ way });
    expect(typesCode).toBe(serial !== null);
  });
});

test.each([
  [choiceWith().way, 43_200, 129_600],
  [choiceWith({ role: ROLE }).way, 43_200, 43_200],
  [throughWith('p1'), 3_600, 3_600],
])('how long at most, row %#', (way, durationSeconds, longest) => {
  expect(factsOf({ way })).toMatchObject({ durationSeconds, shortest: 900, longest });
});

describe('what a session rests on', () => {
  const first = profileWith({ source: 'work' });
  const second = profileWith({ id: 'p2', way: throughWith('p1') });
  const third = profileWith({ id: 'p3', way: throughWith('p2') });
  const browser = profileWith({ id: 'p4', way: { is: 'browser' } });
  const role = profileWith({ id: 'p5', way: throughWith('p4') });
  const all = [third, second, first, browser, role];

  test.each([
    [first, 'p1', 'work'],
    [second, 'p1', 'work'],
    [third, 'p1', 'work'],
    [role, 'p4', null],
    [profileWith({ id: 'p6', way: throughWith('p9') }), 'p6', null],
  ])('row %#', (profile, root, key) => {
    expect([rootOf(profile, all).id, keyOf(profile, all)]).toEqual([root, key]);
  });

  test('ends in a circle as well', () => {
    const circle = [profileWith({ id: 'a', way: throughWith('b') }), profileWith({ id: 'b', way: throughWith('a') })];
    expect(keyOf(circle[0] ?? expect.fail(), circle)).toBeNull();
  });
});

test.each<[string, Way, boolean]>([
  ['another device', choiceWith({ serial: 'GAHT12345678' }).way, true],
  ['another length', choiceWith({ durationSeconds: 900 }).way, true],
  ['another key', choiceWith({ source: 'other' }).way, false],
  ['a role', choiceWith({ role: ROLE }).way, false],
  ['another way in', CENTER, false],
])('AWS sees the same caller: %s', (_, way, isSame) => {
  expect(isSameCaller(profileWith(), profileWith({ way }))).toBe(isSame);
});
