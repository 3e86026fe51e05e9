import { expect, test } from 'vitest';
import { readLongTermKey, readProfiles } from '../../../electron/core/aws-files/read-profiles.ts';
import { encodeUtf8 } from '../../../electron/core/base/bytes.ts';

const NOTHING = { hasKeys: false, hasSession: false, managedByUs: false };

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
  expect(readProfiles(credentials, config)).toEqual([
    { ...NOTHING, name: 'default', hasKeys: true, region: 'eu-west-1', mfaSerial: 'arn:aws:iam::123456789012:mfa/me' },
    { name: 'x-mfa', hasKeys: true, hasSession: true, managedByUs: true, region: 'us-east-1' },
    { ...NOTHING, name: 'é' },
    {
      ...NOTHING,
      name: 'role',
      roleArn: 'arn:aws:iam::123456789012:role/admin',
      sourceProfile: 'default',
      durationSeconds: 3600,
      externalId: 'id',
      roleSessionName: 'me',
    },
    { ...NOTHING, name: 'sso', ssoSession: 'corp' },
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
  expect(readProfiles(credentials, '')).toMatchObject([{ name: 'a', hasKeys: true, hasSession: false }]);
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
