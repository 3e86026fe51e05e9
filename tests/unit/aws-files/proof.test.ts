import { describe, expect, test } from 'vitest';
import type { Naming } from '../../../electron/core/aws-files/find-section.ts';
import { parseIni } from '../../../electron/core/aws-files/ini.ts';
import { keepsMeaning, means } from '../../../electron/core/aws-files/proof.ts';

const naming: Naming = { header: 'x', isExact: (name) => name === 'x', isAlike: (name) => name.includes('x') };
const keeps = (before: string, after: string) => keepsMeaning(parseIni(before), parseIni(after), naming, ['k', 'l']);

const BEFORE = '[a]\nm = 1\nn = 2\n[x]\nk = 1\no = 3\n[b]\nm = 1\n';

describe('an edit keeps what the file means', () => {
  test.each<[string, string]>([
    ['nothing is edited', BEFORE],
    ['one of these keys has another value', BEFORE.replace('k = 1', 'k = 2')],
    ['one of these keys goes', BEFORE.replace('k = 1\n', '')],
    ['one of these keys comes, whatever its case', BEFORE.replace('k = 1\n', 'k = 1\nL = 2\n')],
    ['comments and blanks come', BEFORE.replace('n = 2', '\n# c\nn   =   2')],
    ['our section goes with the last of its keys', '[a]\nm = 1\nn = 2\n[b]\nm = 1\n'],
  ])('%s', (what, after) => {
    const before = what.startsWith('our section') ? BEFORE.replace('o = 3\n', '') : BEFORE;
    expect(keeps(before, after)).toBe(true);
  });

  test.each<[string, string]>([
    ['another key of ours has another value', BEFORE.replace('o = 3', 'o = 4')],
    ['another key of ours has another name', BEFORE.replace('o = 3', 'p = 3')],
    ['another key of ours goes', BEFORE.replace('o = 3\n', '')],
    ['another key of ours comes', BEFORE.replace('o = 3\n', 'o = 3\np = 4\n')],
    ['one of these keys changes in another section', BEFORE.replace('m = 1', 'k = 1')],
    ['a value of another section changes', BEFORE.replace('n = 2', 'n = 3')],
    ['a key of another section goes', BEFORE.replace('n = 2\n', '')],
    ['a key of another section comes', `${BEFORE}n = 2\n`],
    ['two keys of another section change places', BEFORE.replace('m = 1\nn = 2', 'n = 2\nm = 1')],
    ['a section has another name', BEFORE.replace('[b]', '[c]')],
    ['a section goes', BEFORE.replace('[b]\nm = 1\n', '')],
    ['a section comes', `${BEFORE}[c]\n`],
    ['two sections change places', '[b]\nm = 1\n[x]\nk = 1\no = 3\n[a]\nm = 1\nn = 2\n'],
    ['a key moves from ours to another', '[a]\nm = 1\nn = 2\no = 3\n[x]\nk = 1\n[b]\nm = 1\n'],
    ['there is one more flaw', `${BEFORE}garbage\n`],
    ['only botocore sees another value', BEFORE.replace('n = 2', 'n = 2\n  3')],
    ['only the SDK for JavaScript sees it no more', BEFORE.replace('n = 2', 'n: 2')],
  ])('not where %s', (_, after) => {
    expect(after).not.toBe(BEFORE);
    expect(keeps(BEFORE, after)).toBe(false);
  });

  test('a flaw may go, or be another', () => {
    expect(keeps(`${BEFORE}garbage\n`, BEFORE)).toBe(true);
    expect(keeps(`${BEFORE}garbage\n`, `${BEFORE}more\n`)).toBe(true);
  });
});

describe('a file means what was asked for', () => {
  const settings = [
    ['k', 'v'],
    ['l', 'w'],
  ] as const;

  test.each([['[x]\nk = v\nl = w\n'], ['[a]\nk = 1\n[x]\nl = w\nm = 1\nk = v\n[b]\n'], ['[x] # mine\nk=v\nl\t=\tw\n']])(
    '%j',
    (text) => {
      expect(means(parseIni(text), naming, settings)).toBe(true);
    },
  );

  test.each([
    ['no section', '[a]\nk = v\nl = w\n'],
    ['the section twice', '[x]\nk = v\nl = w\n[x]\n'],
    ['a section for botocore only', '[x];c\nk = v\nl = w\n'],
    ['a section for the SDK for JavaScript only', '[a]\nk = v\n  [x]\n  k = v\n  l = w\n'],
    ['a key missing', '[x]\nk = v\n'],
    ['another value', '[x]\nk = v\nl = v\n'],
    ['a key in other letters, which only botocore takes for it', '[x]\nK = v\nl = w\n'],
    ['a key twice', '[x]\nk = v\nl = w\nk = v\n'],
    ['a value that botocore reads on', '[x]\nk = v\n  w\nl = w\n'],
    ['a comment that botocore reads as the value', '[x]\nk = v # c\nl = w\n'],
  ])('not with %s', (_, text) => {
    expect(means(parseIni(text), naming, settings)).toBe(false);
  });
});
