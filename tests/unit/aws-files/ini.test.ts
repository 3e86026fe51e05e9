import { describe, expect, test } from 'vitest';
import { parseIni } from '../../../electron/core/aws-files/ini.ts';
import { indentOf, joinLines } from '../../../electron/core/aws-files/lines.ts';
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
  ['an equals sign before a colon', '[a]\nk = v: w\n', { a: { k: 'v: w' } }, { a: { k: 'v: w' } }],
  ['a colon before an equals sign', '[a]\nk: v = w\n', { a: { k: 'v = w' } }, { a: { 'k: v': 'w' } }],
  ['a name of one letter', '[a]\nk=\n', { a: { k: '' } }, { a: {} }],
  ['brackets in the name', '[a]]\nk = v\n', { 'a]': { k: 'v' } }, { 'a]': { k: 'v' } }],
  ['a header that is not closed', '[a]\n[b\nk = v\n', { a: { k: 'v' } }, { a: { k: 'v' } }, ['2 not-a-setting']],
  ['a header that is a setting', '[a]\n[b = c\n', { a: { '[b': 'c' } }, { a: { '[b': 'c' } }],
  [
    'comments at the beginning of a line',
    '[a]\n#k = v\n;l = w\n  # m = x\nn = y\n',
    { a: { n: 'y' } },
    { a: { n: 'y' } },
  ],
  ['a comment sign in a word', '[a]\nk = v#c;d\n', { a: { k: 'v#c;d' } }, { a: { k: 'v#c;d' } }],
  ['a comment sign after a tab', '[a]\nk = v\t;c\n', { a: { k: 'v\t;c' } }, { a: { k: 'v' } }],
  ['a comment before the equals sign', '[a]\nk ;c = v\n', { a: { 'k ;c': 'v' } }, { a: {} }],
  ['a comment in place of a value', '[a]\nk = #c\n', { a: { k: '#c' } }, { a: {} }],
  [
    'empty lines in a value, and after it',
    '[a]\nk = v\n\n  w\n\n\nl = x\n',
    { a: { k: 'v\n\nw', l: 'x' } },
    { a: { k: 'v', l: 'x' } },
  ],
  [
    'a value that goes on as far in, or less far',
    '[a]\n  k = v\n  l = w\n   m\n n = x\n',
    { a: { k: 'v', l: 'w\nm', n: 'x' } },
    { a: { k: 'v', l: 'w', n: 'x' } },
  ],
  [
    'a setting without a name, which nothing continues',
    '[a]\nk = v\n= w\n  x = y\n',
    { a: { k: 'v', x: 'y' } },
    { a: { k: 'v', x: 'y' } },
    ['3 not-a-setting'],
  ],
  [
    'garbage, after which the value goes on',
    '[a]\nk = v\ngarbage\n  x = y\n',
    { a: { k: 'v\nx = y' } },
    { a: { k: 'v', x: 'y' } },
    ['3 not-a-setting'],
  ],
  [
    'a new section, to which no value goes on',
    '[a]\nk = v\n[b]\n  l = w\n',
    { a: { k: 'v' }, b: { l: 'w' } },
    { a: { k: 'v' }, b: { l: 'w' } },
  ],
  [
    'two levels of nesting',
    '[a]\ns3 =\n  k = v\n  l =\n  m = w\nn =\no = x\n',
    { a: { s3: '\nk = v\nl =\nm = w', n: '', o: 'x' } },
    { a: { 's3.k': 'v', 'l.m': 'w', o: 'x' } },
  ],
  [
    'what leaks from DEFAULT, where no section has its own',
    '[DEFAULT]\nk =\n  garbage\n[a]\nk = v\n[b]\n',
    { DEFAULT: { k: '\ngarbage' }, a: { k: 'v' }, b: {} },
    { DEFAULT: {}, a: { k: 'v' }, b: {} },
    ['3 not-a-setting'],
  ],
  [
    'what does not, for all have their own',
    '[DEFAULT]\nk =\n  garbage\n[a]\nk = v\n[b]\nk = w\n',
    { DEFAULT: { k: '\ngarbage' }, a: { k: 'v' }, b: { k: 'w' } },
    { DEFAULT: {}, a: { k: 'v' }, b: { k: 'w' } },
  ],
  [
    'what does not, for there is no section',
    '[DEFAULT]\nk =\n  garbage\n',
    { DEFAULT: { k: '\ngarbage' } },
    { DEFAULT: {} },
  ],
  [
    'a key twice, in two sections of one name, and in DEFAULT',
    '[a]\nk=1\n[a]\nk=2\n[DEFAULT]\nk=3\n[DEFAULT]\nk=4\n',
    { a: { k: '2' }, DEFAULT: { k: '4' } },
    { a: { k: '2' }, DEFAULT: { k: '4' } },
    ['3 duplicate-section', '4 duplicate-key', '8 duplicate-key'],
  ],
  [
    'one key in two sections',
    '[a]\nk=1\n[b]\nk=2\n',
    { a: { k: '1' }, b: { k: '2' } },
    { a: { k: '1' }, b: { k: '2' } },
  ],
  [
    'flaws in the order of their lines',
    '[a]\nk =\n  garbage\nmore\n\u00ff = x\n',
    { a: { k: '\ngarbage', '\ufffd': 'x' } },
    { a: { '\ufffd': 'x' } },
    ['3 not-a-setting', '4 not-a-setting', '5 not-utf8'],
  ],
  ['what is not UTF-8 before all sections', '\u00ff\n', {}, {}, ['1 not-utf8', '1 text-before-section']],
  [
    'sections with a prefix',
    '[profile a]\nk=1\n[sso-session b]\nk=2\n[services "c"]\nk=3\n[other d]\nk=4\n[profile e f]\nk=5\n',
    {
      'profile a': { k: '1' },
      'sso-session b': { k: '2' },
      'services "c"': { k: '3' },
      'other d': { k: '4' },
      'profile e f': { k: '5' },
    },
    { 'profile a': { k: '1' }, 'sso-session b': { k: '2' }, 'services "c"': { k: '3' }, 'profile e f': { k: '5' } },
  ],
  [
    'a prefix in quotes',
    `[other "d"]\nk=1\n[other 'd']\nk=2\n`,
    { 'other "d"': { k: '1' }, "other 'd'": { k: '2' } },
    {},
  ],
  [
    'what only looks like a prefix',
    `[other "d"x]\nk=1\n[other d!]\nk=2\n[other "d']\nk=3\n[other  e]\nk=4\n[other d/%:@+.-]\nk=5\n[o.f d]\nk=6\n`,
    {
      'other "d"x': { k: '1' },
      'other d!': { k: '2' },
      'other "d\'': { k: '3' },
      'other  e': { k: '4' },
      'other d/%:@+.-': { k: '5' },
      'o.f d': { k: '6' },
    },
    {
      'other "d"x': { k: '1' },
      'other d!': { k: '2' },
      'other "d\'': { k: '3' },
      'other  e': { k: '4' },
      'o.f d': { k: '6' },
    },
  ],
  [
    'a header that ends the nesting',
    '[a]\ns3 =\n[b]\n  k = v\n',
    { a: { s3: '' }, b: { k: 'v' } },
    { a: {}, b: { k: 'v' } },
  ],
  ['a carriage return at the end of the file', '[a]\nk = v\r', { a: { k: 'v' } }, { a: { k: 'v' } }],
  [
    'the other forbidden name',
    '[profile __proto__]\nk = v\n',
    { 'profile __proto__': { k: 'v' } },
    { 'profile __proto__': { k: 'v' } },
    ['1 forbidden-section'],
  ],
  [
    'a carriage return within a line',
    '[a]\nk = v\rw\r\nl = x\n',
    { a: { k: 'v', l: 'x' } },
    { a: { k: 'v\rw', l: 'x' } },
    ['3 not-a-setting'],
  ],
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

describe('what Python takes for a blank', () => {
  const taken = [
    '\t',
    '\v',
    '\f',
    '\x1c',
    '\x1d',
    '\x1e',
    '\x1f',
    ' ',
    '\x85',
    '\xa0',
    '\u1680',
    '\u2003',
    '\u2028',
    '\u3000',
  ];
  const other = ['\x08', '\x0e', '\x1b', '!', '\x7f', '\x84', '\x86', '\u200b', '\ufeff'];

  test.each([
    ...taken.map((blank) => [blank, 'v'] as const),
    ...other.map((sign) => [sign, `${sign}v${sign}`] as const),
  ])('around a value: %j', (sign, value) => {
    const [section] = parseIni(encodeUtf8(`[a]\nk = ${sign}v${sign}\n`)).botocore;
    expect(section?.keys).toMatchObject([{ name: 'k', value }]);
  });

  test.each(taken)('in front of a line, which then continues a value: %j', (blank) => {
    const [section] = parseIni(encodeUtf8(`[a]\nk = v\n${blank}w\n`)).botocore;
    expect(section?.keys.map((key) => key.value)).toEqual(['v\nw']);
  });
});

describe('where Python ends a line of a nested value', () => {
  const flawsOf = (text: string) =>
    parseIni(encodeUtf8(`[a]\nk =\n${text}`)).flaws.map(({ line, reason }) => [line, reason]);

  test.each(['\v', '\f', '\x1c', '\x1d', '\x1e', '\x85', '\u2028', '\u2029'])('%j', (end) => {
    expect(flawsOf(`  l = v${end}garbage\n`)).toEqual([[3, 'not-a-setting']]);
    expect(flawsOf(`  l = v${end} m = w${end} \n`)).toEqual([]);
  });

  test.each(['\t', '\x1b', '\x1f', '\x84', '\x86', '\u2027', '\u202a', ' '])('not at %j', (sign) => {
    expect(flawsOf(`  l = v${sign}garbage\n`)).toEqual([]);
  });

  test('each line is told, and those of a plain value are nothing', () => {
    expect(flawsOf('  one\n  l = v\n  two\n')).toEqual([
      [3, 'not-a-setting'],
      [5, 'not-a-setting'],
    ]);
    expect(parseIni('[a]\nk = v\n  garbage\n').flaws).toEqual([]);
  });
});

test('a flaw names its section, cut to a length that fits a message', () => {
  const flawIn = (name: string) => parseIni(`[${name}]\ngarbage\n`).flaws[0];
  expect(flawIn('a')).toEqual({ reason: 'not-a-setting', line: 2, section: 'a' });
  expect(flawIn('n'.repeat(80))?.section).toBe('n'.repeat(80));
  expect(flawIn('n'.repeat(81))?.section).toBe(`${'n'.repeat(79)}…`);
  expect(parseIni('garbage\n').flaws).toStrictEqual([{ reason: 'text-before-section', line: 1 }]);
});

test('a section knows its lines, and a key its own', () => {
  const [a, b] = parseIni('# top\n[a]\n# c\nk = v\n# d\n  w\n\nl = x\n[b]\n').botocore;
  expect(a?.header.number).toBe(2);
  expect(a?.lines.map(({ number }) => number)).toEqual([2, 3, 4, 5, 6, 7, 8]);
  expect(a?.keys.map(({ lines }) => lines.map(({ number }) => number))).toEqual([[4, 6], [8]]);
  expect(b?.lines.map(({ number }) => number)).toEqual([9]);
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

test.each([
  ['', ''],
  ['k', ''],
  [' k ', ' '],
  ['\t \tk', '\t \t'],
  ['  ', '  '],
  ['\vk', ''],
])('the blanks that %j begins with are %j', (bytes, blanks) => {
  expect(indentOf({ bytes, end: '\n' })).toBe(blanks);
});

test('text that is not bytes is the caller’s mistake', () => {
  expect(() => parseIni('[a]\nk = €\n')).toThrow(TypeError);
});
