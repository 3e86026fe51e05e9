import { describe, expect, test } from 'vitest';
import { parseIni } from '../../../electron/core/aws-files/ini.ts';
import { joinLines } from '../../../electron/core/aws-files/lines.ts';
import { encodeUtf8 } from '../../../electron/core/base/bytes.ts';

type Seen = Record<string, Record<string, string>>;
type Case = [name: string, text: string, botocore: Seen, smithy: Seen, flaws?: string[]];

/** What the one parser reads, what the other, and for what, by line, one of them refuses the whole file. */
const CASES: Case[] = [
  ['plain', '[a]\nk = v\n', { a: { k: 'v' } }, { a: { k: 'v' } }],
  ['no end', '[a]\nk=v', { a: { k: 'v' } }, { a: { k: 'v' } }],
  ['key case', '[a]\nKey = v\n', { a: { key: 'v' } }, { a: { Key: 'v' } }],
  ['colon', '[a]\nk: v\n', { a: { k: 'v' } }, { a: {} }],
  ['a word after the value', '[a]\nk = v # c\n', { a: { k: 'v # c' } }, { a: { k: 'v' } }],
  ['something after the header', '[a]\nk=1\n[b];c\nk=2\n', { a: { k: '1' }, b: { k: '2' } }, { a: { k: '2' } }],
  ['a comment after the header', '[a] # [b]\nk=1\n', { 'a] # [b': { k: '1' } }, { a: { k: '1' } }],
  ['indented key', '[a]\nk = v\n  l = w\n', { a: { k: 'v\nl = w' } }, { a: { k: 'v', l: 'w' } }],
  ['indented header', '[a]\nk = v\n  [b]\nl = w\n', { a: { k: 'v\n[b]', l: 'w' } }, { a: { k: 'v' }, b: { l: 'w' } }],
  ['all indented', '  [a]\n  k = v\n  [b]\n', { a: { k: 'v' }, b: {} }, { a: { k: 'v' }, b: {} }],
  ['nested', '[a]\ns3 =\n  k = v\nl = w\n', { a: { s3: '\nk = v', l: 'w' } }, { a: { 's3.k': 'v', l: 'w' } }],
  ['comment in a value', '[a]\nk = v\n# c\n  w\n\n', { a: { k: 'v\nw' } }, { a: { k: 'v' } }],
  ['two words', '[a b]\nk = v\n', { 'a b': { k: 'v' } }, {}],
  ['empty name', '[]\nk=v\n', {}, {}, ['1 text-before-section', '2 text-before-section']],
  ['CR only', '[a]\rk = v\r', { a: { k: 'v' } }, {}],
  ['CR in between', '[a]\nk = v\r[b]\nl = w\n', { a: { k: 'v' }, b: { l: 'w' } }, { a: { k: 'v\r[b]', l: 'w' } }],
  ['CRLF', '[a]\r\nk = v\r\n', { a: { k: 'v' } }, { a: { k: 'v' } }],
  ['Unicode', encodeUtf8('[é]\nk = ü\u3000\n'), { é: { k: 'ü' } }, { é: { k: 'ü' } }],
  ['not UTF-8', '[a]\nk = \u00ff\n', { a: { k: '\ufffd' } }, { a: { k: '\ufffd' } }, ['2 not-utf8']],
  ['byte order mark', encodeUtf8('\ufeff[a]\nk = v\n'), { a: { k: 'v' } }, { a: { k: 'v' } }, ['1 byte-order-mark']],
  ['no section', 'k = v\n[a]\n', { a: {} }, { a: {} }, ['1 text-before-section']],
  ['no equals sign', '[a]\nk\nl = w\n', { a: { l: 'w' } }, { a: { l: 'w' } }, ['2 not-a-setting']],
  ['no name', '[a]\n= v\n', { a: {} }, { a: {} }, ['2 not-a-setting']],
  ['bad nesting', '[a]\nk =\n  v\n', { a: { k: '\nv' } }, { a: {} }, ['3 not-a-setting']],
  ['same section', '[a]\nk=1\n[a]\nl=2\n', { a: { l: '2' } }, { a: { l: '2' } }, ['3 duplicate-section']],
  ['same key', '[a]\nk=1\nK=2\n', { a: { k: '2' } }, { a: { k: '1', K: '2' } }, ['3 duplicate-key']],
  ['DEFAULT twice', '[DEFAULT]\nk=1\n[DEFAULT]\nl=2\n', { DEFAULT: { l: '2' } }, { DEFAULT: { l: '2' } }],
  [
    '__proto__',
    '[__proto__]\n',
    Object.fromEntries([['__proto__', {}]]),
    Object.fromEntries([['__proto__', {}]]),
    ['1 forbidden-section'],
  ],
];

describe('each parser reads', () => {
  test.each(CASES)('%s', (_, text, botocore, smithy, flaws = []) => {
    const ini = parseIni(text);
    const seen = (sections: typeof ini.smithy) =>
      Object.fromEntries(
        sections.map(({ name, keys }) => [name, Object.fromEntries(keys.map((key) => [key.name, key.value]))]),
      );
    expect(seen(ini.botocore)).toEqual(botocore);
    expect(seen(ini.smithy)).toEqual(smithy);
    expect(ini.flaws.map(({ line, reason }) => `${line} ${reason}`)).toEqual(flaws);
    expect(joinLines(ini)).toBe(text);
  });
});

test('lines carry their own ends and are counted as editors do', () => {
  const { lines } = parseIni('a\r\n\rb\n\nc');
  expect(lines.map(({ number, bytes, end }) => [number, bytes, end])).toEqual([
    [1, 'a', '\r\n'],
    [2, '', '\r'],
    [3, 'b', '\n'],
    [4, '', '\n'],
    [5, 'c', ''],
  ]);
});

test('text that is not bytes is the caller’s mistake', () => {
  expect(() => parseIni('[a]\nk = €\n')).toThrow(TypeError);
});
