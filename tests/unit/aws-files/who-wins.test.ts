// That clients do so is proven with them, in tests/integration/who-wins.test.ts.
import { describe, expect, test } from 'vitest';
import { readingOf, settingOf, type Texts, whoWins } from '../../../electron/core/aws-files/who-wins.ts';
import { ORIGIN_FILES } from './origin-files.ts';

const shown = (texts: Texts, client: 'botocore' | 'smithy') => {
  const winner = whoWins(texts, 'plain', client);
  return winner && `${winner.file} ${winner.setting}`;
};

const KEYS = 'credentials aws_access_key_id';
const EXPECTED: readonly (readonly [files: string, botocore: string | null, smithy: string | null])[] = [
  ['nothing', null, null],
  ['keys in the credentials file', KEYS, KEYS],
  ['keys in it, and a region in the config file', KEYS, KEYS],
  ['keys in the config file', 'config aws_access_key_id', 'config aws_access_key_id'],
  ['keys in both', KEYS, KEYS],
  ['a role with a source', 'config role_arn', 'config role_arn'],
  ['a role of the environment', 'config role_arn', 'config role_arn'],
  ['a role that names no source', 'config role_arn', KEYS],
  ['a role in the credentials file', 'credentials role_arn', 'credentials role_arn'],
  ['a role without keys', 'config role_arn', 'config role_arn'],
  ['a source without a role', KEYS, KEYS],
  ['a web identity', 'config web_identity_token_file', KEYS],
  ['a web identity with a source beside it', 'config web_identity_token_file', 'config role_arn'],
  ['a web identity without keys', 'config web_identity_token_file', 'config web_identity_token_file'],
  ['a role in a section that another spelling follows', KEYS, 'config role_arn'],
  ['a role in a section after another spelling', 'config role_arn', 'config role_arn'],
  ['a role before a spelling of the SDK’s alone', 'config role_arn', 'config role_arn'],
  ['single sign-on', 'config sso_account_id', KEYS],
  ['a session of single sign-on that names no account', KEYS, KEYS],
  ['single sign-on without keys', 'config sso_account_id', 'config sso_start_url'],
  ['a process', 'config credential_process', 'config credential_process'],
  ['a process in the credentials file', 'credentials credential_process', 'credentials credential_process'],
  ['a process and keys', KEYS, KEYS],
  ['a process and keys in the config file', 'config credential_process', 'config aws_access_key_id'],
  ['a process and single sign-on', 'config sso_account_id', 'config credential_process'],
  ['a process and a role', 'config role_arn', 'config role_arn'],
  ['half a key in the credentials file', KEYS, 'config credential_process'],
  ['a key whose halves stand in two files', KEYS, KEYS],
  ['what [DEFAULT] lends to every section', 'config role_arn', KEYS],
  ['a quoted name', 'config sso_account_id', KEYS],
  ['another profile', KEYS, KEYS],
];

test('every pair of files has its row', () => {
  expect(EXPECTED.map(([files]) => files)).toEqual(Object.keys(ORIGIN_FILES));
});

test.each(EXPECTED)('%s', (files, botocore, smithy) => {
  const [credentials, config] = ORIGIN_FILES[files] ?? expect.fail();
  expect(shown({ credentials, config }, 'botocore')).toBe(botocore);
  expect(shown({ credentials, config }, 'smithy')).toBe(smithy);
});

describe('a session of “aws login”', () => {
  const login = '[profile plain]\nlogin_session = arn\n';
  test.each([
    ['comes after keys', '[plain]\naws_access_key_id = A\naws_secret_access_key = s\n', login, KEYS, KEYS],
    [
      'comes before a process, or after it',
      '',
      `${login}credential_process = c\n`,
      'config login_session',
      'config credential_process',
    ],
    ['is the last', '', login, 'config login_session', 'config login_session'],
    [
      'comes before keys of the config file, or after them',
      '',
      `${login}aws_access_key_id = A\naws_secret_access_key = s\n`,
      'config login_session',
      'config aws_access_key_id',
    ],
  ])('%s', (_, credentials, config, botocore, smithy) => {
    expect([shown({ credentials, config }, 'botocore'), shown({ credentials, config }, 'smithy')]).toEqual([
      botocore,
      smithy,
    ]);
  });
});

test('no value comes out, and a file that is no text says nothing', () => {
  const credentials = '[plain]\naws_access_key_id = A\naws_secret_access_key = planted\n';
  expect(whoWins({ credentials, config: '' }, 'plain', 'botocore')).toStrictEqual({
    file: 'credentials',
    section: 'plain',
    setting: 'aws_access_key_id',
  });
  expect(whoWins({ credentials: `${credentials}\0`, config: '' }, 'plain', 'botocore')).toBeNull();
});

test('a setting is that of the credentials file, or else of the config file', () => {
  const config = '[profile plain]\nregion = eu-west-1\noutput = json\n';
  const region = (credentials: string, client: 'botocore' | 'smithy' = 'botocore') =>
    settingOf({ credentials, config }, 'plain', client, 'region');
  expect([region(''), region('', 'smithy')]).toEqual(['eu-west-1', 'eu-west-1']);
  expect(region('[plain]\nregion = us-east-1\n')).toBe('us-east-1');
  expect(region('[plain]\nregion =\n')).toBeUndefined();
  expect(settingOf({ credentials: '', config }, 'other', 'botocore', 'region')).toBeUndefined();
});

test('each text is read once, whoever asks', () => {
  const texts = { credentials: '[a]\n', config: '\0' };
  expect(readingOf(texts, 'credentials')).toBe(readingOf(texts, 'credentials'));
  expect(readingOf(texts, 'config').botocore).toEqual([]);
});

test.each([
  ['[default]\nregion = a\n[profile default]\noutput = text\n', undefined, undefined],
  ['[profile default]\noutput = text\n[default]\nregion = a\n', 'a', undefined],
  ['[profile default]\nregion = a\n[default]\noutput = text\n', undefined, 'a'],
])('of [default] and [profile default] one counts: %j', (config, botocore, smithy) => {
  const texts = { credentials: '', config };
  expect(settingOf(texts, 'default', 'botocore', 'region')).toBe(botocore);
  expect(settingOf(texts, 'default', 'smithy', 'region')).toBe(smithy);
});
