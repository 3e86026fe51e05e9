import { describe, expect, test } from 'vitest';
import { isProfileName } from '../../../electron/core/aws-files/profile-name.ts';
import { readProfiles, readSessions } from '../../../electron/core/aws-files/read-profiles.ts';
import { encodeUtf8 } from '../../../electron/core/base/bytes.ts';
import { explain } from '../../../electron/core/i18n/messages.ts';
import type { ProfileSettings } from '../../../electron/core/settings/settings.ts';
import type { SourceWorld } from '../../../electron/core/sources/follow-source.ts';
import { readSources } from '../../../electron/core/sources/read-sources.ts';
import type { Source } from '../../../electron/core/sources/source.ts';
import { type Different, profileWith, ROLE, throughWith } from '../samples.ts';

const ARN = 'arn:aws:iam::210987654321:role/deploy';
const SERIAL = 'arn:aws:iam::123456789012:mfa/ann';
const PATHS = { credentials: '/home/ann/.aws/credentials', config: '/home/ann/.aws/config' };
const key = (id = 'AKIAWORK') => `aws_access_key_id = ${id}\naws_secret_access_key = s\n`;
const WORK = `[work]\n${key()}`;
const role = (source: string | null, more = '') =>
  `role_arn = ${ARN}\n${source === null ? '' : `source_profile = ${source}\n`}${more}`;

const SESSION = '[sso-session s]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = eu-central-1\n';
const ASSIGNED = 'sso_account_id = 123456789012\nsso_role_name = Admin\n';
const PORTAL = {
  is: 'identity-center',
  session: 's',
  startUrl: 'https://acme.awsapps.com/start',
  ssoRegion: 'eu-central-1',
  account: '123456789012',
  role: 'Admin',
} as const;

const world = (credentials: string, config: string, more: Partial<SourceWorld> = {}): SourceWorld => ({
  found: new Map(readProfiles(encodeUtf8(credentials), encodeUtf8(config)).map((one) => [one.name, one])),
  sessions: new Map(readSessions(encodeUtf8(config)).map((one) => [one.name, one])),
  kept: new Set(),
  profiles: [],
  paths: PATHS,
  ...more,
});
const sourceOf = (name: string, ...given: Parameters<typeof world>): Source => {
  const source = readSources(world(...given)).find((one) => one.name === name);
  return source ?? expect.fail(`no ${name}`);
};

describe('a key', () => {
  test('with all that its section says', () => {
    const config = `[profile work]\nregion = eu-west-1\nmfa_serial = ${SERIAL}\nduration_seconds = 3600\n`;
    expect(sourceOf('work', WORK, config).offer).toEqual({
      name: 'work-mfa',
      region: 'eu-west-1',
      way: { is: 'key', source: 'work', serial: SERIAL, durationSeconds: 3_600, role: null },
      flaws: [],
    });
  });

  test('alone lasts twelve hours, and a region and a device have to be found', () => {
    expect(sourceOf('work', WORK, '').offer).toMatchObject({
      region: null,
      way: { serial: null, durationSeconds: 43_200 },
    });
  });

  test('in the keychain is as good as one in the file', () => {
    const kept = new Set(['work']);
    expect(sourceOf('work', '[work]\n', '', { kept }).offer).toMatchObject({ way: { source: 'work', role: null } });
    const config = `[profile a]\n${role('work')}`;
    expect(sourceOf('a', '', config, { kept }).offer).toMatchObject({ way: { source: 'work', role: { arn: ARN } } });
  });
});

describe('a role', () => {
  test('has the key of another section, and its region and device where it names none', () => {
    const config = `[profile work]\nregion = eu-west-1\nmfa_serial = ${SERIAL}\nduration_seconds = 7200\n[profile a]\n${role('work')}`;
    expect(sourceOf('a', WORK, config).offer).toEqual({
      name: 'a-mfa',
      region: 'eu-west-1',
      way: {
        is: 'key',
        source: 'work',
        serial: SERIAL,
        durationSeconds: 3_600,
        role: { arn: ARN, sessionName: 'daypass', externalId: null },
      },
      flaws: [],
    });
  });

  test('keeps all that its own section says', () => {
    const own = `region = us-east-1\nmfa_serial = ${SERIAL}2\nexternal_id = x:1\nrole_session_name = ann\nduration_seconds = 7_200\n`;
    const config = `[profile work]\nregion = eu-west-1\nmfa_serial = ${SERIAL}\n[profile a]\n${role('work', own)}`;
    expect(sourceOf('a', WORK, config).offer).toMatchObject({
      region: 'us-east-1',
      way: {
        serial: `${SERIAL}2`,
        durationSeconds: 7_200,
        role: { arn: ARN, sessionName: 'ann', externalId: 'x:1' },
      },
    });
  });

  test.each([
    ['names itself', `[a]\n${key()}`, `[profile a]\n${role('a')}`, 'a'],
    ['names nobody and holds a key', `[a]\n${key()}`, `[profile a]\n${role(null)}`, 'a'],
    [
      'holds a key, and names another that holds one',
      `${WORK}[a]\n${key('AKIAOWN')}`,
      `[profile a]\n${role('work')}`,
      'work',
    ],
    [
      'names one that holds a key and a role',
      `[b]\n${key()}`,
      `[profile a]\n${role('b')}[profile b]\n${role('c')}`,
      'b',
    ],
    ['stands in the credentials file', `${WORK}[a]\n${role('work')}`, '', 'work'],
    ['names a profile in the config file that holds a key', '', `[profile k]\n${key()}[profile a]\n${role('k')}`, 'k'],
  ])('that %s', (_, credentials, config, source) => {
    expect(sourceOf('a', credentials, config).offer).toMatchObject({ way: { is: 'key', source, role: { arn: ARN } } });
  });

  const ours = profileWith({ source: 'work', region: 'eu-west-1', serial: SERIAL });
  const SESSION = `[work-mfa]\nmanager = daypass\n${key('ASIAOURS')}aws_session_token = t\n`;
  test.each([
    ['signed in', WORK + SESSION, ''],
    ['signed out', WORK, ''],
    ['as a process', WORK, '[profile work-mfa]\nmanager = daypass\ncredential_process = x\n'],
  ])('on a profile of Daypass takes that one’s session: %s', (_, credentials, more) => {
    const config = `${more}[profile a]\n${role('work-mfa', 'duration_seconds = 7200\n')}`;
    expect(sourceOf('a', credentials, config, { profiles: [ours] }).offer).toMatchObject({
      region: 'eu-west-1',
      way: { is: 'session', parent: ours.id, arn: ARN, durationSeconds: 3_600 },
    });
  });
});

const deep = profileWith({ name: 'deep-mfa', way: throughWith('p0') });

describe('a role of Identity Center', () => {
  test('with a session of its name, and nothing more to be said', () => {
    const config = `[profile dev]\nregion = eu-west-1\nsso_session = s\n${ASSIGNED}${SESSION}`;
    expect(sourceOf('dev', '', config).offer).toEqual({ name: 'dev-sso', region: 'eu-west-1', way: PORTAL, flaws: [] });
  });

  test('as it was before there were sessions; without a region it is where the company signs in', () => {
    const config = `[profile dev]\nsso_start_url = ${PORTAL.startUrl}\nsso_region = eu-central-1\n${ASSIGNED}`;
    expect(sourceOf('dev', '', config).offer).toEqual({
      name: 'dev-sso',
      region: 'eu-central-1',
      way: { ...PORTAL, session: null },
      flaws: [],
    });
  });

  test('what both say and say alike is said once', () => {
    const config = `[profile dev]\nsso_session = s\nsso_region = eu-central-1\n${ASSIGNED}${SESSION}`;
    expect(sourceOf('dev', '', config).offer?.way).toEqual(PORTAL);
  });

  test('the same again has the same name, another role of it another', () => {
    const config = `[profile dev]\nsso_session = s\n${ASSIGNED}${SESSION}`;
    const nameBeside = (way: typeof PORTAL | (Omit<typeof PORTAL, 'role'> & { readonly role: string })) =>
      sourceOf('dev', '', config, { profiles: [profileWith({ name: 'dev-sso', way })] }).offer?.name;
    expect([nameBeside(PORTAL), nameBeside({ ...PORTAL, role: 'ReadOnly' })]).toEqual(['dev-sso', 'dev-sso-2']);
  });

  test('leads to a role of IAM by way of the profile that was made of it', () => {
    const config = `[profile a]\n${role('dev')}[profile dev]\nsso_session = s\n${ASSIGNED}${SESSION}`;
    const profiles = [profileWith({ id: 'p7', name: 'mine', region: 'eu-west-3', way: PORTAL })];
    expect(sourceOf('a', '', config, { profiles }).offer).toMatchObject({
      region: 'eu-west-3',
      way: { is: 'session', parent: 'p7', arn: ARN },
    });
  });
});

describe('why there is none', () => {
  test.each<[string, string, string, string, Record<string, string>]>([
    ['nothing in it', '[a]\n', '', 'key.missing', { profile: 'a' }],
    ['half a key', '[a]\naws_access_key_id = AKIA\n', '', 'key.missing', { profile: 'a' }],
    ['a session', `[a]\n${key('ASIA')}aws_session_token = t\n`, '', 'key.temporary', { profile: 'a' }],
    ['a session’s key alone', `[a]\n${key('ASIA')}`, '', 'key.temporary', { profile: 'a' }],
    ['a long-term key with a token', `[a]\n${key()}aws_session_token = t\n`, '', 'key.temporary', { profile: 'a' }],
    [
      'Identity Center of a session that is not there',
      '',
      '[profile a]\nsso_session = s\n',
      'source.no-sso-session',
      { session: 's', config: PATHS.config },
    ],
    [
      'Identity Center without a role',
      '',
      `[profile a]\nsso_session = s\nsso_account_id = 123456789012\n${SESSION}`,
      'source.sso-incomplete',
      { missing: 'sso_role_name' },
    ],
    [
      'Identity Center whose session lacks its region',
      '',
      `[profile a]\nsso_session = s\n${ASSIGNED}[sso-session s]\nsso_start_url = https://x\n`,
      'source.sso-incomplete',
      { missing: 'sso_region' },
    ],
    [
      'Identity Center with two addresses',
      '',
      `[profile a]\nsso_session = s\nsso_start_url = https://other\n${ASSIGNED}${SESSION}`,
      'source.sso-differs',
      { setting: 'sso_start_url', session: 's' },
    ],
    [
      'Identity Center at no address',
      '',
      `[profile a]\nsso_start_url = acme\nsso_region = eu-west-1\n${ASSIGNED}`,
      'source.value',
      { setting: 'sso_start_url', value: 'acme' },
    ],
    [
      'Identity Center in no account',
      '',
      `[profile a]\nsso_session = s\nsso_role_name = Admin\nsso_account_id = 12\n${SESSION}`,
      'source.value',
      { setting: 'sso_account_id', value: '12' },
    ],
    [
      'a role beside Identity Center',
      '',
      `[profile a]\n${role(null)}sso_session = s\n${ASSIGNED}${SESSION}`,
      'source.other-way',
      { setting: 'sso_session' },
    ],
    [
      'a role on Identity Center that is no profile yet',
      '',
      `[profile a]\n${role('b')}[profile b]\nsso_session = s\n${ASSIGNED}${SESSION}`,
      'source.role-on-portal',
      { source: 'b' },
    ],
    [
      'Identity Center as it was',
      '',
      '[profile a]\nsso_start_url = u\n',
      'source.sso-incomplete',
      { missing: 'sso_region, sso_account_id, sso_role_name' },
    ],
    ['aws login', '', '[profile a]\nlogin_session = arn\n', 'source.other-way', { setting: 'login_session' }],
    ['a program', '', '[profile a]\ncredential_process = p\n', 'source.other-way', { setting: 'credential_process' }],
    [
      'a machine’s role',
      '',
      `[profile a]\n${role(null, 'credential_source = Ec2InstanceMetadata\n')}`,
      'source.other-way',
      { setting: 'credential_source' },
    ],
    [
      'both of two ways',
      WORK,
      `[profile a]\n${role('work', 'credential_source = Environment\n')}`,
      'source.other-way',
      { setting: 'credential_source' },
    ],
    [
      'a token of the web',
      WORK,
      `[profile a]\n${role('work', 'web_identity_token_file = f\n')}`,
      'source.other-way',
      { setting: 'web_identity_token_file' },
    ],
    ['a role without a source', '', `[profile a]\n${role(null)}`, 'key.missing', { profile: 'a' }],
    ['a role on itself without a key', '', `[profile a]\n${role('a')}`, 'key.missing', { profile: 'a' }],
    [
      'a source that is not there',
      '',
      `[profile a]\n${role('nope')}`,
      'source.nowhere',
      { profile: 'a', source: 'nope' },
    ],
    ['a source in quotes', WORK, `[profile a]\n${role('"work"')}`, 'source.nowhere', { source: '"work"' }],
    [
      'a source that is not there, later on',
      '',
      `[profile a]\n${role('b')}[profile b]\n${role('nope')}`,
      'source.nowhere',
      { profile: 'b', source: 'nope' },
    ],
    ['a source without a key', '[b]\n', `[profile a]\n${role('b')}`, 'key.missing', { profile: 'b' }],
    ['a source with a session', `[b]\n${key('ASIA')}`, `[profile a]\n${role('b')}`, 'key.temporary', { profile: 'b' }],
    [
      'a source with another way',
      '',
      `[profile a]\n${role('b')}[profile b]\nlogin_session = s\n`,
      'source.other-way',
      { profile: 'b' },
    ],
    [
      'a circle of two',
      '',
      `[profile a]\n${role('b')}[profile b]\n${role('a')}`,
      'source.circle',
      { chain: 'a → b → a' },
    ],
    [
      'a circle that begins later',
      '',
      `[profile a]\n${role('b')}[profile b]\n${role('c')}[profile c]\n${role('b')}`,
      'source.circle',
      { chain: 'a → b → c → b' },
    ],
    [
      'a circle back to a key',
      `[a]\n${key()}`,
      `[profile a]\n${role('b')}[profile b]\n${role('a')}`,
      'source.circle',
      { chain: 'a → b → a' },
    ],
    [
      'a role on a role',
      WORK,
      `[profile a]\n${role('b')}[profile b]\n${role('work')}`,
      'source.role-on-role',
      { profile: 'a', source: 'b' },
    ],
    [
      'a role on a role with a key of its own',
      `[b]\n${key()}`,
      `[profile a]\n${role('c')}[profile c]\n${role('b')}`,
      'source.role-on-role',
      { source: 'c' },
    ],
    [
      'a role on two roles',
      WORK,
      `[profile a]\n${role('b')}[profile b]\n${role('c')}[profile c]\n${role('work')}`,
      'source.too-deep',
      { source: 'b' },
    ],
    [
      'a role on a role on a session',
      '',
      `[profile a]\n${role('b')}[profile b]\n${role('plain-mfa')}`,
      'source.too-deep',
      { source: 'b' },
    ],
    [
      'a role on a session that rests on another',
      '',
      `[profile a]\n${role('deep-mfa')}`,
      'source.too-deep',
      { source: 'deep-mfa' },
    ],
    [
      'no role’s name',
      WORK,
      `[profile a]\nrole_arn = deploy\nsource_profile = work\n`,
      'source.value',
      { setting: 'role_arn', value: 'deploy' },
    ],
    [
      'a user’s name',
      WORK,
      `[profile a]\nrole_arn = arn:aws:iam::210987654321:user/x\nsource_profile = work\n`,
      'source.value',
      { setting: 'role_arn' },
    ],
    [
      'no session’s name',
      WORK,
      `[profile a]\n${role('work', 'role_session_name = a b\n')}`,
      'source.value',
      { setting: 'role_session_name', value: 'a b' },
    ],
    [
      'a session’s name of one letter',
      WORK,
      `[profile a]\n${role('work', 'role_session_name = a\n')}`,
      'source.value',
      { setting: 'role_session_name' },
    ],
    [
      'no external id',
      WORK,
      `[profile a]\n${role('work', 'external_id = a!\n')}`,
      'source.value',
      { setting: 'external_id', value: 'a!', form: '2–1224 × A–Z a–z 0–9 _ + = , . @ : / -' },
    ],
  ])('%s', (_, credentials, config, code, params) => {
    const { offer, refusal } = sourceOf('a', credentials, config, {
      profiles: [deep, profileWith({ name: 'plain-mfa' })],
    });
    expect(offer).toBeNull();
    expect(refusal).toMatchObject({ code, params });
    for (const language of ['en', 'zh-TW'] as const) {
      const { cause, fix } = explain(refusal ?? expect.fail(), language);
      expect(`${cause} ${fix}`).not.toMatch(/[{}]/);
    }
  });
});

test('a section whose name is too long to be remembered is refused, and hides no other', () => {
  const long = 'x'.repeat(257);
  const credentials = `[${long}]\n${key()}${WORK}[${long.slice(1)}]\n${key()}`;
  expect(sourceOf(long, credentials, '').refusal).toMatchObject({ code: 'profile.name-invalid' });
  expect(sourceOf(long.slice(1), credentials, '').refusal).toBeNull();
  expect(sourceOf('work', credentials, '').refusal).toBeNull();
});

describe('a value that AWS does not take', () => {
  test.each([
    ['region', 'EU-WEST-1', 'region', 'eu-west-1'],
    ['region', 'moon', 'region', 'eu-west-1'],
    ['mfa_serial', 'arn:aws:iam::123456789012:u2f/user/ann/k', 'serial', 'arn:aws:iam::123456789012:mfa/name'],
    ['duration_seconds', '899', 'durationSeconds', '900–129600'],
    ['duration_seconds', '129601', 'durationSeconds', '900–129600'],
    ['duration_seconds', '12h', 'durationSeconds', '900–129600'],
    ['duration_seconds', '-900', 'durationSeconds', '900–129600'],
    ['duration_seconds', '0xfff', 'durationSeconds', '900–129600'],
  ])('%s = %s is said, and may be said anew', (setting, value, field, form) => {
    const { offer } = sourceOf('work', WORK, `[profile work]\n${setting} = ${value}\n`);
    expect(offer?.flaws).toEqual([
      { field, failure: { code: 'source.value', params: { profile: 'work', setting, value, form, ...PATHS } } },
    ]);
    expect(offer).toMatchObject({ region: null, way: { serial: null, durationSeconds: 43_200 } });
  });

  test('in the source is the source’s, and what the role says itself counts before it', () => {
    const config = (own: string) => `[profile work]\nregion = moon\n[profile a]\n${role('work', own)}`;
    expect(sourceOf('a', WORK, config('')).offer?.flaws).toMatchObject([{ failure: { params: { profile: 'work' } } }]);
    expect(sourceOf('a', WORK, config('region = eu-west-1\n')).offer).toMatchObject({ region: 'eu-west-1', flaws: [] });
  });

  test('is another for a role: it lasts no longer than twelve hours', () => {
    const config = (seconds: number) => `[profile a]\n${role('work', `duration_seconds = ${seconds}\n`)}`;
    expect(sourceOf('a', WORK, config(43_200)).offer).toMatchObject({ way: { durationSeconds: 43_200 }, flaws: [] });
    expect(sourceOf('a', WORK, config(43_201)).offer).toMatchObject({
      way: { durationSeconds: 3_600 },
      flaws: [{ failure: { params: { form: '900–43200' } } }],
    });
  });

  test('is none where it is at the edge, or grouped as Python allows', () => {
    for (const [text, durationSeconds] of [
      ['900', 900],
      ['129600', 129_600],
      ['+3_600', 3_600],
    ] as const) {
      const { offer } = sourceOf('work', WORK, `[profile work]\nduration_seconds = ${text}\n`);
      expect(offer).toMatchObject({ way: { durationSeconds }, flaws: [] });
    }
  });
});

describe('the name of the new profile', () => {
  test.each([
    ['work', 'work-mfa'],
    ['a b', 'a-b-mfa'],
    ['a/b:c', 'a-b-c-mfa'],
    ['profile.x', 'profile-x-mfa'],
    ['constructor', 'constructor-mfa'],
    ['default', 'default-mfa'],
    ['-x', 'x-mfa'],
    ['工作', 'mfa'],
    ['x'.repeat(200), `${'x'.repeat(60)}-mfa`],
  ])('of %s is %s', (source, name) => {
    expect(sourceOf(source, `[${source}]\n${key()}`, '').offer?.name).toBe(name);
    expect(isProfileName(name)).toBe(true);
  });

  test('hides nothing that is there, but may stand beside what is only configured', () => {
    const nameBeside = (more: string, config = '', profiles: ProfileSettings[] = []) =>
      sourceOf('work', `${WORK}${more}`, config, { profiles }).offer?.name;
    expect(nameBeside(`[work-mfa]\n${key('ASIA')}`)).toBe('work-mfa-2');
    expect(nameBeside(`[work-mfa]\n${key()}[work-mfa-2]\n${key()}`)).toBe('work-mfa-3');
    expect(nameBeside('', `[profile work-mfa]\n${role('work')}`)).toBe('work-mfa-2');
    expect(nameBeside('', '[profile work-mfa]\nregion = eu-west-1\n')).toBe('work-mfa');
    expect(nameBeside(`[work-mfa]\nmanager = daypass\n${key('ASIA')}`)).toBe('work-mfa');
  });

  test('is another where Daypass has made that one of something else, and the same where of this', () => {
    const nameWith = (part: Different<ProfileSettings>) =>
      sourceOf('work', WORK, '', { profiles: [profileWith(part)] }).offer?.name;
    expect(nameWith({ source: 'other' })).toBe('work-mfa-2');
    expect(nameWith({ role: ROLE })).toBe('work-mfa-2');
    expect(nameWith({})).toBe('work-mfa');
  });
});

test('Daypass’s own are left out; keys stand first, then roles, then what cannot be used', () => {
  const credentials = `[empty]\n${WORK}[work-mfa]\nmanager = daypass\n${key('ASIA')}`;
  const config = `[profile a]\n${role('work')}[profile sso]\nsso_session = s\n[profile k]\n${key()}`;
  expect(readSources(world(credentials, config)).map(({ name }) => name)).toEqual(['work', 'k', 'a', 'empty', 'sso']);
});
