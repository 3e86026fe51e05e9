import { describe, expect, test } from 'vitest';
import {
  isInConfig,
  removeConfigProfile,
  writeConfigProfile,
} from '../../../electron/core/aws-files/config-profile.ts';
import type { ProfileEdit } from '../../../electron/core/aws-files/profile-edit.ts';
import { encodeUtf8 } from '../../../electron/core/base/bytes.ts';
import { COMMAND, NAME } from './odd-files.ts';

const REGION = 'eu-west-1';
const write = (text: string, command: string | null = COMMAND, name = NAME, region = REGION, before = region) =>
  writeConfigProfile(text, name, { region, command }, before);
const remove = (text: string, name = NAME, region = REGION) => removeConfigProfile(text, name, region);
const textOf = (edit: ProfileEdit) => (edit.ok ? edit.text : edit.refusal);
const refusalOf = (edit: ProfileEdit) => (edit.ok ? undefined : `${edit.refusal.line} ${edit.refusal.reason}`);
const REGION_LINE = `region = ${REGION}\n`;
const LINE = encodeUtf8(`credential_process = ${COMMAND}\n`);

test.each([
  ['a profile', NAME, '[profile x-mfa]'],
  ['the default profile, which has no prefix', 'default', '[default]'],
])('%s is written, rewritten and removed', (_, name, header) => {
  const before = '[profile a]\nregion = eu-west-1\n';
  const after = `${before}${header}\n${REGION_LINE}${LINE}manager = daypass\n`;
  expect(textOf(write(before, COMMAND, name))).toBe(after);
  expect(write(after, COMMAND, name)).toMatchObject({ ok: true, changed: false });
  expect(textOf(write(after, '/other', name))).toBe(after.replace(LINE, 'credential_process = /other\n'));
  expect(textOf(remove(after, name))).toBe(before);
});

test.each(['[profile "x-mfa"]', "[profile 'x-mfa']", '[profile\tx-mfa]', '[profile x-mfa] # work'])(
  '%s is ours, with its region',
  (header) => {
    const kept = `${header}\nregion = us-east-1\noutput = json\nmanager = daypass\n`;
    const written = `${header}\nregion = us-east-1\noutput = json\n${LINE}manager = daypass\n`;
    expect(textOf(write(kept))).toBe(written);
    expect(textOf(remove(written))).toBe(kept);
  },
);

describe('refused', () => {
  test.each([
    ['a profile of someone’s own', '[profile x-mfa]\nlogin_session = s\n', '1 not-ours'],
    [
      'two of ours in two spellings',
      '[profile x-mfa]\nmanager = daypass\n[profile "x-mfa"]\nmanager = daypass\n',
      '3 duplicate-section',
    ],
    ['two spaces, a profile to botocore only', '[profile  x-mfa]\n', '1 look-alike-section'],
    ['another word that botocore takes for it', '[profiles x-mfa]\n', '1 look-alike-section'],
    ['a dot, a profile to the JavaScript SDK only', '[a]\n[profile.x-mfa]\n', '2 look-alike-section'],
    ['half a quote', '[profile "x-mfa]\n', '1 look-alike-section'],
    ['spaces around', '[ profile x-mfa ]\n', '1 look-alike-section'],
    ['a backslash', '[profile x-mfa\\]\n', '1 look-alike-section'],
  ])('%s', (_, text, refusal) => {
    expect(refusalOf(write(text))).toBe(refusal);
  });

  test('[default] beside [profile default]', () => {
    expect(refusalOf(write('[default]\nrole_arn = r\n', COMMAND, 'default'))).toBe('1 not-ours');
    expect(refusalOf(write('[profile default]\nsso_session = s\n', COMMAND, 'default'))).toBe('1 not-ours');
    const both = '[default]\nmanager = daypass\n[profile default]\nmanager = daypass\n';
    expect(refusalOf(write(both, COMMAND, 'default'))).toBe('3 duplicate-section');
  });

  test('spaces around [default]', () => {
    expect(refusalOf(write('[ default ]\n', COMMAND, 'default'))).toBe('1 look-alike-section');
  });

  test.each(['', 'a b', 'DEFAULT', 'profile.a', 'constructor'])('the name %j', (name) => {
    expect(write('', COMMAND, name)).toEqual({ ok: false, refusal: { reason: 'bad-name' } });
    expect(remove('', name)).toEqual({ ok: false, refusal: { reason: 'bad-name' } });
  });

  test.each(['', ' ', '/a #b/daypass', '/a ;b', '/a\n[profile b]', '/a\0', '/a ', '/\ud800'])(
    'the command %j',
    (command) => {
      expect(write('', command)).toEqual({ ok: false, refusal: { reason: 'bad-value' } });
    },
  );
});

test('a section [x-mfa] is no profile here, and other kinds of section are no namesakes', () => {
  const before =
    '[x-mfa]\nk = v\n[sso-session x-mfa]\nsso_region = eu-west-1\n[services x-mfa]\n[profile x-mfa y]\n[profile y x-mfa]\n[a.x-mfa]\n';
  const edit = write(before);
  expect(edit).toMatchObject({ ok: true, changed: true });
  expect(textOf(remove(String(textOf(edit))))).toBe(before);
});

describe('a profile whose keys are in the credentials file', () => {
  const OURS = `[profile x-mfa]\n${REGION_LINE}manager = daypass\n`;
  const BEFORE = '[default]\nregion = us-east-1\n';

  test('has its region here, and nothing else', () => {
    const after = `${BEFORE}${OURS}`;
    expect(write(BEFORE, null)).toMatchObject({ ok: true, text: after, changed: true });
    expect(write(after, null)).toMatchObject({ ok: true, changed: false });
    expect(textOf(remove(after))).toBe(BEFORE);
  });

  test('and back: the command comes and goes, the region stays', () => {
    const withCommand = String(textOf(write(OURS)));
    expect(withCommand).toBe(`[profile x-mfa]\n${REGION_LINE}${LINE}manager = daypass\n`);
    expect(textOf(write(withCommand, null))).toBe(OURS);
  });

  test('gets a region into the section that an earlier version has made for its command', () => {
    expect(textOf(write(`[profile x-mfa]\n${LINE}manager = daypass\n`))).toBe(
      `[profile x-mfa]\n${LINE}${REGION_LINE}manager = daypass\n`,
    );
  });

  test('follows the profile’s region, but not where a person has chosen another', () => {
    const moved = OURS.replace(REGION, 'ap-south-1');
    expect(textOf(write(OURS, null, NAME, 'ap-south-1', REGION))).toBe(moved);
    expect(write(moved, null)).toMatchObject({ ok: true, changed: false });
    expect(textOf(remove(moved))).toBe(moved);
    expect(textOf(remove(moved, NAME, 'ap-south-1'))).toBe('');
  });

  test.each(['', 'output = json\n', 'credential_process = theirs\n', 'manager = someone\n'])(
    'refuses a section of somebody’s own: %j',
    (lines) => {
      const theirs = `[profile x-mfa]\n${lines}`;
      expect([refusalOf(write(theirs, null)), refusalOf(remove(theirs))]).toEqual(['1 not-ours', '1 not-ours']);
      expect(isInConfig(theirs, NAME)).toBe(false);
    },
  );
});

describe('in a section of somebody’s own that gives no credentials, the command is a guest', () => {
  const MARK = 'manager = daypass for credential_process\n';
  test.each([
    ['a region and an output', '[profile x-mfa]\n', 'region = us-east-1\noutput = json\n'],
    ['nothing', '[profile x-mfa]\n', ''],
    ['comments and nested settings', '# mine\n[profile "x-mfa"]\n# more\n', 's3 =\n  max_concurrent_requests = 20\n'],
    [
      'indented lines, before another',
      '[profile x-mfa]\n',
      '  region = us-east-1\n  # so\n\n[profile y]\nregion = a\n',
    ],
  ])('beside %s', (_, header, lines) => {
    const before = header + lines;
    const indent = /^ */.exec(lines)?.[0] ?? '';
    const after = `${header}${indent}${LINE}${indent}${MARK}${lines}`;
    expect(textOf(write(before))).toBe(after);
    expect(write(after)).toMatchObject({ ok: true, changed: false });
    expect(isInConfig(before, NAME)).toBe(false);
    expect(isInConfig(after, NAME)).toBe(true);
    const renewed = textOf(write(after, '/other program'));
    expect(renewed).toBe(after.replace(LINE, 'credential_process = /other program\n'));
    expect(textOf(remove(String(renewed)))).toBe(before);
    expect(textOf(write(after, null))).toBe(before);
  });

  test('and what was added around it stays, also where it is the person’s own region', () => {
    const after = `[profile x-mfa]\nregion = ${REGION}\n${LINE}${MARK}output = json\n`;
    expect(textOf(remove(after))).toBe(`[profile x-mfa]\nregion = ${REGION}\noutput = json\n`);
  });

  test('and goes again from beside a key that was put there since', () => {
    const key = 'aws_access_key_id = AKIAX\naws_secret_access_key = s\n';
    expect(textOf(remove(`[profile x-mfa]\n${LINE}${MARK}${key}`))).toBe(`[profile x-mfa]\n${key}`);
  });

  test('of the default profile too', () => {
    const before = '[default]\nregion = us-east-1\n';
    const after = `[default]\n${LINE}${MARK}region = us-east-1\n`;
    expect(textOf(write(before, COMMAND, 'default'))).toBe(after);
    expect(textOf(remove(after, 'default'))).toBe(before);
  });

  test('keeps the file’s own line ends, and an open last line', () => {
    for (const before of [
      '[profile x-mfa]\r\nregion = us-east-1\r\n',
      '[profile x-mfa]\nregion = us-east-1',
      '[profile x-mfa]',
    ]) {
      const after = String(textOf(write(before)));
      expect(after).toContain('credential_process');
      expect(after.includes('\r\n')).toBe(before.includes('\r\n'));
      expect(textOf(remove(after))).toBe(before);
    }
  });

  test.each([
    'aws_access_key_id = AKIAX\n',
    'aws_secret_access_key = s\n',
    'role_arn = r\n',
    'source_profile = work\n',
    'credential_source = Environment\n',
    'credential_process = theirs\n',
    'web_identity_token_file = t\n',
    'sso_session = s\n',
    'sso_account_id = 1\n',
    'login_session = s\n',
    'manager = someone\n',
    'manager = daypass for region\n',
    // Ours to one parser, to the other a value of the line above.
    `region = x\n  ${LINE}`,
  ])('is refused beside %j', (lines) => {
    expect(write(`[profile x-mfa]\nregion = us-east-1\n${lines}`)).toMatchObject({ ok: false });
  });
});
