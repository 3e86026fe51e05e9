import { describe, expect, test } from 'vitest';
import { MFA_SERIAL, REGION, ROLE_ARN } from '../../../electron/core/aws/names.ts';
import { PROFILE_NAME } from '../../../electron/core/aws-files/profile-name.ts';
import type { FailureError } from '../../../electron/core/base/failure.ts';
import { defaultSettings, type ProfileSettings, parseSettings } from '../../../electron/core/settings/settings.ts';
import { choiceWith, profileWith, ROLE, throughWith } from '../samples.ts';

const CENTER = {
  is: 'identity-center',
  session: 'corp',
  startUrl: 'https://corp.awsapps.com/start',
  ssoRegion: 'eu-west-1',
  account: '123456789012',
  role: 'PowerUser',
} as const;

const refusedAt = (stored: unknown): unknown => {
  try {
    parseSettings(stored);
  } catch (thrown) {
    return (thrown as FailureError).failure.params.at;
  }
  return null;
};

test('nothing stored is the defaults', () => {
  expect(defaultSettings()).toEqual({
    preferences: {
      language: 'system',
      openAtLogin: false,
      startForGit: true,
      trayIcon: 'colour',
      menuBarTime: false,
      zoom: 100,
    },
    profiles: [],
    shown: null,
    repositories: {},
    dailies: {},
    rotations: {},
  });
});

test('what is saved comes back the same, and a newer version’s settings are left out', () => {
  const settings = {
    preferences: {
      language: 'zh-TW',
      openAtLogin: true,
      startForGit: false,
      trayIcon: 'light',
      menuBarTime: true,
      zoom: 150,
    },
    profiles: [profileWith({ dailyAt: '08:30' }), profileWith({ id: 'p2', name: 'role', way: throughWith('p1') })],
    shown: 'p2',
    repositories: { 'git-codecommit.eu-central-1.amazonaws.com/app': 'p1' },
    dailies: { p1: { seen: 1_767_600_000_000, refused: null } },
    rotations: {
      work: {
        step: 'grace',
        oldKeyId: 'AKIAOLD',
        newKeyId: 'AKIANEW',
        before: ['AKIAOLD'],
        since: 1_767_600_000_000,
      },
    },
  };
  const stored = { ...JSON.parse(JSON.stringify(settings)), future: 1 };
  expect(parseSettings(stored)).toEqual(settings);
});

/** As it was saved while six digits were the only way in. */
const BEFORE = {
  name: 'work-mfa',
  source: 'work',
  region: 'eu-central-1',
  serial: 'arn:aws:iam::123456789012:mfa/ann',
  durationSeconds: 43_200,
  delivery: 'file',
  warnBefore: [15, 5],
  role: null,
  id: 'p1',
  dailyAt: null,
};
const { role: _, delivery: __, warnBefore: ___, dailyAt: ____, ...OLDEST } = BEFORE;

describe('a profile as earlier versions have stored it', () => {
  test.each<[string, object, ProfileSettings]>([
    ['with a key', BEFORE, profileWith()],
    ['with what it could say at first', OLDEST, profileWith()],
    ['with a role', { ...BEFORE, role: { ...ROLE, through: null } }, profileWith({ role: ROLE })],
    [
      'with a role through another profile, whose key and device it had copied',
      { ...BEFORE, id: 'p2', name: 'role', durationSeconds: 3_600, role: { ...ROLE, through: 'p1' } },
      profileWith({ id: 'p2', name: 'role', way: throughWith('p1') }),
    ],
  ])('%s', (_, stored, profile) => {
    const settings = parseSettings(JSON.parse(JSON.stringify({ profiles: [stored] })));
    expect(settings.profiles).toEqual([profile]);
    expect(parseSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
  });

  test('is refused where it was wrong then', () => {
    expect(refusedAt({ profiles: [{ ...BEFORE, serial: '' }] })).toBe('settings.profiles[0].way.serial');
    expect(refusedAt({ profiles: [{ ...BEFORE, role: 'x' }] })).toBe('settings.profiles[0].way.role');
  });
});

test.each<[string, object, string | null]>([
  ['the browser', { is: 'browser' }, null],
  ['no kind that there is', { is: 'magic' }, 'is'],
  ['none', {}, 'is'],
  ['Identity Center', CENTER, null],
  ['Identity Center without a session section', { ...CENTER, session: null }, null],
  ['an account of eleven digits', { ...CENTER, account: '12345678901' }, 'account'],
  ['an address that is not encrypted', { ...CENTER, startUrl: 'http://x.awsapps.com/start' }, 'startUrl'],
  ['a permission set of 33 letters', { ...CENTER, role: 'x'.repeat(33) }, 'role'],
])('a way in: %s', (_, way, at) => {
  expect(refusedAt({ profiles: [{ ...profileWith(), way }] })).toBe(at && `settings.profiles[0].way.${at}`);
});

const withProfile = (different: object) => ({ profiles: [{ ...profileWith(), ...different }] });
const withWay = (different: object) => withProfile({ way: { ...profileWith().way, ...different } });
const withRole = (different: object) => withWay({ role: { ...ROLE, ...different } });

describe('what is refused, and where', () => {
  test.each<[string, unknown, string]>([
    ['no object', null, 'settings'],
    ['a list', [], 'settings'],
    ['a language that does not exist', { preferences: { language: 'fr' } }, 'settings.preferences.language'],
    ['profiles that are no list', { profiles: {} }, 'settings.profiles'],
    ['a profile that is none', { profiles: [1] }, 'settings.profiles[0]'],
    ['too many profiles', { profiles: Array(101).fill(profileWith()) }, 'settings.profiles'],
    ['no id', withProfile({ id: undefined }), 'settings.profiles[0].id'],
    ['an id that is a path', withProfile({ id: '../p1' }), 'settings.profiles[0].id'],
    ['an empty name', withProfile({ name: '' }), 'settings.profiles[0].name'],
    ['a name that would end its section', withProfile({ name: 'a]b' }), 'settings.profiles[0].name'],
    ['a name with a new line', withProfile({ name: 'a\nb' }), 'settings.profiles[0].name'],
    ['a source that is no text', withWay({ source: 1 }), 'settings.profiles[0].way.source'],
    ['a region that is a host', withProfile({ region: 'eu-central-1.evil.example/' }), 'settings.profiles[0].region'],
    ['an empty serial', withWay({ serial: '' }), 'settings.profiles[0].way.serial'],
    ['a duration too short', withWay({ durationSeconds: 899 }), 'settings.profiles[0].way.durationSeconds'],
    ['a duration too long', withWay({ durationSeconds: 129_601 }), 'settings.profiles[0].way.durationSeconds'],
    ['a duration in parts', withWay({ durationSeconds: 900.5 }), 'settings.profiles[0].way.durationSeconds'],
    ['a delivery that does not exist', withProfile({ delivery: 'mail' }), 'settings.profiles[0].delivery'],
    ['a lead time of nothing', withProfile({ warnBefore: [0] }), 'settings.profiles[0].warnBefore[0]'],
    ['a lead time beyond half a day', withProfile({ warnBefore: [5, 721] }), 'settings.profiles[0].warnBefore[1]'],
    ['too many lead times', withProfile({ warnBefore: Array(9).fill(5) }), 'settings.profiles[0].warnBefore'],
    [
      'a role that is a user',
      withRole({ arn: 'arn:aws:iam::123456789012:user/x' }),
      'settings.profiles[0].way.role.arn',
    ],
    ['a role session of one letter', withRole({ sessionName: 'a' }), 'settings.profiles[0].way.role.sessionName'],
    [
      'an external id that begins with a space',
      withRole({ externalId: ' ab' }),
      'settings.profiles[0].way.role.externalId',
    ],
    [
      'an external id that ends in a space',
      withRole({ externalId: 'ab ' }),
      'settings.profiles[0].way.role.externalId',
    ],
    ['an external id with a space', withRole({ externalId: 'a b' }), 'settings.profiles[0].way.role.externalId'],
    ['a parent that is a path', withProfile({ way: throughWith('a/b') }), 'settings.profiles[0].way.parent'],
    ['a repository’s profile', { repositories: { 'h/r': 'a b' } }, 'settings.repositories.h/r'],
    ['a time of day that does not exist', withProfile({ dailyAt: '24:00' }), 'settings.profiles[0].dailyAt'],
    ['a time of day with a second line', withProfile({ dailyAt: '08:30\n' }), 'settings.profiles[0].dailyAt'],
    ['a time that is none', { dailies: { p1: { seen: null, refused: null } } }, 'settings.dailies.p1.seen'],
    ['what is shown', { shown: 1 }, 'settings.shown'],
  ])('%s', (_, stored, at) => {
    expect(refusedAt(stored)).toBe(at);
  });
});

describe('patterns', () => {
  const account = '123456789012';
  test.each<[string, RegExp, string, boolean]>([
    ['name', PROFILE_NAME, 'work-mfa', true],
    ['name', PROFILE_NAME, 'ann@example.com+x_1', true],
    ['name', PROFILE_NAME, 'x'.repeat(64), true],
    ['name', PROFILE_NAME, 'x'.repeat(65), false],
    ['name', PROFILE_NAME, 'two words', false],
    ['name', PROFILE_NAME, 'größe', false],
    ['name', PROFILE_NAME, 'x\n', false],
    ['serial', MFA_SERIAL, `arn:aws:iam::${account}:mfa/ann`, true],
    ['serial', MFA_SERIAL, `arn:aws-cn:iam::${account}:mfa/path/to/ann`, true],
    ['serial', MFA_SERIAL, `arn:aws-us-gov:iam::${account}:mfa/ann.b@example.com`, true],
    ['serial', MFA_SERIAL, `arn:aws:iam::${account}:mfa/${'n'.repeat(512)}`, true],
    ['serial', MFA_SERIAL, `arn:aws:iam::${account}:mfa/${'n'.repeat(513)}`, false],
    ['serial', MFA_SERIAL, `arn:aws:iam::${account}:mfa/a`, true],
    ['serial', MFA_SERIAL, 'GAHT12345678', true],
    ['serial', MFA_SERIAL, 'GAHT1234', false],
    ['serial', MFA_SERIAL, 'GAHT12345', true],
    ['serial', MFA_SERIAL, 'G'.repeat(32), true],
    ['serial', MFA_SERIAL, 'G'.repeat(33), false],
    ['serial', MFA_SERIAL, '-GAHT12345678', false],
    ['serial', MFA_SERIAL, 'GAHT12345678-', false],
    ['serial', MFA_SERIAL, `xarn:aws:iam::${account}:mfa/ann`, false],
    ['serial', MFA_SERIAL, `arn:aws:iam::${account}0:mfa/ann`, false],
    ['serial', MFA_SERIAL, `arn:aws-:iam::${account}:mfa/ann`, false],
    ['serial', MFA_SERIAL, `arn:aws-1:iam::${account}:mfa/ann`, false],
    ['serial', MFA_SERIAL, `arn:aws:iam::${account}:u2f/user/ann/key`, false],
    ['serial', MFA_SERIAL, 'arn:aws:iam::12345:mfa/ann', false],
    ['serial', MFA_SERIAL, `arn:aws:iam::${account}:mfa/`, false],
    ['serial', MFA_SERIAL, `arn:aws:iam::${account}:mfa/ann\n`, false],
    ['serial', MFA_SERIAL, `arn:awsx:iam::${account}:mfa/ann`, false],
    ['role', ROLE_ARN, `arn:aws:iam::${account}:role/deploy`, true],
    ['role', ROLE_ARN, `arn:aws-us-gov:iam::${account}:role/${'n'.repeat(512)}`, true],
    ['role', ROLE_ARN, `arn:aws:iam::${account}:role/${'n'.repeat(513)}`, false],
    ['role', ROLE_ARN, `arn:aws:iam::${account}:role/`, false],
    ['role', ROLE_ARN, `arn:aws:iam::${account}0:role/deploy`, false],
    ['role', ROLE_ARN, `arn:aws:iam::${account.slice(1)}:role/deploy`, false],
    ['role', ROLE_ARN, `xarn:aws:iam::${account}:role/deploy`, false],
    ['role', ROLE_ARN, `arn:aws:iam::${account}:role/deploy\n`, false],
    ['role', ROLE_ARN, `arn:aws-:iam::${account}:role/deploy`, false],
    ['role', ROLE_ARN, `arn:aws-1:iam::${account}:role/deploy`, false],
    ['role', ROLE_ARN, `arn:aws-cn:iam::${account}:role/teams/deploy`, true],
    ['role', ROLE_ARN, `arn:aws:sts::${account}:assumed-role/deploy/ann`, false],
    ['role', ROLE_ARN, `arn:aws:iam::${account}:role/a b`, false],
    ['region', REGION, 'eu-central-1', true],
    ['region', REGION, 'us-gov-west-1', true],
    ['region', REGION, 'cn-northwest-1', true],
    ['region', REGION, 'us-isob-east-1', true],
    ['region', REGION, 'ap-southeast-5', true],
    ['region', REGION, 'mx-central-1', true],
    ['region', REGION, 'euro-central-1', true],
    ['region', REGION, 'e-central-1', false],
    ['region', REGION, 'north-central-1', false],
    ['region', REGION, 'eu-central-10', false],
    ['region', REGION, 'eu-central-x', false],
    ['region', REGION, 'eu-1', false],
    ['region', REGION, 'eu--1', false],
    ['region', REGION, '.eu-central-1', false],
    ['region', REGION, 'aws-global', false],
    ['region', REGION, 'EU-CENTRAL-1', false],
    ['region', REGION, 'eu-central-1 ', false],
    ['region', REGION, 'eu-central-1/../x', false],
    ['region', REGION, '', false],
  ])('%s %s %j', (_, pattern, value, fits) => {
    expect(pattern.test(value)).toBe(fits);
  });

  test('none takes long over what is made to fool it', () => {
    const hostile = [`eu${'-a'.repeat(50_000)}!`, `arn:aws${'-a'.repeat(50_000)}!`, 'a'.repeat(100_000)];
    const begun = process.cpuUsage().user;
    for (const pattern of [PROFILE_NAME, MFA_SERIAL, ROLE_ARN, REGION]) {
      for (const value of hostile) expect(pattern.test(value)).toBe(false);
    }
    // Linear is a millisecond or two; anything worse would be minutes.
    expect(process.cpuUsage().user - begun).toBeLessThan(2_000_000);
  });
});

const long = (head: string, tail: string, length: number) =>
  head + 'a'.repeat(length - head.length - tail.length) + tail;
const arnOf = (kind: string) => [`arn:aws-`, `:iam::123456789012:${kind}`] as const;

test.each<[string, unknown, unknown, string]>([
  [
    '100 profiles',
    { profiles: Array(100).fill(profileWith()) },
    { profiles: Array(101).fill(profileWith()) },
    'profiles',
  ],
  ['a name of 64', withProfile({ name: 'x'.repeat(64) }), withProfile({ name: 'x'.repeat(65) }), 'profiles[0].name'],
  ['an id of 64', withProfile({ id: 'x'.repeat(64) }), withProfile({ id: 'x'.repeat(65) }), 'profiles[0].id'],
  [
    'a source of 256',
    withWay({ source: 'x'.repeat(256) }),
    withWay({ source: 'x'.repeat(257) }),
    'profiles[0].way.source',
  ],
  [
    'a region of 32',
    withProfile({ region: long('eu-', '-1', 32) }),
    withProfile({ region: long('eu-', '-1', 33) }),
    'profiles[0].region',
  ],
  [
    'a serial of 640',
    withWay({ serial: long(...arnOf('mfa/ann'), 640) }),
    withWay({ serial: long(...arnOf('mfa/ann'), 641) }),
    'profiles[0].way.serial',
  ],
  [
    'a role of 640',
    withRole({ arn: long(...arnOf('role/x'), 640) }),
    withRole({ arn: long(...arnOf('role/x'), 641) }),
    'profiles[0].way.role.arn',
  ],
  [
    'a role session of 64',
    withRole({ sessionName: 'x'.repeat(64) }),
    withRole({ sessionName: 'x'.repeat(65) }),
    'profiles[0].way.role.sessionName',
  ],
  [
    'a role session of two',
    withRole({ sessionName: 'ab' }),
    withRole({ sessionName: 'ab cd' }),
    'profiles[0].way.role.sessionName',
  ],
  [
    'an external id of 1224',
    withRole({ externalId: 'x'.repeat(1224) }),
    withRole({ externalId: 'x'.repeat(1225) }),
    'profiles[0].way.role.externalId',
  ],
  [
    'an external id of two',
    withRole({ externalId: 'a:' }),
    withRole({ externalId: 'a' }),
    'profiles[0].way.role.externalId',
  ],
  [
    'the shortest duration',
    withWay({ durationSeconds: 900 }),
    withWay({ durationSeconds: 899 }),
    'profiles[0].way.durationSeconds',
  ],
  [
    'the longest duration',
    withWay({ durationSeconds: 129_600 }),
    withWay({ durationSeconds: 129_601 }),
    'profiles[0].way.durationSeconds',
  ],
  [
    'a minute and half a day',
    withProfile({ warnBefore: [1, 720] }),
    withProfile({ warnBefore: [1, 721] }),
    'profiles[0].warnBefore[1]',
  ],
  [
    'eight lead times',
    withProfile({ warnBefore: Array(8).fill(5) }),
    withProfile({ warnBefore: Array(9).fill(5) }),
    'profiles[0].warnBefore',
  ],
  [
    'a profile that programs ask',
    withProfile({ delivery: 'process' }),
    withProfile({ delivery: '' }),
    'profiles[0].delivery',
  ],
  [
    'the last minute of a day',
    withProfile({ dailyAt: '23:59' }),
    withProfile({ dailyAt: '23:60' }),
    'profiles[0].dailyAt',
  ],
  [
    'the first minute of a day',
    withProfile({ dailyAt: '00:00' }),
    withProfile({ dailyAt: '000:00' }),
    'profiles[0].dailyAt',
  ],
  ['an hour after noon', withProfile({ dailyAt: '19:05' }), withProfile({ dailyAt: '9:05' }), 'profiles[0].dailyAt'],
  ['a language', { preferences: { language: 'en' } }, { preferences: { language: '' } }, 'preferences.language'],
])('%s is the most, or the least', (_, fits, beyond, at) => {
  expect(refusedAt(fits)).toBeNull();
  expect(refusedAt(beyond)).toBe(`settings.${at}`);
});

test.each([
  ['repositories', 5_000, 'p1'],
  ['dailies', 100, { seen: 1, refused: null }],
])('%s: as many as %i', (field, most, value) => {
  const made = (count: number) => ({
    [field]: Object.fromEntries(Array.from({ length: count }, (__, i) => [`r${i}`, value])),
  });
  expect(refusedAt(made(most))).toBeNull();
  expect(refusedAt(made(most + 1))).toBe(`settings.${field}`);
});

test('a choice says nothing of its id, so nobody chooses one', () => {
  expect(choiceWith()).not.toHaveProperty('id');
});

test('what an earlier version has stored under other names is read', () => {
  const { dailyAt: _, ...before } = profileWith();
  const stored = {
    profiles: [{ ...before, renewAt: '08:30' }],
    renewals: { p1: { seen: 1, refused: null } },
  };
  const { profiles, dailies } = parseSettings(stored);
  expect([profiles[0]?.dailyAt, dailies]).toEqual(['08:30', { p1: { seen: 1, refused: null } }]);
  const both = { profiles: [{ ...before, renewAt: '08:30', dailyAt: null }], renewals: {}, dailies: stored.renewals };
  expect(parseSettings(both)).toMatchObject({ profiles: [{ dailyAt: null }], dailies: stored.renewals });
});
