import { describe, expect, test } from 'vitest';
import type { ProfileEdit } from '../../../electron/core/aws-files/profile-edit.ts';
import { removeProfile, writeProfile } from '../../../electron/core/aws-files/write-profile.ts';
import { encodeUtf8 } from '../../../electron/core/base/bytes.ts';
import { ENTRY, NAME, OTHER_ENTRY } from './odd-files.ts';

const KEYS = [
  'aws_access_key_id = ASIAEXAMPLE000000001',
  'aws_secret_access_key = abc/def+ghi=',
  'aws_session_token = FwoGZXIvYXdzEXAMPLE//////////token==',
  'x_security_token_expires = 2026-01-02T03:04:05Z',
];
const SECTION = ['[x-mfa]', ...KEYS, 'manager = daypass'];
const lf = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

const write = (text: string, entry = ENTRY) => writeProfile(text, NAME, entry);
const remove = (text: string) => removeProfile(text, NAME);
const textOf = (edit: ProfileEdit) => (edit.ok ? edit.text : edit.refusal);
const refusalOf = (edit: ProfileEdit) => (edit.ok ? undefined : `${edit.refusal.line} ${edit.refusal.reason}`);

describe('a section that is not there yet', () => {
  test.each([
    ['an empty file', '', lf(SECTION)],
    ['a closed file', '[a]\nk = v\n', `[a]\nk = v\n${lf(SECTION)}`],
    ['a file without a last line end', '[a]\nk = v', `[a]\nk = v\n${lf(SECTION).slice(0, -1)}`],
    ['Windows line ends', '[a]\r\nk = v\r\n', `[a]\r\nk = v\r\n${SECTION.map((line) => `${line}\r\n`).join('')}`],
    ['Windows line ends, open', '[a]\r\nk = v', `[a]\r\nk = v\r\n${SECTION.join('\r\n')}`],
    [
      'carriage returns alone, which hide a section from the JavaScript SDK',
      '[a]\rk = v\r',
      `[a]\rk = v\r\n${SECTION.join('\n')}`,
    ],
    ['a continued value at the end', '[a]\nk = v\n  w', `[a]\nk = v\n  w\n${lf(SECTION).slice(0, -1)}`],
    [
      'a nested key that looks like ours',
      '[a]\ns3 =\n  aws_session_token = no\n',
      `[a]\ns3 =\n  aws_session_token = no\n${lf(SECTION)}`,
    ],
    [
      'comments and blank lines',
      '\n# [x-mfa]\n;manager = daypass\n\n',
      `\n# [x-mfa]\n;manager = daypass\n\n${lf(SECTION)}`,
    ],
    ['another section that says it is ours', '[b]\nmanager = daypass\n', `[b]\nmanager = daypass\n${lf(SECTION)}`],
  ])('after %s', (_, before, after) => {
    expect(textOf(write(before))).toBe(after);
    expect(write(after)).toEqual({ ok: true, text: after, changed: false });
    expect(textOf(remove(after))).toBe(before);
  });

  test('a parser that refuses the file anyway is named, and the file is no worse for the section', () => {
    const flawOf = (before: string) => {
      const edit = write(before);
      expect(textOf(edit)).toBe(`${before}${lf(SECTION)}`);
      return edit.ok && edit.flaw;
    };
    expect(flawOf(encodeUtf8('\ufeff[a]\nk = v\n'))).toEqual({ reason: 'byte-order-mark', line: 1 });
    expect(flawOf('[a]\n[b]\n[a]\n')).toEqual({ reason: 'duplicate-section', line: 3, section: 'a' });
    expect(flawOf('[a]\nk = 1\nK = 2\n')).toEqual({ reason: 'duplicate-key', line: 3, section: 'a' });
    expect(flawOf('[a]\nk = \u00ff\n')).toEqual({ reason: 'not-utf8', line: 2, section: 'a' });
    expect(flawOf('[__proto__]\n')).toEqual({ reason: 'forbidden-section', line: 1, section: '__proto__' });
  });
});

describe('our section', () => {
  test('a new session changes its values and nothing else', () => {
    const before = [
      '# mine',
      '[x-mfa] # tray',
      'region = eu-west-1',
      'aws_access_key_id=ASIAOLD',
      '# a note',
      'aws_secret_access_key\t=   old/old   ',
      'aws_session_token = old # words after it',
      '\tcontinued',
      'AWS_Session_Tokens = not ours',
      'X_SECURITY_TOKEN_EXPIRES: 2020-01-01T00:00:00Z',
      'manager = daypass',
      's3 =',
      '  aws_session_token = nested',
      '',
      '[b]',
      'aws_session_token = theirs',
    ];
    const after = [
      ...before.slice(0, 3),
      'aws_access_key_id=ASIAEXAMPLE000000002',
      '# a note',
      'aws_secret_access_key\t=   another/secret',
      'aws_session_token = another-token',
      'AWS_Session_Tokens = not ours',
      'x_security_token_expires = 2027-01-01T00:00:00Z',
      ...before.slice(10),
    ];
    expect(textOf(write(lf(before), OTHER_ENTRY))).toBe(lf(after));
  });

  test('what is missing is added where it is, as it is indented', () => {
    const before = '[a]\nk = v\n[x-mfa]\n  region = eu-west-1\n  manager = daypass\n[b]\nk = v\n';
    const added = KEYS.map((key) => `  ${key}\n`).join('');
    const after = `[a]\nk = v\n[x-mfa]\n  region = eu-west-1\n${added}  manager = daypass\n[b]\nk = v\n`;
    expect(textOf(write(before))).toBe(after);
    expect(textOf(remove(after))).toBe(before);
  });

  test('a value is replaced where it stands, as it is indented', () => {
    const before = lf(['[x-mfa]', ...SECTION.slice(1).map((line) => `\t ${line}`)]);
    expect(textOf(write(before, OTHER_ENTRY))).toContain('\n\t aws_session_token = another-token\n');
    // What Python takes for a blank and others do not is no indentation.
    const odd = lf(SECTION).replace('aws_access_key_id', '\vaws_access_key_id');
    expect(textOf(write(odd, OTHER_ENTRY))).toBe(textOf(write(lf(SECTION), OTHER_ENTRY)));
  });

  test('what it holds already is left as it stands, with the blanks behind it', () => {
    const before = lf(SECTION).replace('daypass\n', 'daypass  \n').replace('abc/def+ghi=\n', 'abc/def+ghi= \t\n');
    expect(write(before)).toStrictEqual({ ok: true, text: before, changed: false });
  });

  test.each([
    ['with a token, whatever a session’s key is called', 'aws_access_key_id = LSIAX\naws_session_token = t\n'],
    ['with a key of a session', 'aws_access_key_id = ASIAX\n'],
    ['with an empty key', 'aws_access_key_id =\n'],
    ['without a key', ''],
  ])('is ours %s', (_, keys) => {
    expect(refusalOf(write(`[x-mfa]\n${keys}manager = daypass\n`))).toBeUndefined();
  });

  test.each([
    ['between others', `[a]\nk = v\n\n${lf(SECTION)}\n# about b\n[b]\n`, '[a]\nk = v\n\n\n# about b\n[b]\n'],
    ['at the top', `${lf(SECTION)}[b]\nk = v`, '[b]\nk = v'],
    ['after a byte order mark', `\u00ef\u00bb\u00bf${lf(SECTION)}[b]\n`, '\u00ef\u00bb\u00bf[b]\n'],
    [
      'with a key of someone’s own',
      lf([...SECTION, 'region = eu-west-1']),
      '[x-mfa]\nmanager = daypass\nregion = eu-west-1\n',
    ],
    [
      'with a comment of someone’s own',
      lf(['[x-mfa]', '# for work', ...KEYS, 'manager = daypass']),
      '[x-mfa]\n# for work\nmanager = daypass\n',
    ],
    ['with a key twice', lf([...SECTION, KEYS[2] ?? '']), ''],
    [
      'with garbage after it',
      `[a]\nk = v\n${lf(SECTION)}garbage\n`,
      '[a]\nk = v\n[x-mfa]\nmanager = daypass\ngarbage\n',
    ],
    ['with a comment before what follows', `${lf(SECTION)}\n  # about b\n; too\n[b]\n`, '\n  # about b\n; too\n[b]\n'],
    [
      'with garbage and a comment sign after it',
      `${lf(SECTION)}garbage # c\n`,
      '[x-mfa]\nmanager = daypass\ngarbage # c\n',
    ],
    ['where it is all there is, and open', `\u00ef\u00bb\u00bf${lf(SECTION).slice(0, -1)}`, '\u00ef\u00bb\u00bf'],
    ['with a line of blanks in it', lf([...SECTION.slice(0, 3), ' \t', ...SECTION.slice(3), '[b]']), ' \t\n[b]\n'],
    ['in an open file', `${lf(SECTION)}[b]\nk = v`, '[b]\nk = v'],
    ['in a file that is garbage elsewhere', `garbage\n[a]\nmore\n${lf(SECTION)}`, 'garbage\n[a]\nmore\n'],
    [
      'where botocore would take the next header for a value',
      `[a]\nk = v\n${SECTION.map((line, at) => (at ? `  ${line}\n` : `${line}\n`)).join('')} [b]\nl = w\n`,
      '[a]\nk = v\n[x-mfa]\n  manager = daypass\n [b]\nl = w\n',
    ],
    [
      'where what follows leans on its header',
      `[a]\n${lf(SECTION)}[b];c\nk = v\n`,
      '[a]\n[x-mfa]\nmanager = daypass\n[b];c\nk = v\n',
    ],
  ])('is removed %s', (_, before, after) => {
    expect(textOf(remove(before))).toBe(after);
  });
});

describe('refused, with the line', () => {
  test.each([
    [
      'the section of the long-term key',
      '[a]\n[x-mfa]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = s\n',
      '2 not-ours',
    ],
    ['another manager', '[x-mfa]\nmanager = someone\n', '1 not-ours'],
    ['a manager that leaks in', '[DEFAULT]\nmanager = daypass\n[x-mfa]\nregion = eu-west-1\n', '3 not-ours'],
    ['a manager in the section before', '[a]\nmanager = daypass\n[x-mfa]\n', '3 not-ours'],
    ['a nested manager', '[x-mfa]\ns3 =\n  manager = daypass\n', '1 not-ours'],
    ['a manager for one parser only', '[x-mfa]\nmanager = daypass # it is\n', '1 ambiguous'],
    ['a manager that says two things', '[x-mfa]\nmanager = daypass\nMANAGER = someone\n', '1 not-ours'],
    [
      'a long-term key with an empty token',
      '[x-mfa]\naws_access_key_id = AKIAX\naws_session_token =\nmanager = daypass\n',
      '1 long-term-key',
    ],
    [
      'a key that only ends like a session’s',
      '[x-mfa]\naws_access_key_id = AKASIA\nmanager = daypass\n',
      '1 long-term-key',
    ],
    [
      'a long-term key in a copy of ours',
      '[x-mfa]\naws_access_key_id = AKIAEXAMPLE\nmanager = daypass\n',
      '1 long-term-key',
    ],
    [
      'a long-term key that was put over a session’s, whose token is left',
      '[x-mfa]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = s\naws_session_token = ours\nmanager = daypass\n',
      '1 long-term-key',
    ],
    ['two of ours', `${lf(SECTION)}${lf(SECTION)}`, '7 duplicate-section'],
    ['a header that one parser misses', '[a]\n[x-mfa];c\nmanager = daypass\n', '2 ambiguous'],
    ['a header that is a value to the other', '[a]\nk = v\n  [x-mfa]\n  manager = daypass\n', '3 ambiguous'],
  ])('%s', (_, text, refusal) => {
    expect(refusalOf(write(text))).toBe(refusal);
    expect(refusalOf(remove(text))).toBe(refusal);
  });

  test.each([
    ['spaces in the brackets', '[ x-mfa ]\n', '1 look-alike-section'],
    ['quotes in the brackets', '[a]\n["x-mfa"]\n', '2 look-alike-section'],
    ['one that only botocore sees, whosever it is', '[x-mfa];c\nk = v\n', '1 ambiguous'],
    ['two that are alike, of which the first is told', '[ x-mfa ]\n["x-mfa"]\n', '1 look-alike-section'],
    [
      'a setting of someone’s own in a value of ours',
      '[x-mfa]\nmanager = daypass\naws_session_token = old\n  region = x\n',
      '1 ambiguous',
    ],
    ['a key twice in ours', lf([...SECTION, KEYS[2] ?? '']), '7 duplicate-key'],
    ['text before the first section', '\n{"json": true}\n[a]\n', '2 text-before-section'],
    ['text in a section', '[a]\nk = v\ngarbage\n', '3 not-a-setting'],
    ['text where nested settings must be', '[a]\ns3 =\n  garbage\n', '3 not-a-setting'],
    ['text that only leaks into ours', '[DEFAULT]\nk =\n  garbage\n', '3 not-a-setting'],
    [
      'what could not be cleared again, for then garbage would leak in',
      '[DEFAULT]\naws_access_key_id =\n  garbage\n[x-mfa]\nregion = eu-west-1\naws_access_key_id = ASIAOLD\nmanager = daypass\n',
      '4 ambiguous',
    ],
    ['a brace after ours', `${lf(SECTION)}}\n`, '7 not-a-setting'],
  ])('%s, for writing', (_, text, refusal) => {
    expect(refusalOf(write(text))).toBe(refusal);
  });

  test('what is not text, or text in UTF-16', () => {
    expect(refusalOf(write('[a]\nk = \0\n'))).toBe('2 nul-byte');
    expect(refusalOf(remove('\u00ff\u00fe[\0x\0-\0'))).toBe('1 nul-byte');
  });

  test.each([
    '',
    'DEFAULT',
    'Default',
    'a b',
    'a]',
    'a\n[b]',
    'é',
    'constructor',
    '__proto__',
    'profile.a',
    'sso-session.a',
    'services.a',
    'x'.repeat(65),
  ])('the name %j', (name) => {
    expect(writeProfile('', name, ENTRY)).toEqual({ ok: false, refusal: { reason: 'bad-name' } });
    expect(removeProfile('', name)).toEqual({ ok: false, refusal: { reason: 'bad-name' } });
  });

  test.each([
    { secretAccessKey: 'a\nregion = evil' },
    { secretAccessKey: '' },
    { sessionToken: '#token' },
    { accessKeyId: 'two words' },
    { expiresAt: Number.NaN },
    { expiresAt: Date.UTC(10_000, 0) },
    { expiresAt: -1 },
  ])('a value that would not be read back, unrepeated: %j', (part) => {
    expect(write('', { ...ENTRY, ...part })).toEqual({ ok: false, refusal: { reason: 'bad-value' } });
  });
});

test.each([
  [0, '1970-01-01T00:00:00Z'],
  [Date.UTC(10_000, 0) - 1, '9999-12-31T23:59:59Z'],
])('an end of %i ms is written as %s', (expiresAt, text) => {
  expect(textOf(write('', { ...ENTRY, expiresAt }))).toContain(`x_security_token_expires = ${text}\n`);
});

test.each(['default', 'profiles.a', 'x-profile.a', 'my-services.a', 'a.b', 'x@y+z_1', '-', '0'])(
  'the name %j is written and removed',
  (name) => {
    const edit = writeProfile('[a]\n', name, ENTRY);
    expect(edit).toMatchObject({ ok: true, changed: true });
    expect(textOf(removeProfile(String(textOf(edit)), name))).toBe('[a]\n');
  },
);

test('where there is nothing of ours, nothing is removed', () => {
  for (const text of [
    '',
    '[x-mfa];c\nk = v\n',
    '[a]\n',
    '[ x-mfa ]\nk = v\n',
    'garbage',
    '[x-mfa-2]\nmanager = daypass\n',
  ]) {
    expect(remove(text)).toMatchObject({ ok: true, text, changed: false });
  }
});
