import { describe, expect, test } from 'vitest';
import { findInConfig, findInNetrc, isSetUp } from '../../../../electron/core/git/config/config-findings.ts';
import { PATTERNS } from '../../../../electron/core/git/config/config-name.ts';

const GLOBAL = 'file:/home/u/.gitconfig';
const ours = ['!f() { ours }; f', "!'/home/u/.daypass/bin/daypass' git-credential"];
const installation = { ours, globalOrigin: GLOBAL };

type Line = readonly [name: string, value: string | null, origin?: string];
const entries = (...lines: readonly Line[]) =>
  lines.map(([name, value, origin = GLOBAL]) => ({
    name,
    value,
    origin,
    scope: origin === GLOBAL ? 'global' : 'other',
  }));

const installed: readonly Line[] = PATTERNS.flatMap((pattern): readonly Line[] => [
  [`credential.${pattern}.helper`, ''],
  ...ours.map((value): Line => [`credential.${pattern}.helper`, value]),
  [`credential.${pattern}.usehttppath`, 'true'],
]);

const codes = (...lines: readonly Line[]) =>
  findInConfig(entries(...lines), installation).map(({ code, mend }) => [code, mend]);
const CODECOMMIT = 'credential.https://git-codecommit.us-east-1.amazonaws.com';

test('well set up: nothing to find', () => {
  expect(isSetUp(entries(...installed), installation)).toBe(true);
  expect(codes(...installed)).toEqual([]);
});

describe('what stands after ours', () => {
  test.each([
    ['a generic helper gets every password', ['credential.helper', 'store'], 'helper-after', true],
    ['one for a single repository too', [`${CODECOMMIT}/v1/repos/app.helper`, 'cache'], 'helper-after', true],
    [
      'one without a scheme too',
      ['credential.git-codecommit.us-east-1.amazonaws.com.helper', 'x'],
      'helper-after',
      true,
    ],
    ['a reset', ['credential.helper', ''], 'helper-reset', false],
    ['a reset for one region', [`${CODECOMMIT}.helper`, ''], 'helper-reset', false],
    ['no path', ['credential.usehttppath', 'false'], 'path-off', false],
  ] as const)('%s', (_, line, code, stillSetUp) => {
    expect(codes(...installed, line)).toEqual([[code, 'set-up']]);
    expect(isSetUp(entries(...installed, line), installation)).toBe(stillSetUp);
    // In another file there is nothing that we could mend.
    expect(codes(...installed, [...line, 'file:.git/config'])).toEqual([[code, null]]);
  });

  test.each([
    ['of another host', ['credential.https://github.com.helper', 'store']],
    ['of http', ['credential.http://git-codecommit.us-east-1.amazonaws.com.helper', 'store']],
    ['of another port', [`${CODECOMMIT}:8443.helper`, 'store']],
    ['of a host that one label cannot be', ['credential.https://*.amazonaws.com.helper', 'store']],
    ['of another path', [`${CODECOMMIT}/v2.helper`, 'store']],
    ['of another setting', ['credential.username', 'me']],
  ] as const)('a helper %s is not in the way', (_, line) => {
    expect(codes(...installed, line)).toEqual([]);
    expect(isSetUp(entries(...installed, line), installation)).toBe(true);
  });
});

describe('what stands before ours', () => {
  test.each([
    'osxkeychain',
    'manager',
    'libsecret',
    'store',
    'cache --timeout 9',
    '/usr/lib/git-core/git-credential-libsecret',
    "!'C:/Program Files/Git/mingw64/bin/git-credential-manager.exe'",
  ])('%s keeps passwords while git is not set up', (value) => {
    expect(codes(['credential.helper', value, 'file:/etc/gitconfig'])).toEqual([['keeps-passwords', null]]);
    expect(codes(['credential.helper', value, 'file:/etc/gitconfig'], ...installed)).toEqual([]);
  });

  test('a helper that keeps nothing is nobody’s business', () => {
    expect(codes(['credential.helper', '!gh auth git-credential'])).toEqual([]);
  });
});

test.each([
  '!aws codecommit credential-helper $@',
  '!aws --profile work codecommit credential-helper $@',
  "!'C:/Program Files/Amazon/AWSCLIV2/aws.exe' codecommit credential-helper $@",
  '!/usr/local/bin/aws --region us-east-1 codecommit credential-helper $@',
])('AWS’s own helper is found wherever it is: %s', (value) => {
  expect(codes(['credential.helper', value])).toEqual([['aws-helper', 'remove']]);
  expect(codes([`${CODECOMMIT}.helper`, value], ...installed)).toEqual([['aws-helper', 'remove']]);
});

test('what guides have people write', () => {
  expect(codes(['credentials.helper', 'UseHttpPath=true'])).toEqual([['misspelt-section', 'remove']]);
  expect(codes(['credential.usehttppath', 'true'])).toEqual([['path-global', 'remove']]);
  expect(codes(['credential.usehttppath', null])).toEqual([['path-global', 'remove']]);
  expect(codes([`${CODECOMMIT}.usehttppath`, 'true'])).toEqual([['path-without-helper', 'set-up']]);
  expect(codes([`${CODECOMMIT}.usehttppath`, 'true'], ['credential.helper', '!x'])).toEqual([]);
});

describe('URLs', () => {
  const HOST = 'git-codecommit.us-east-1.amazonaws.com';

  test.each([
    [['remote.origin.url', `https://me@${HOST}/v1/repos/a`], 'user-in-url'],
    [['remote.origin.pushurl', `https://me@${HOST}/v1/repos/a`], 'user-in-url'],
    [[`url.https://me@${HOST}/.insteadof`, 'cc:'], 'user-in-url'],
    [['url.ssh://git-codecommit.us-east-1.amazonaws.com/.insteadof', `https://${HOST}/`], 'rewritten-url'],
    [['url.git@proxy:.pushinsteadof', 'https://'], 'rewritten-url'],
  ] as const)('%j', (line, code) => {
    expect(codes(line)).toEqual([[code, null]]);
  });

  test.each([
    ['remote.origin.url', `https://${HOST}/v1/repos/a`],
    ['remote.origin.url', 'https://me@github.com/a'],
    [`url.https://${HOST}/v1/repos/.insteadof`, 'codecommit://'],
    ['url.git@github.com:.insteadof', 'https://github.com/'],
  ])('%s = %s is fine', (name, value) => {
    expect(codes([name, value])).toEqual([]);
  });
});

test('~/.netrc', () => {
  const text =
    'machine github.com login a password git-codecommit.us-east-1.amazonaws.com\nmachine\n git-codecommit.us-east-1.amazonaws.com login AKIA password planted\ndefault login b password planted\n';
  const found = findInNetrc(text, '/home/u/.netrc');
  expect(found.map(({ code, value }) => [code, value])).toEqual([
    ['netrc', 'git-codecommit.us-east-1.amazonaws.com'],
    ['netrc', 'default'],
  ]);
  expect(JSON.stringify(found)).not.toContain('planted');
});

test('no password is shown', () => {
  const found = findInConfig(
    entries(
      ...installed,
      ['credential.helper', '!f() { echo username=a; echo password=planted; }; f'],
      ['credential.helper', '!echo password=planted'],
      ['url.https://me:planted@git-codecommit.us-east-1.amazonaws.com/.insteadof', 'cc:'],
      ['remote.x.url', 'https://me:planted@git-codecommit.us-east-1.amazonaws.com/v1/repos/a'],
    ),
    installation,
  );
  expect(found).toHaveLength(4);
  expect(JSON.stringify(found)).not.toContain('planted');
});

test('not set up: half of it, or not told the repository', () => {
  expect(isSetUp([], installation)).toBe(false);
  expect(isSetUp(entries(...installed.slice(4)), installation)).toBe(false);
  expect(isSetUp(entries(...installed.filter(([name]) => !name.endsWith('usehttppath'))), installation)).toBe(false);
  expect(
    isSetUp(entries(['credential.helper', ours[0] ?? ''], ...installed), {
      ...installation,
      ours: [...ours].reverse(),
    }),
  ).toBe(false);
});
