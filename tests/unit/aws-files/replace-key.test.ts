import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LongTermKey } from '../../../electron/core/aws/credentials.ts';
import { putKeyIn, replaceKeyIn } from '../../../electron/core/aws-files/move-key.ts';
import type { ProfileEdit } from '../../../electron/core/aws-files/profile-edit.ts';
import { readLongTermKey } from '../../../electron/core/aws-files/read-profiles.ts';
import { BYTE_ORDER_MARK } from '../../../electron/core/base/bytes.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { anyFiles } from './odd-files.ts';

const keyOf = (id: string, secret: string): LongTermKey => ({ accessKeyId: id, secretAccessKey: new Secret(secret) });
const OLD = keyOf('AKIAEXAMPLE000000001', 'abc/def+ghi=');
const NEW = keyOf('AKIAEXAMPLE000000002', 'NEW/SECRET+longer+than+the+old=');
const swapped = (text: string): string =>
  text
    .replace('AKIAEXAMPLE000000001', 'AKIAEXAMPLE000000002')
    .replace('abc/def+ghi=', 'NEW/SECRET+longer+than+the+old=');
const textOf = (edit: ProfileEdit) => (edit.ok ? edit.text : expect.fail(JSON.stringify(edit.refusal)));
const refusalOf = (edit: ProfileEdit) => (edit.ok ? expect.fail('it was done') : edit.refusal);
const ID = 'aws_access_key_id = AKIAEXAMPLE000000001';
const SECRET = 'aws_secret_access_key = abc/def+ghi=';

describe('the two values are replaced, and no other byte', () => {
  test.each<[string, string]>([
    ['alone', `[work]\n${ID}\n${SECRET}\n`],
    ['among others, with comments', `# mine\n[a]\nk=1\n[work]\n# the key\n${ID}\nregion = x\n; s\n${SECRET}\n# end\n`],
    ['in the other order', `[work]\n${SECRET}\n${ID}\n`],
    [
      'spelt oddly, with blanks at the ends',
      '[ work ] # mine\r\n  AWS_Access_Key_ID=AKIAEXAMPLE000000001 \r\n  aws_secret_access_key\t=\tabc/def+ghi=\t\r\n  region=x',
    ],
    ['at the end of an open file', `[a]\nk=1\n[work]\n${ID}\n${SECRET}`],
    ['behind a byte order mark', `${BYTE_ORDER_MARK}[work]\n${ID}\n${SECRET}\n`],
    ['beside what is not UTF-8', `# \xff\xfe\n[work]\n${ID}\n${SECRET}\n`],
    ['beside a section with the same key', `[work]\n${ID}\n${SECRET}\n[twin]\n${ID}\n${SECRET}\n`],
  ])('%s', (_, text) => {
    const made = textOf(replaceKeyIn(text, 'work', OLD, NEW));
    expect(made).toBe(swapped(text));
    expect(textOf(replaceKeyIn(made, 'work', NEW, OLD))).toBe(text);
  });
});

test.each<[string, string, object]>([
  ['there is no such section', `[other]\n${ID}\n${SECRET}\n`, { reason: 'ambiguous' }],
  ['another key is there', `[work]\naws_access_key_id = AKIAOTHER\n${SECRET}\n`, { reason: 'ambiguous', line: 2 }],
  ['another secret is there', `[work]\n${ID}\naws_secret_access_key = other\n`, { reason: 'ambiguous', line: 3 }],
  ['the secret goes on in the next line', `[work]\n${ID}\n${SECRET}\n  more\n`, { reason: 'ambiguous', line: 3 }],
  [
    'a comment stands behind it, which some read as a part',
    `[work]\n${ID}\n${SECRET} # c\n`,
    { reason: 'ambiguous', line: 3 },
  ],
  ['a key stands twice', `[work]\n${ID}\n${SECRET}\n${ID}\n`, { reason: 'duplicate-key', line: 4 }],
  ['the section stands twice', `[work]\n${ID}\n${SECRET}\n[work]\nk=1\n`, { reason: 'duplicate-section', line: 4 }],
  ['there is a NUL byte', `[work]\n${ID}\n${SECRET}\n\0`, { reason: 'nul-byte' }],
])('it is refused where %s, with the line', (_, text, refusal) => {
  expect(refusalOf(replaceKeyIn(text, 'work', OLD, NEW))).toMatchObject(refusal);
});

test('a value that cannot stand in such a file is refused', () => {
  const text = `[work]\n${ID}\n${SECRET}\n`;
  expect(refusalOf(replaceKeyIn(text, 'work', OLD, keyOf('AKIA', 'a b')))).toEqual({ reason: 'bad-value' });
});

test('whatever stands around it, what is replaced is read, and what is replaced back is the file as it was', () => {
  fc.assert(
    fc.property(anyFiles('work'), (file) => {
      const put = putKeyIn(file, 'work', OLD);
      if (!put.ok) return;
      const made = replaceKeyIn(put.text, 'work', OLD, NEW);
      if (!made.ok) return;
      expect(readLongTermKey(made.text, '', 'work')?.accessKeyId).toBe(NEW.accessKeyId);
      expect(textOf(replaceKeyIn(made.text, 'work', NEW, OLD))).toBe(put.text);
    }),
  );
});
