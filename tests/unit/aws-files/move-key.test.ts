import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LongTermKey } from '../../../electron/core/aws/credentials.ts';
import { parseIni } from '../../../electron/core/aws-files/ini.ts';
import { putKeyIn, takeKeyOut } from '../../../electron/core/aws-files/move-key.ts';
import type { ProfileEdit } from '../../../electron/core/aws-files/profile-edit.ts';
import { readLongTermKey } from '../../../electron/core/aws-files/read-profiles.ts';
import { BYTE_ORDER_MARK, type Bytes } from '../../../electron/core/base/bytes.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { anyFiles, oddFiles, readBySmithy, tails } from './odd-files.ts';

const KEY: LongTermKey = { accessKeyId: 'AKIAEXAMPLE000000001', secretAccessKey: new Secret('abc/def+ghi=') };
const ID = 'aws_access_key_id = AKIAEXAMPLE000000001';
const SECRET = 'aws_secret_access_key = abc/def+ghi=';

type Sections = Awaited<ReturnType<typeof readBySmithy>>;

const textOf = (edit: ProfileEdit): Bytes => (edit.ok ? edit.text : expect.fail(JSON.stringify(edit.refusal)));
const refusalOf = (edit: ProfileEdit) => (edit.ok ? expect.fail('it was done') : edit.refusal);
const lines = (...rows: string[]) => rows.map((row) => `${row}\n`).join('');

describe('taken out', () => {
  test.each<[string, string, string]>([
    ['alone', lines('[work]', ID, SECRET), lines('[work]')],
    [
      'among others',
      lines('# mine', '[a]', 'k=1', '[work]', ID, 'region = x', SECRET, '', '[b]', 'k=2'),
      lines('# mine', '[a]', 'k=1', '[work]', 'region = x', '', '[b]', 'k=2'),
    ],
    [
      'with comments around',
      lines('[work]', '# the key', ID, '; secret', SECRET, '# end'),
      lines('[work]', '# the key', '; secret', '# end'),
    ],
    [
      'spelt oddly',
      '[ work ] # mine\r\n  AWS_Access_Key_ID=AKIAEXAMPLE000000001 \r\n  aws_secret_access_key\t=\tabc/def+ghi=\r\n  region=x',
      '[ work ] # mine\r\n  region=x',
    ],
    ['at the end of an open file', `[a]\nk=1\n[work]\n${ID}\n${SECRET}`, '[a]\nk=1\n[work]\n'],
    ['only half of it there', lines('[work]', ID, 'region = x'), lines('[work]', 'region = x')],
    ['not UTF-8 elsewhere', `[work]\n${ID}\n${SECRET}\n# \u00ff\u00fe\n`, '[work]\n# \u00ff\u00fe\n'],
    ['nothing there', lines('[other]', ID), lines('[other]', ID)],
    ['no file', '', ''],
  ])('%s', (_, before, after) => {
    const edit = takeKeyOut(before, 'work');
    expect(textOf(edit)).toBe(after);
    expect(edit).toMatchObject({ ok: true, changed: before !== after });
  });

  test.each<[string, string, object]>([
    [
      'two sections of the name',
      lines('[work]', ID, SECRET, '[work]', 'k=1'),
      { reason: 'duplicate-section', line: 4 },
    ],
    [
      'two spellings of the name',
      lines('[work]', ID, SECRET, '[ work ]', 'k=1'),
      { reason: 'duplicate-section', line: 4 },
    ],
    ['a key twice', lines('[work]', ID, SECRET, 'AWS_ACCESS_KEY_ID = other'), { reason: 'duplicate-key', line: 4 }],
    [
      'a section that only one parser sees',
      lines('[a]', 'k=1', '  [work]', `  ${ID}`, `  ${SECRET}`),
      { reason: 'ambiguous', line: 3 },
    ],
    [
      'a setting that only one parser sees below it',
      lines('[work]', ID, SECRET, '  region = x'),
      { reason: 'ambiguous' },
    ],
    ['UTF-16', '[\0w\0o\0r\0k\0]\0', { reason: 'nul-byte', line: 1 }],
  ])('refused: %s', (_, before, refusal) => {
    expect(refusalOf(takeKeyOut(before, 'work'))).toMatchObject(refusal);
  });
});

describe('put back', () => {
  test.each<[string, string, string]>([
    ['into what is left', lines('[work]'), lines('[work]', ID, SECRET)],
    [
      'before the other keys',
      lines('[work]', '# c', 'region = x', '[b]'),
      lines('[work]', '# c', ID, SECRET, 'region = x', '[b]'),
    ],
    [
      'indented as the others are',
      lines('[work]', '  region = x'),
      lines('[work]', `  ${ID}`, `  ${SECRET}`, '  region = x'),
    ],
    ['into a section whose header alone is indented', '  [work]\n', `  [work]\n${ID}\n${SECRET}\n`],
    ['into an open file', '[work]', `[work]\n${ID}\n${SECRET}`],
    ['with the line ends of the section', '[work]\r\nregion = x\r\n', `[work]\r\n${ID}\r\n${SECRET}\r\nregion = x\r\n`],
    ['into a section of its own', lines('[a]', 'k=1'), lines('[a]', 'k=1', '[work]', ID, SECRET)],
    ['at the end of an open file, which stays open', '[a]\r\nk=1', `[a]\r\nk=1\r\n[work]\r\n${ID}\r\n${SECRET}`],
    ['into no file', '', lines('[work]', ID, SECRET)],
  ])('%s', (_, before, after) => {
    expect(textOf(putKeyIn(before, 'work', KEY))).toBe(after);
  });

  test.each<[string, string, object]>([
    ['a key is there', lines('[work]', 'aws_access_key_id = AKIAOTHER'), { reason: 'duplicate-key', line: 2 }],
    [
      'the first of what is there',
      lines('[work]', 'k=1', 'aws_secret_access_key = s', 'aws_access_key_id = AKIAOTHER'),
      { reason: 'duplicate-key', line: 3 },
    ],
    [
      'a session by its old name is there',
      lines('[work]', 'aws_security_token = t'),
      { reason: 'duplicate-key', line: 2 },
    ],
    [
      'a key that only the SDK for JavaScript sees is there',
      lines('[work]', 'k = 1', '  AWS_Session_Token = t'),
      { reason: 'duplicate-key', line: 1 },
    ],
    [
      'what stands below the header would be a part of the secret',
      lines('[work]', ' garbage'),
      { reason: 'ambiguous', line: 1 },
    ],
    ['only one parser would see it', ' [work]\r# c\rk = v\r\n', { reason: 'ambiguous', line: 1 }],
    [
      'the section is there twice, under names that are alike',
      lines('[work]', '[ work ]'),
      { reason: 'duplicate-section', line: 2, section: 'work' },
    ],
    [
      'only one parser sees the section',
      lines('[a]', 'k=1', '  [work]'),
      { reason: 'ambiguous', line: 3, section: 'work' },
    ],
    ['a session is there', lines('[work]', 'k=1', 'aws_session_token = t'), { reason: 'duplicate-key', line: 3 }],
    ['two sections of the name', lines('[work]', '[work]'), { reason: 'duplicate-section', line: 2 }],
    ['UTF-16', '[\0w\0', { reason: 'nul-byte' }],
  ])('refused: %s', (_, before, refusal) => {
    expect(refusalOf(putKeyIn(before, 'work', KEY))).toMatchObject(refusal);
  });

  test('into a section that only botocore can see', () => {
    expect(textOf(putKeyIn('[my own]\n', 'my own', KEY))).toBe(lines('[my own]', ID, SECRET));
  });

  test('but never for all to see: [DEFAULT] is no section', () => {
    const text = lines('[DEFAULT]', ID, SECRET);
    expect(textOf(takeKeyOut(text, 'DEFAULT'))).toBe(text);
    expect(refusalOf(putKeyIn('', 'DEFAULT', KEY)).reason).toBe('ambiguous');
  });

  test.each(['a]b', 'a[b', 'a\nb', ''])('refused: a section cannot be called %j', (source) => {
    expect(refusalOf(putKeyIn('', source, KEY)).reason).toBe('bad-name');
  });

  test.each(['a b', '#x', 'x\ny = z', '', 'ü'])('refused: a secret cannot be %j, and is not repeated', (value) => {
    const edit = putKeyIn('', 'work', { ...KEY, secretAccessKey: new Secret(value) });
    expect(refusalOf(edit)).toEqual({ reason: 'bad-value' });
  });
});

/** The person's own section, in the ways people write it. */
const section = fc
  .record({
    header: fc.constantFrom('[work]', '[work]', '[ work ]', '[work] # mine', ' [work]'),
    keys: fc.shuffledSubarray([ID, SECRET, 'region = x', '# note', 's3 =\n  style = path', 'output=json ; c'], {
      minLength: 2,
    }),
    indent: fc.constantFrom('', '', ' ', '\t'),
    end: fc.constantFrom('\n', '\n', '\r\n', '\r'),
  })
  .map(({ header, keys, indent, end }) =>
    [header, ...keys]
      .map((row, at) => (at === 0 ? row : row.replace(/^/gm, indent)).replaceAll('\n', end) + end)
      .join(''),
  );
const files = fc.oneof(
  fc.tuple(oddFiles, section, tails).map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom('', '# c\n', '[a]\nk = 1\n\n'), section, tails).map((parts) => parts.join('')),
  anyFiles('work'),
);

describe('whatever the file', () => {
  test('only lines are taken out, the SDK for JavaScript sees all else as before, and no key is left', async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(files, async (before) => {
        const edit = takeKeyOut(before, 'work');
        if (!edit.ok || !edit.changed) return;
        taken++;
        expect(isWithoutLines(before, edit.text)).toBe(true);
        expect(readLongTermKey(edit.text, '', 'work')).toBeUndefined();
        const [was, is] = [await readBySmithy('credentials', before), await readBySmithy('credentials', edit.text)];
        expect(others(is)).toEqual(others(was));
        const { aws_access_key_id: _, aws_secret_access_key: __, ...rest } = own(was);
        expect(own(is)).toEqual(rest);
      }),
      { numRuns: 3_000 },
    );
    expect(taken).toBeGreaterThan(300);
  });

  test('what was taken out can be put back, and all else means what it meant', async () => {
    let done = 0;
    await fc.assert(
      fc.asyncProperty(files, async (before) => {
        const out = takeKeyOut(before, 'work');
        const back = out.ok ? putKeyIn(out.text, 'work', KEY) : null;
        if (!out.ok || !back?.ok) return;
        done++;
        const key = readLongTermKey(back.text, '', 'work');
        expect([key?.accessKeyId, key?.secretAccessKey.reveal()]).toEqual([KEY.accessKeyId, 'abc/def+ghi=']);
        expect(isWithoutLines(back.text, out.text)).toBe(true);
        const [was, is] = [await readBySmithy('credentials', out.text), await readBySmithy('credentials', back.text)];
        expect(others(is)).toEqual(others(was));
        expect(own(is)).toMatchObject(own(was));
        expect(parseIni(back.text).flaws.length).toBeLessThanOrEqual(parseIni(out.text).flaws.length);
      }),
      { numRuns: 3_000 },
    );
    expect(done).toBeGreaterThan(300);
  });
});

/** `[ work ]` is the person's as well. */
const isOwn = (name: string) => name.trim() === 'work';
const others = (sections: Sections) => Object.entries(sections).filter(([name]) => !isOwn(name));
const own = (sections: Sections): Record<string, string | undefined> => {
  const [, values = {}] = Object.entries(sections).find(([name]) => isOwn(name)) ?? [];
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
};

/** Whether `after` is `before` without some of its lines; a line end may have been needed where the file was open. */
function isWithoutLines(before: Bytes, after: Bytes): boolean {
  const rows = (text: Bytes) =>
    (text.startsWith(BYTE_ORDER_MARK) ? text.slice(3) : text).match(/[^\r\n]*(\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
  const bare = (row = '') => row.replace(/[\r\n]+$/, '');
  const wanted = rows(after);
  let at = 0;
  for (const row of rows(before)) if (wanted[at] !== undefined && bare(row) === bare(wanted[at])) at++;
  return at === wanted.length;
}
