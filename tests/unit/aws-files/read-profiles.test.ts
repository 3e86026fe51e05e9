import { expect, test } from 'vitest';
import { readLongTermKey, readProfiles, readSessions } from '../../../electron/core/aws-files/read-profiles.ts';
import { encodeUtf8 } from '../../../electron/core/base/bytes.ts';

const NOTHING = { managedByUs: false };

test('both files together make a profile', () => {
  const credentials = encodeUtf8(`
[default]
aws_access_key_id = AKIADEFAULT
aws_secret_access_key = secret

[x-mfa]
aws_access_key_id = ASIASESSION
aws_secret_access_key = secret
aws_session_token = token
manager = daypass
[é]
aws_access_key_id = AKIAHALF
`);
  const config = encodeUtf8(`
[default]
region = eu-west-1 # Ireland
mfa_serial = arn:aws:iam::123456789012:mfa/me
[profile x-mfa]
region = us-east-1
[profile "role"]
role_arn = arn:aws:iam::123456789012:role/admin
source_profile = default
duration_seconds = 3600
external_id = id
role_session_name = me
s3 =
  region = nested
[profile  sso]
sso_session = corp
duration_seconds = soon
[sso-session corp]
sso_region = eu-west-1
[services s]
[preview]
[DEFAULT]
output = json
`);
  expect(readProfiles(credentials, config)).toStrictEqual([
    {
      ...NOTHING,
      name: 'default',
      key: 'long-term',
      region: 'eu-west-1',
      mfaSerial: 'arn:aws:iam::123456789012:mfa/me',
    },
    { name: 'x-mfa', key: 'session', managedByUs: true, region: 'us-east-1' },
    { ...NOTHING, name: 'é' },
    {
      ...NOTHING,
      name: 'role',
      roleArn: 'arn:aws:iam::123456789012:role/admin',
      sourceProfile: 'default',
      duration: '3600',
      externalId: 'id',
      roleSessionName: 'me',
    },
    { ...NOTHING, name: 'sso', duration: 'soon', ssoSession: 'corp', otherWay: 'sso_session' },
  ]);
});

test.each([
  ['carriage returns alone', '[a]\raws_access_key_id = AKIAEXAMPLE\raws_secret_access_key = secret\r'],
  ['a byte order mark', encodeUtf8('\ufeff[a]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = secret\n')],
  ['something after the header', '[a];c\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = secret\n'],
  ['capitals and colons', '[a]\nAWS_ACCESS_KEY_ID: AKIAEXAMPLE\nAws_Secret_Access_Key: secret\n'],
  ['comments after values', '[a]\naws_access_key_id = AKIAEXAMPLE # mine\naws_secret_access_key = secret ; too\n'],
  ['indented keys', '[a]\nregion = eu-west-1\n aws_access_key_id = AKIAEXAMPLE\n aws_secret_access_key = secret\n'],
  ['two of a name', '[a]\naws_access_key_id = AKIAEXAMPLE\n[a]\naws_secret_access_key = secret\n'],
  ['garbage around it', 'garbage\n[a]\naws_access_key_id = AKIAEXAMPLE\n\u00ff\naws_secret_access_key = secret\n= x\n'],
])('a key is found in spite of %s', (_, credentials) => {
  expect(readProfiles(credentials, '')).toMatchObject([{ name: 'a', key: 'long-term' }]);
  const key = readLongTermKey(credentials, '', 'a');
  expect(key?.accessKeyId).toBe('AKIAEXAMPLE');
  expect(key?.secretAccessKey.reveal()).toBe('secret');
  expect(JSON.stringify(key)).not.toContain('"secret"');
});

test('a long-term key is one pair of one file, and no session’s', () => {
  const pair = (id: string) => `aws_access_key_id = ${id}\naws_secret_access_key = secret\n`;
  const session = `[session]\n${pair('ASIASESSION')}aws_session_token = t\n`;
  const credentials = `[both]\n${pair('AKIACREDENTIALS')}[half]\naws_access_key_id = AKIAHALF\n${session}`;
  const config = `[profile both]\n${pair('AKIACONFIG')}[profile half]\n${pair('AKIAWHOLE')}[profile none]\n`;
  const idOf = (name: string) => readLongTermKey(credentials, config, name)?.accessKeyId;
  expect(['both', 'half', 'session', 'none', 'absent', '__proto__'].map(idOf)).toEqual([
    'AKIACREDENTIALS',
    'AKIAWHOLE',
    ...Array(4),
  ]);
});

test.each(['', '\0', '\u00ff\u00fe[\0a\0]\0', '[', ']', '=', '[]', '{"a": [1]}'])(
  'from %j no profile is made up',
  (text) => {
    expect(readProfiles(text, text)).toEqual([]);
  },
);

const key = (id: string) => `aws_access_key_id = ${id}\naws_secret_access_key = secret\n`;
const found = (credentials: string, config = '') =>
  readProfiles(credentials, config).map(({ name, key: kind }) => `${name} ${kind ?? 'none'}`);

test.each([
  ['both of a pair', '[a]\naws_access_key_id = AKIA\naws_secret_access_key = s\n', 'a long-term'],
  ['an id alone', '[a]\naws_access_key_id = AKIA\n', 'a none'],
  ['a secret alone', '[a]\naws_secret_access_key = s\n', 'a none'],
  ['an empty secret', '[a]\naws_access_key_id = AKIA\naws_secret_access_key =\n', 'a none'],
  ['a token', `[a]\n${key('ASIA')}aws_session_token = t\n`, 'a session'],
  ['a token by its old name', `[a]\n${key('AKIA')}aws_security_token = t\n`, 'a session'],
  ['a token beside an empty one', `[a]\n${key('AKIA')}aws_session_token =\naws_security_token = t\n`, 'a session'],
  ['an empty token', `[a]\n${key('AKIA')}aws_session_token =\n`, 'a long-term'],
  ['a session’s id without a token', `[a]\n${key('ASIA')}`, 'a session'],
])('%s', (_, credentials, profile) => {
  expect(found(credentials)).toEqual([profile]);
});

test('halves in two files make no pair, but what is in one and the other makes a profile', () => {
  const half = '[a]\naws_access_key_id = AKIA\n';
  expect(found(half, '[profile a]\naws_secret_access_key = s\n')).toEqual(['a none']);
  expect(found(half, `[profile a]\n${key('AKIA')}`)).toEqual(['a long-term']);
  expect(found(`[a]\n${key('AKIA')}`, '[profile a]\naws_session_token = t\n')).toEqual(['a long-term']);
});

test.each([
  ['[a]\n', '', ['a']],
  ['[ a b ]\n', '', ['a b']],
  ['[ ]\n', '', []],
  ['[DEFAULT]\nk = v\n', '[DEFAULT]\nk = v\n', []],
  ['[b]\n[a]\n', '[profile c]\n[profile a]\n', ['b', 'a', 'c']],
  ['', '[default]\n[profile default]\n', ['default']],
  ['', '[a]\n[profile]\n[ default ]\n', ['default']],
  ['', '[profile a b]\n[profile\tc]\n', ['a b', 'c']],
  ['', `[profile "a"]\n[profile 'b']\n[profile "c']\n[profile ""]\n`, ['a', 'b', `"c'`]],
  ['', `[profile a"b"]\n[profile "c"d]\n`, ['a"b"', '"c"d']],
  ['', '[profiles a]\n[xprofile a]\n[sso-session a]\n', []],
])('%j and %j name %j', (credentials, config, names) => {
  expect(readProfiles(credentials, config).map(({ name }) => name)).toEqual(names);
});

test.each([
  ['sso_session = s', 'sso_session'],
  ['sso_start_url = u', 'sso_start_url'],
  ['login_session = arn', 'login_session'],
  ['credential_process = p', 'credential_process'],
  ['credential_process = p\nsso_session = s', 'sso_session'],
  ['role_arn = r\nweb_identity_token_file = f\nsource_profile = a', 'web_identity_token_file'],
  ['role_arn = r\ncredential_source = Environment', 'credential_source'],
  ['credential_process =', undefined],
])('by %j its credentials come from elsewhere: %j', (text, otherWay) => {
  expect(readProfiles('', `[profile a]\n${text}\n`)[0]?.otherWay).toBe(otherWay);
});

test('only what says so itself is ours, and a value is its first line', () => {
  expect(readProfiles('[a]\nmanager = other\n[b]\nmanager = daypass\n', '')).toMatchObject([
    { managedByUs: false },
    { managedByUs: true },
  ]);
  expect(readProfiles('[a]\nregion = eu-west-1\n  us-east-1\n', '')).toMatchObject([{ region: 'eu-west-1' }]);
});

test('of two values the credentials file’s counts, and botocore’s before that of the SDK for JavaScript', () => {
  expect(readProfiles('[a]\nregion = one\n', '[profile a]\nregion = two\nmfa_serial = m\n')).toMatchObject([
    { region: 'one', mfaSerial: 'm' },
  ]);
  expect(readProfiles('[a]\nregion: one\nregion = two\n', '')).toMatchObject([{ region: 'two' }]);
  expect(readProfiles('[a]\nk = v\n  REGION = only\n', '')).toMatchObject([{ region: 'only' }]);
  expect(readProfiles('[a]\nREGION = one\nRegion: two\n', '')).toMatchObject([{ region: 'two' }]);
});

test('what stands in [DEFAULT] stands in every section of its file that does not say it itself, but for keys', () => {
  const all = `[DEFAULT]\nregion = one\nmfa_serial = m\nmanager = daypass\n${key('AKIA')}`;
  const config = `${all}[profile a]\nregion = two\n[profile b]\n[sso-session s]\n`;
  expect(readProfiles('[c]\n', config)).toStrictEqual([
    { ...NOTHING, name: 'c' },
    { ...NOTHING, name: 'a', region: 'two', mfaSerial: 'm' },
    { ...NOTHING, name: 'b', region: 'one', mfaSerial: 'm' },
  ]);
});

test('a key is read as it is, without what follows it', () => {
  const [id, secret] = ['AKIA', 'secret'];
  const read = readLongTermKey(`[a]\n${key(id)}`, '', 'a');
  expect([read?.accessKeyId, read?.secretAccessKey.reveal()]).toEqual([id, secret]);
  expect(readLongTermKey(`[a]\n${key(id)}aws_security_token = t\n`, '', 'a')).toBeUndefined();
  expect(readLongTermKey('', `[profile a]\n${key(id)}`, 'a')?.accessKeyId).toBe(id);
  expect(readLongTermKey(`[b]\n${key(id)}`, '', 'a')).toBeUndefined();
});

test('both forms of a profile of Identity Center are read, and one that lacks something is not taken for another', () => {
  const config = `
[profile new]
sso_session = acme
sso_account_id = 123456789012
sso_role_name = Admin
[profile old]
sso_start_url = https://acme.awsapps.com/start # ours
sso_region = eu-central-1
sso_account_id = 123456789012
sso_role_name = Admin
[profile half]
sso_role_name = Admin
`;
  expect(readProfiles('', config)).toStrictEqual([
    {
      ...NOTHING,
      name: 'new',
      ssoSession: 'acme',
      ssoAccount: '123456789012',
      ssoRole: 'Admin',
      otherWay: 'sso_session',
    },
    {
      ...NOTHING,
      name: 'old',
      ssoStartUrl: 'https://acme.awsapps.com/start',
      ssoRegion: 'eu-central-1',
      ssoAccount: '123456789012',
      ssoRole: 'Admin',
      otherWay: 'sso_start_url',
    },
    { ...NOTHING, name: 'half', ssoRole: 'Admin', otherWay: 'sso_role_name' },
  ]);
});

test('sessions of Identity Center are read under each spelling of their names, and nothing else is one', () => {
  const config = `
[sso-session acme]
sso_start_url = https://acme.awsapps.com/start
sso_region = eu-central-1
sso_registration_scopes = sso:account:access, codewhisperer:completions
[sso-session "two words"]
sso_region = us-east-1
[profile sso-session]
[sso-session]
[default]
`;
  expect(readSessions(config)).toStrictEqual([
    {
      name: 'acme',
      startUrl: 'https://acme.awsapps.com/start',
      region: 'eu-central-1',
      scopes: 'sso:account:access, codewhisperer:completions',
    },
    { name: 'two words', region: 'us-east-1' },
  ]);
});
