import { describe, expect, test } from 'vitest';
import { removeProcessProfile, writeProcessProfile } from '../../../electron/core/aws-files/process-profile.ts';
import type { ProfileEdit } from '../../../electron/core/aws-files/profile-edit.ts';
import { encodeUtf8 } from '../../../electron/core/base/bytes.ts';
import { COMMAND, NAME } from './odd-files.ts';

const write = (text: string, command = COMMAND, name = NAME) => writeProcessProfile(text, name, command);
const remove = (text: string, name = NAME) => removeProcessProfile(text, name);
const textOf = (edit: ProfileEdit) => (edit.ok ? edit.text : edit.refusal);
const refusalOf = (edit: ProfileEdit) => (edit.ok ? undefined : `${edit.refusal.line} ${edit.refusal.reason}`);
const LINE = encodeUtf8(`credential_process = ${COMMAND}\n`);

test.each([
  ['a profile', NAME, '[profile x-mfa]'],
  ['the default profile, which has no prefix', 'default', '[default]'],
])('%s is written, rewritten and removed', (_, name, header) => {
  const before = '[profile a]\nregion = eu-west-1\n';
  const after = `${before}${header}\n${LINE}manager = daypass\n`;
  expect(textOf(write(before, COMMAND, name))).toBe(after);
  expect(write(after, COMMAND, name)).toMatchObject({ ok: true, changed: false });
  expect(textOf(write(after, '/other', name))).toBe(after.replace(LINE, 'credential_process = /other\n'));
  expect(textOf(remove(after, name))).toBe(before);
});

test.each(['[profile "x-mfa"]', "[profile 'x-mfa']", '[profile\tx-mfa]', '[profile x-mfa] # work'])(
  '%s is ours, with its region',
  (header) => {
    const kept = `${header}\nregion = eu-west-1\noutput = json\nmanager = daypass\n`;
    const written = `${header}\nregion = eu-west-1\noutput = json\n${LINE}manager = daypass\n`;
    expect(textOf(write(kept))).toBe(written);
    expect(textOf(remove(written))).toBe(kept);
  },
);

describe('refused', () => {
  test.each([
    ['a profile of someone’s own', '[profile x-mfa]\nregion = eu-west-1\n', '1 not-ours'],
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
    expect(refusalOf(write('[default]\nregion = eu-west-1\n', COMMAND, 'default'))).toBe('1 not-ours');
    expect(refusalOf(write('[profile default]\n', COMMAND, 'default'))).toBe('1 not-ours');
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
