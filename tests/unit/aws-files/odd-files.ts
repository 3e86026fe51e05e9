/** Generates shared files as people, editors and accidents make them, and shows how the JavaScript SDK reads them. */
import { externalDataInterceptor, loadSharedConfigFiles } from '@smithy/core/config';
import fc from 'fast-check';
import type { ProfileEntry } from '../../../electron/core/aws-files/write-profile.ts';
import { type Bytes, encodeUtf8 } from '../../../electron/core/base/bytes.ts';

export const NAME = 'x-mfa';
export const ENTRY: ProfileEntry = {
  accessKeyId: 'ASIAEXAMPLE000000001',
  secretAccessKey: 'abc/def+ghi=',
  sessionToken: 'FwoGZXIvYXdzEXAMPLE//////////token==',
  expiresAt: Date.UTC(2026, 0, 2, 3, 4, 5, 678),
};
export const OTHER_ENTRY: ProfileEntry = {
  accessKeyId: 'ASIAEXAMPLE000000002',
  secretAccessKey: 'another/secret',
  sessionToken: 'another-token',
  expiresAt: Date.UTC(2027, 0, 1),
};
export const COMMAND = `'/home/jörg/a b/.daypass/bin/daypass' credentials x-mfa`;

export const WRITTEN = {
  aws_access_key_id: ENTRY.accessKeyId,
  aws_secret_access_key: ENTRY.secretAccessKey,
  aws_session_token: ENTRY.sessionToken,
  x_security_token_expires: '2026-01-02T03:04:05Z',
  manager: 'daypass',
};

const lineEnds = fc.oneof(
  { weight: 6, arbitrary: fc.constant(['\n']) },
  { weight: 3, arbitrary: fc.constant(['\r\n']) },
  { weight: 1, arbitrary: fc.constant(['\r']) },
  { weight: 1, arbitrary: fc.constant(['\n', '\r\n', '\r', '\n\n']) },
);
const spaces = ['', '', '', ' ', '  ', '\t', '\u00a0', '\u3000', '\v', '\f', '\u001c', '\u0085', '\ufeff'];
const pick = <T>(...values: T[]) => fc.constantFrom(...values);

const values = pick(
  'v',
  'AKIAEXAMPLE',
  'eu-west-1',
  'a = b',
  '"q"',
  'x # c',
  'x ;c',
  'x;c',
  '#c',
  '[b]',
  'ü',
  'a\u2028b',
  '%(x)s',
);
const keyNames = pick(
  'k',
  'K',
  'region',
  'aws_access_key_id',
  'aws_session_token',
  'AWS_Session_Token',
  'manager',
  's3',
  'ключ',
  'k l',
);
const trivia = pick(
  '',
  ' ',
  '\t',
  '# comment',
  '; comment',
  '  # indented',
  '#[a]',
  ';aws_access_key_id = no',
  '\u001c',
  '\u0085',
);

/** A file that every parser accepts most of the time, in ways that are all allowed. */
const tameLines = fc
  .uniqueArray(
    fc.record({
      name: pick(
        'default',
        'a',
        'b',
        'c',
        'a b',
        'ü',
        'DEFAULT',
        'profile a',
        'profile "q"',
        'sso-session s',
        'preview',
        ' d ',
      ),
      tail: pick('', '', '', ' ', ' # c', ' ;c', ';c', ']'),
      indent: pick('', '', '', '', ' ', '\t'),
      keys: fc.uniqueArray(
        fc.record({
          name: keyNames,
          shape: pick(' = ', '=', ': ', ' =\t', ' : '),
          value: values,
          more: fc.array(pick('  more', '\tk2 = v2', '   [b]', '  # comment', '', '\u3000x = y'), { maxLength: 2 }),
          nested: fc.boolean(),
          before: fc.array(trivia, { maxLength: 1 }),
        }),
        { maxLength: 4, selector: ({ name }) => name.toLowerCase() },
      ),
      after: fc.array(trivia, { maxLength: 2 }),
    }),
    { maxLength: 5, selector: ({ name }) => name },
  )
  .map((sections) =>
    sections.flatMap(({ name, tail, indent, keys, after }) => [
      `${indent}[${name}]${tail}`,
      ...keys.flatMap((key) =>
        key.nested
          ? [...key.before, `${indent}${key.name} =`, `${indent}  inner${key.shape.replace(':', '=')}${key.value}`]
          : [...key.before, `${indent}${key.name}${key.shape}${key.value}`, ...key.more],
      ),
      ...after,
    ]),
  );

/** Lines in any order, most of them a trap for somebody. */
const wildLines = fc.array(
  fc
    .oneof(
      {
        weight: 4,
        arbitrary: fc.tuple(pick(...spaces), keyNames, pick('=', ' = ', ':', ' =', ''), values, pick(...spaces)),
      },
      {
        weight: 3,
        arbitrary: fc.tuple(
          pick(...spaces),
          pick('[', '[', '[', '[ ', '[[', '["', ''),
          pick(
            'default',
            'a',
            'b',
            'a b',
            'DEFAULT',
            'profile a',
            'profile  a',
            'profile.a',
            `profile ${NAME}`,
            NAME,
            '__proto__',
            '',
          ),
          pick(']', ']', ']', ' ]', ']]', '"]', '];c', '] # c', '] [z]', ']x = 1', ''),
          pick(...spaces),
        ),
      },
      { weight: 2, arbitrary: fc.tuple(trivia) },
      {
        weight: 1,
        arbitrary: fc.tuple(
          pick('garbage', '= v', '{"a": 1}', '[]', '[', ']', ':', 'manager = daypass', '\\', '\u001a'),
        ),
      },
    )
    .map((parts) => parts.join('')),
  { maxLength: 12 },
);

const assemble = (lines: fc.Arbitrary<string[]>, mark: fc.Arbitrary<string>): fc.Arbitrary<Bytes> =>
  fc
    .record({ lines, ends: lineEnds, open: fc.boolean(), turn: fc.nat(), mark, broken: fc.nat(40) })
    .map(({ lines, ends, open, turn, mark, broken }) => {
      const joined = lines
        .map((line, at) => line + (open && at === lines.length - 1 ? '' : ends[(at + turn) % ends.length]))
        .join('');
      const bytes = encodeUtf8(mark + joined);
      return broken === 0 ? bytes.replace('v', '\u00ff\u00a0') : bytes;
    });

export const tameFiles = assemble(tameLines, pick('', '', '', '', '', '', '', '\ufeff'));
export const wildFiles = assemble(wildLines, pick('', '', '', '\ufeff'));
export const oddFiles = fc.oneof({ weight: 2, arbitrary: tameFiles }, { weight: 3, arbitrary: wildFiles });
/** What may stand after our section without running into it. */
export const tails: fc.Arbitrary<Bytes> = fc.oneof(pick('', '\n', '# end', '\n\n# next\n'), tameFiles, wildFiles);

/** The body of a section of ours in which a person, or another tool, has been at work. */
export const lived = (header: string): fc.Arbitrary<Bytes> =>
  fc
    .record({
      header: pick(`[${header}]`, `[${header}]`, `[${header}]  `, `[${header}] # mine`),
      keys: fc.shuffledSubarray(
        [
          'aws_access_key_id = ASIAOLD',
          'aws_secret_access_key=old # inline',
          'aws_session_token =   old',
          'X_Security_Token_Expires = 2020-01-01T00:00:00Z',
          'credential_process : /old/program',
        ],
        { minLength: 0 },
      ),
      own: fc.subarray([
        'region = eu-west-1',
        '# my own note',
        'output=json',
        '',
        's3 =\n  addressing_style = path',
        'aws_session_tokens = not ours',
      ]),
      more: pick([], [], ['  continued'], ['  # between', '\tcontinued']),
      indent: pick('', '', '', ' ', '\t'),
      end: pick('\n', '\n', '\r\n'),
    })
    .map(({ header, keys, own, more, indent, end }) =>
      [header, ...own, ...keys.slice(0, 1).flatMap((key) => [key, ...more]), ...keys.slice(1), 'manager = daypass']
        .map((line, at) => (at === 0 ? line : line.replace(/^/gm, indent)).replaceAll('\n', end) + end)
        .join(''),
    );

/** A file with a section of ours in it, damaged here and there at and around that section. */
export const damaged = (header: string): fc.Arbitrary<Bytes> => {
  const put = pick(
    '',
    '',
    ' ',
    '\n',
    '\r',
    '\n ',
    '#',
    ' #',
    ';',
    '=',
    ':',
    '[',
    ']',
    '"',
    `[${header}]\n`,
    '[b]\n',
    '\n  x',
    '\nk = v\n',
    '\u00ff',
    '\u00ef\u00bb\u00bf',
  );
  const damage = fc.record({ at: fc.nat(), cut: fc.nat(3), put });
  return fc
    .tuple(oddFiles, lived(header), tails, fc.array(damage, { minLength: 1, maxLength: 3 }))
    .map(([head, ours, tail, damages]) =>
      damages.reduce(
        (text, { at, cut, put }) => {
          const place = Math.max(0, head.length - 5) + (at % (ours.length + 10));
          return text.slice(0, place) + put + text.slice(place + cut);
        },
        head + ours + tail,
      ),
    );
};

/** Files without our section, with it, and with what is left of it. */
export const anyFiles = (header: string): fc.Arbitrary<Bytes> =>
  fc.oneof(
    oddFiles,
    fc.tuple(tameFiles, lived(header), tameFiles).map((parts) => parts.join('')),
    fc.tuple(oddFiles, lived(header), tails).map((parts) => parts.join('')),
    damaged(header),
  );

type Sections = Record<string, Record<string, string | undefined>>;

/** Each profile as the SDK itself sees it; nothing at all where it refuses the file. */
export async function readBySmithy(file: 'credentials' | 'config', bytes: Bytes): Promise<Sections> {
  externalDataInterceptor.interceptFile('/odd/file', Buffer.from(bytes, 'latin1').toString('utf8'));
  externalDataInterceptor.interceptFile('/odd/none', '');
  const read = await loadSharedConfigFiles({
    filepath: file === 'credentials' ? '/odd/file' : '/odd/none',
    configFilepath: file === 'config' ? '/odd/file' : '/odd/none',
    ignoreCache: true,
  });
  return read[`${file}File`];
}

export const without = (sections: Sections, name: string): Sections =>
  Object.fromEntries(Object.entries(sections).filter(([key]) => key !== name));
