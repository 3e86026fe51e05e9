import { describe, expect, test } from 'vitest';
import { findInConfig, isSetUp } from '../../../../electron/core/git/config/config-findings.ts';
import { PATTERNS } from '../../../../electron/core/git/config/config-name.ts';
import { earlierHelpers, helperValues } from '../../../../electron/core/git/config/config-section.ts';
import { findInNetrc } from '../../../../electron/core/git/config/netrc.ts';
import type { GitEntry } from '../../../../electron/core/git/config/port.ts';

const GLOBAL = 'file:/home/u/.gitconfig';
const OWN = 'file:/home/u/.daypass/daypass.gitconfig';
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
  [`credential.${pattern}.helper`, '', OWN],
  ...ours.map((value): Line => [`credential.${pattern}.helper`, value, OWN]),
  [`credential.${pattern}.usehttppath`, 'true', OWN],
]);

const codes = (...lines: readonly Line[]) =>
  findInConfig(entries(...lines), installation).map(({ code, mend }) => [code, mend]);
const HOST = 'git-codecommit.us-east-1.amazonaws.com';
const CODECOMMIT = `credential.https://${HOST}`;

test('well set up: nothing to find', () => {
  expect(isSetUp(entries(...installed), installation)).toBe(true);
  expect(codes(...installed)).toEqual([]);
});

test('ours of an earlier version still asks us, and is told of once', () => {
  const content = { folder: '/home/u/.daypass', cacheClient: true, windows: false, names: [] };
  const now = { ours: helperValues(content).slice(1), earlier: earlierHelpers(content), globalOrigin: GLOBAL };
  const lines = PATTERNS.flatMap((pattern): readonly Line[] => [
    [`credential.${pattern}.helper`, ''],
    [`credential.${pattern}.helper`, earlierHelpers(content)[0] ?? ''],
    [`credential.${pattern}.helper`, now.ours[1] ?? ''],
    [`credential.${pattern}.usehttppath`, 'true'],
  ]);
  expect(isSetUp(entries(...lines), now)).toBe(true);
  expect(findInConfig(entries(...lines), now)).toMatchObject([{ code: 'lines-in-file', mend: 'set-up' }]);
  expect(isSetUp(entries(...lines), { ...now, earlier: [] })).toBe(false);
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

test('lines of ours in a file that is not our own are found, once a file', () => {
  const inFile = installed.map(([name, value]): Line => [name, value]);
  expect(codes(...inFile)).toEqual([['lines-in-file', 'set-up']]);
  expect(isSetUp(entries(...inFile), installation)).toBe(true);
  const elsewhere = inFile.map(([name, value]): Line => [name, value?.replace('/u/', '/x/') ?? null, 'file:/dotfiles']);
  expect(codes(...elsewhere, ...installed)).toEqual([['lines-in-file', null]]);
});

describe('what stands before ours', () => {
  test.each([
    'osxkeychain',
    'manager',
    'manager-core',
    'wincred',
    'gnome-keyring',
    'netrc',
    'netrc -f ~/.netrc.gpg -d',
    "!'/opt/a b/git-credential-store' --file x",
    'C:\\\\git\\\\git-credential-wincred.exe',
    '/opt/homebrew/bin/git-credential-osxkeychain',
    'libsecret',
    'store',
    'cache --timeout 9',
    '/usr/lib/git-core/git-credential-libsecret',
    "!'C:/Program Files/Git/mingw64/bin/git-credential-manager.exe'",
  ])('%s keeps passwords while git is not set up', (value) => {
    expect(codes(['credential.helper', value, 'file:/etc/gitconfig'])).toEqual([['keeps-passwords', null]]);
    expect(codes(['credential.helper', value, 'file:/etc/gitconfig'], ...installed)).toEqual([]);
  });

  test.each([
    '!gh auth git-credential',
    'mystore',
    'stores',
    'restore',
    'store.py',
    'managers',
    '!echo password=storex',
    '',
    null,
  ])('a helper that keeps nothing is nobody’s business: %s', (value) => {
    expect(codes(['credential.helper', value])).toEqual([]);
  });
});

test.each([
  '!aws codecommit credential-helper $@',
  '!aws --profile work codecommit credential-helper $@',
  "!'C:/Program Files/Amazon/AWSCLIV2/aws.exe' codecommit credential-helper $@",
  '!/usr/local/bin/aws --region us-east-1 codecommit credential-helper $@',
  '!aws.cmd codecommit credential-helper $@',
  '!"/opt/a b/aws" codecommit   credential-helper $@',
])('AWS’s own helper is found wherever it is: %s', (value) => {
  expect(codes(['credential.helper', value])).toEqual([['aws-helper', 'remove']]);
  expect(codes([`${CODECOMMIT}.helper`, value], ...installed)).toEqual([['aws-helper', 'remove']]);
});

test.each([
  '!laws codecommit credential-helper',
  '!aws codecommit credential-helpers',
  '!awscodecommit credential-helper',
  '!aws xcodecommit credential-helper',
  '!aws codecommitcredential-helper',
  '!aws.bat codecommit credential-helper',
])('what only looks like AWS’s own helper is not: %s', (value) => {
  expect(codes(['credential.helper', value])).toEqual([]);
});

test.each([
  [null, true],
  ['true', true],
  ['YES', true],
  ['On', true],
  ['1', true],
  ['-1', true],
  ['+10', true],
  ['2k', true],
  ['3M', true],
  ['4g', true],
  ['0', false],
  ['00', false],
  ['0k', false],
  ['1x', false],
  ['x1', false],
  ['--1', false],
  ['k', false],
  ['', false],
  ['off', false],
  ['no', false],
  ['untrue', false],
  ['trues', false],
  ['yess', false],
  ['upon', false],
])('useHttpPath = %s is true: %s', (value, isOn) => {
  const line = [`${CODECOMMIT}.usehttppath`, value] as const;
  expect(isSetUp(entries(...installed, line), installation)).toBe(isOn);
  expect(codes(...installed, line)).toEqual(isOn ? [] : [['path-off', 'set-up']]);
  expect(codes(line)).toEqual(isOn ? [['path-without-helper', 'set-up']] : []);
});

describe('useHttpPath for CodeCommit', () => {
  const path = [`${CODECOMMIT}.usehttppath`, 'true'] as const;

  test.each([
    ['a helper for all', ['credential.helper', '!x']],
    ['one for the host', [`${CODECOMMIT}.helper`, '!x']],
  ] as const)('is served by %s', (_, helper) => {
    expect(codes(path, helper)).toEqual([]);
  });

  test.each([
    ['an empty helper', ['credential.helper', '']],
    ['a helper without a value', ['credential.helper', null]],
    ['one of another host', ['credential.https://github.com.helper', '!x']],
    ['another setting', ['credential.username', '!x']],
    ['a helper of another section', ['core.helper', '!x']],
  ] as const)('is not served by %s', (_, helper) => {
    expect(codes(path, helper)).toEqual([['path-without-helper', 'set-up']]);
  });

  test('is not the business of other sections or hosts', () => {
    expect(codes(['http.usehttppath', 'true'], ['credential.https://github.com.usehttppath', 'true'])).toEqual([]);
    expect(codes(['credential.https://github.com.usehttppath', 'false'])).toEqual([]);
  });
});

test('only what comes after the last of ours is after ours', () => {
  const before = ['credential.helper', '!x'] as const;
  expect(codes(before, ...installed)).toEqual([]);
  expect(codes([`${CODECOMMIT}.usehttppath`, 'false'], ...installed)).toEqual([]);
  // Between two of ours: the second still comes after it.
  expect(codes(...installed.slice(0, 4), before, ...installed.slice(4))).toEqual([]);
  expect(codes(...installed.slice(0, 3), ['credential.helper', '!x'])).toEqual([['helper-after', 'set-up']]);
  // Ours is what is a helper, wherever it stands; another setting with the same value is nothing.
  expect(codes([`${CODECOMMIT}.helper`, ours[0] ?? '', OWN], ['credential.helper', ''])).toEqual([
    ['helper-reset', 'set-up'],
  ]);
  expect(codes(...installed, before, ['alias.x', ours[1] ?? ''])).toEqual([['helper-after', 'set-up']]);
});

test('ours, which asks git’s own cache client, is no helper that keeps passwords', () => {
  const content = { folder: '/home/u/.daypass', cacheClient: true, windows: false, names: [] };
  const values = helperValues(content).slice(1);
  const lines = values.map((value): Line => [`${CODECOMMIT}.helper`, value, OWN]);
  expect(findInConfig(entries(...lines), { ours: values, globalOrigin: GLOBAL })).toEqual([]);
  expect(findInConfig(entries(...lines.slice(0, 1)), { ours: values, globalOrigin: GLOBAL })).toEqual([]);
});

test('what guides have people write', () => {
  expect(codes(['credentials.helper', 'UseHttpPath=true'])).toEqual([['misspelt-section', 'remove']]);
  expect(codes(['credential.usehttppath', 'true'])).toEqual([['path-global', 'remove']]);
  expect(codes(['credential.usehttppath', null])).toEqual([['path-global', 'remove']]);
  expect(codes([`${CODECOMMIT}.usehttppath`, 'true'])).toEqual([['path-without-helper', 'set-up']]);
  expect(codes([`${CODECOMMIT}.usehttppath`, 'true'], ['credential.helper', '!x'])).toEqual([]);
});

describe('URLs', () => {
  test.each([
    [['remote.origin.url', `https://me@${HOST}/v1/repos/a`], 'user-in-url'],
    [['remote.origin.pushurl', `https://me@${HOST}/v1/repos/a`], 'user-in-url'],
    [[`url.https://me@${HOST}/.insteadof`, 'cc:'], 'user-in-url'],
    // curl sends it with no password at all, also where it is the name of somebody's own.
    [['remote.origin.url', `https://ann-at-123456789012@${HOST}/v1/repos/a`], 'user-in-url'],
    [['credential.username', 'ann-at-123456789012'], 'own-credential'],
    [[`${CODECOMMIT}.username`, 'ann-at-123456789012'], 'own-credential'],
    [['url.ssh://git-codecommit.us-east-1.amazonaws.com/.insteadof', `https://${HOST}/`], 'rewritten-url'],
    [['url.git@proxy:.pushinsteadof', 'https://'], 'rewritten-url'],
    [['url.git@proxy:.insteadof', 'https://git-codecommit.'], 'rewritten-url'],
    [['url.git@proxy:.insteadof', 'https://git-codecommit-fips.us-east-1.amazonaws.com/'], 'rewritten-url'],
    [['url.git@proxy:.insteadof', 'https://vpce-1.git-codecommit.us-east-1.vpce.amazonaws.com/'], 'rewritten-url'],
    [['url.https://proxy.example/.insteadof', `https://${HOST}/`], 'rewritten-url'],
    [[`url.http://${HOST}/.insteadof`, `https://${HOST}/`], 'rewritten-url'],
    [[`url.git+https://${HOST}/.insteadof`, `https://${HOST}/`], 'rewritten-url'],
    [['remote.origin.url', `HTTPS://me:pw@${HOST}:443/v1/repos/a`], 'user-in-url'],
    [['remote.origin.url', `http://me@${HOST}/v1/repos/a`], 'user-in-url'],
  ] as const)('%j', (line, code) => {
    expect(codes(line)).toEqual([[code, null]]);
  });

  test.each([
    ['credential.https://github.com.username', 'ann-at-123456789012'],
    ['remote.origin.url', `https://${HOST}/v1/repos/a`],
    ['remote.origin.url', 'https://me@github.com/a'],
    [`url.https://${HOST}/v1/repos/.insteadof`, 'codecommit://'],
    ['url.git@github.com:.insteadof', 'https://github.com/'],
    ['url.git@proxy:.insteadof', ''],
    ['url.git@proxy:.insteadof', null],
    ['url.git@proxy:.insteadofs', 'https://'],
    ['url.git@proxy:.xinsteadof', 'https://'],
    ['url.insteadof', 'https://'],
    ['remote.origin.fetch', `https://me@${HOST}/v1/repos/a`],
    ['remote.origin.url', null],
    ['branch.main.url', `https://me@${HOST}/v1/repos/a`],
    ['remote.origin.url', `https://@${HOST}/v1/repos/a`],
    ['remote.origin.url', 'ssh://git@github.com/v1/repos/a'],
    [`url.daypass::.insteadof`, 'codecommit::'],
    [`url.https://${HOST}/v1/repos/.insteadof`, 'codecommit://'],
    ['http.extraheader', 'X-Trace: 1'],
    ['http.https://github.com/.extraheader', 'Authorization: Basic planted'],
    ['http.cookiefile', '~/.gitcookies'],
    [`http.https://${HOST}.proactiveauth`, 'basic'],
    ['http.proactiveauth', 'none'],
    ['protocol.allow', 'always'],
    ['protocol.ext.allow', 'never'],
    ['protocol.codecommit.allow', 'never'],
    ['protocol.https.allow', 'user'],
    ['core.askpass', ''],
    ['credential.interactive', 'true'],
    ['credential.https://github.com.interactive', 'false'],
    ['remote.origin.url', `https://example.com/me@${HOST}/v1/repos/a`],
    ['remote.origin.url', `x https://me@${HOST}/v1/repos/a`],
    [`url.https://me@github.com/.insteadof`, 'gh:'],
    [`url.https://${HOST}/.insteadof`, `https://${HOST}/old/`],
  ])('%s = %s is fine', (name, value) => {
    expect(codes([name, value])).toEqual([]);
  });
});

describe('the way to CodeCommit', () => {
  test.each<[Line, string]>([
    [['http.extraheader', 'Authorization: Basic planted'], 'auth-header'],
    [[`http.https://${HOST}.extraheader`, 'proxy-authorization: x'], 'auth-header'],
    [['http.https://git-codecommit.*.amazonaws.com.extraheader', ' AUTHORIZATION : x'], 'auth-header'],
    [[`http.https://${HOST}.cookiefile`, '~/.cookies'], 'cookie-file'],
    [['http.proactiveauth', 'basic'], 'proactive-auth'],
    [['http.proactiveauth', 'Auto'], 'proactive-auth'],
    [['protocol.allow', 'never'], 'protocol-off'],
    [['protocol.https.allow', 'never'], 'protocol-off'],
    [['protocol.daypass.allow', 'Never'], 'protocol-off'],
    [['remote.origin.url', `ssh://APKAEXAMPLEPLANTED12@${HOST}/v1/repos/a`], 'ssh-key'],
    [['remote.origin.pushurl', `ssh://${HOST}/v1/repos/a`], 'ssh-key'],
    [['url.ssh://git-codecommit.us-east-1.amazonaws.com/v1/repos/.insteadof', 'codecommit://'], 'rewritten-url'],
    [['url.https://proxy.example/.insteadof', 'codecommit::us-east-1://'], 'rewritten-url'],
  ])('%j', (line, code) => {
    expect(codes(...installed, line)).toEqual([[code, null]]);
    expect(JSON.stringify(findInConfig(entries(line), installation))).not.toMatch(/planted|PLANTED/);
  });

  test('of two lines on a protocol only the one that counts is found', () => {
    expect(codes(['protocol.allow', 'never'], ['protocol.https.allow', 'always'])).toEqual([]);
    expect(codes(['protocol.https.allow', 'never', 'file:/etc/gitconfig'], ['protocol.https.allow', 'always'])).toEqual(
      [],
    );
    expect(codes(['protocol.https.allow', 'always'], ['protocol.https.allow', 'never'])).toEqual([
      ['protocol-off', null],
    ]);
  });
});

test('what only matters while git does not ask Daypass', () => {
  for (const [line, code] of [
    [['core.askpass', '/usr/bin/ksshaskpass'], 'askpass'],
    [['credential.interactive', 'false'], 'interactive-off'],
  ] as const) {
    expect(codes(line)).toEqual([[code, 'set-up']]);
    expect(codes(line, ...installed)).toEqual([]);
  }
  const aws = ['credential.helper', '!aws codecommit credential-helper $@'] as const;
  const off = ['credential.usehttppath', 'false'] as const;
  expect(codes(aws, off)).toEqual([
    ['aws-helper', 'remove'],
    ['path-off', 'set-up'],
  ]);
  expect(codes(aws, off, ...installed)).toEqual([['aws-helper', 'remove']]);
  expect(codes(off)).toEqual([]);
});

describe('what is right beside it', () => {
  const AT = 'credential.https://git-codecommit.*.amazonaws.com';
  const HELPERS = [`${AT}.helper =`, `${AT}.helper = ${ours[1]}`];
  test.each<[Line, readonly string[]]>([
    [['credential.helper', 'store'], HELPERS],
    [['credential.helper', ''], HELPERS],
    [['credential.usehttppath', 'false'], [`${AT}.useHttpPath = true`]],
    [['credentials.helper', 'store'], HELPERS],
    [['credentials.usehttppath', 'true'], [`${AT}.useHttpPath = true`]],
    [['credentials.x', 'y'], []],
    [['remote.o.url', `https://me:planted@${HOST}/v1/repos/a`], [`remote.o.url = https://${HOST}/v1/repos/a`]],
    [[`url.https://me@${HOST}/.insteadof`, 'cc:'], [`url.https://${HOST}/.insteadof = cc:`]],
    [['remote.o.url', `ssh://A@${HOST}:22/v1/repos/a`], [`remote.o.url = https://${HOST}/v1/repos/a`]],
    [['http.extraheader', 'Authorization: x'], []],
  ])('%j', (line, right) => {
    const [found] = findInConfig(entries(...installed, line), installation);
    expect(found?.right).toEqual(right);
  });

  test('and of half a configuration all of it', () => {
    const [found] = findInConfig(entries([`${CODECOMMIT}.usehttppath`, 'true']), installation);
    expect(found?.right).toEqual([...HELPERS, `${AT}.useHttpPath = true`]);
  });
});

test('each stands on its line, and alike ones are told apart', () => {
  const lines = entries(
    ['credential.helper', 'store'],
    ['credential.helper', 'cache'],
    ['credential.helper', 'x', OWN],
  );
  const asked: unknown[] = [];
  const found = findInConfig(lines, installation, ({ value, origin }, nth) => asked.push([value, origin, nth]));
  expect(asked).toEqual([
    ['store', GLOBAL, 0],
    ['cache', GLOBAL, 1],
  ]);
  expect(found.map(({ line }) => line)).toEqual([1, 2]);
});

test('what a conditional include of the person’s own file brings gives way to Daypass set up anew', () => {
  const brought = { ...entries(['credential.helper', '', 'file:/more'])[0], via: GLOBAL } as GitEntry;
  const mends = (all: readonly GitEntry[]) => findInConfig(all, installation).map(({ code, mend }) => [code, mend]);
  expect(mends([...entries(...installed), brought])).toEqual([['helper-reset', 'set-up']]);
  expect(mends([...entries(...installed), { ...brought, via: 'file:/etc/gitconfig' }])).toEqual([
    ['helper-reset', null],
  ]);
  expect(mends([{ ...brought, name: 'credentials.x' }])).toEqual([['misspelt-section', null]]);
});

describe('lines of a Daypass of another folder', () => {
  const THEIRS = 'file:/home/u/.other/daypass.gitconfig';
  const other = installed.map(([name, value]): Line => [name, value?.replace('.daypass', '.other') ?? null, THEIRS]);

  test('that come after ours are found once, and none of them under another name', () => {
    expect(codes(...installed, ...other)).toEqual([['other-daypass', 'set-up']]);
    expect(isSetUp(entries(...installed, ...other), installation)).toBe(false);
  });

  test('that come before ours, or are ours, are nobody’s business', () => {
    expect(codes(...other, ...installed)).toEqual([]);
    expect(codes(...installed)).toEqual([]);
  });

  test('are found where there is none of ours', () => {
    expect(codes(...other)).toEqual([['other-daypass', 'set-up']]);
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
  expect(found).toMatchObject([{ origin: '/home/u/.netrc', name: 'machine', mend: null }, {}]);
  expect(JSON.stringify(found)).not.toContain('planted');
  expect(findInNetrc('machine', '/home/u/.netrc')).toEqual([]);
  expect(findInNetrc('git-codecommit.us-east-1.amazonaws.com machine x', '/home/u/.netrc')).toEqual([]);
  expect(findInNetrc('login git-codecommit.us-east-1.amazonaws.com', '/home/u/.netrc')).toEqual([]);
});

test.each<[string, Line, string, string]>([
  ['what a helper is called', ['credential.helper', 'store --file x'], 'credential.helper', 'store --file x'],
  ['a path in full', ['credential.helper', '/opt/manager'], 'credential.helper', '/opt/manager'],
  [
    'only the beginning of shell text',
    ['credential.helper', '!abcdefghijklmnopqrstuvwxyz'],
    'credential.helper',
    '!abcdefghijklmnopqrstuvw…',
  ],
  ['less of it before a word for a secret', ['credential.helper', '!echo TOKEN=x'], 'credential.helper', '!echo …'],
  [
    'AWS’s own helper in full',
    ['credential.helper', '!aws codecommit credential-helper $@'],
    'credential.helper',
    '!aws codecommit credential-helper $@',
  ],
  ['nothing where there is no value', ['credential.usehttppath', null], 'credential.usehttppath', ''],
  [
    '120 letters of what is longer',
    ['credential.helper', `x${'y'.repeat(130)}`],
    'credential.helper',
    `x${'y'.repeat(119)}`,
  ],
  [
    'URLs without what could be a password',
    ['remote.x.url', `https://b:planted@${HOST}/ https://d@e/ https://f:planted@g/h:i@j`],
    'remote.x.url',
    `https://b:…@${HOST}/ https://d@e/ https://f:…@g/h:i@j`,
  ],
  [
    'no password without a user, nor an empty one',
    ['remote.x.url', `https://:planted@${HOST}/ https://a:@b`],
    'remote.x.url',
    `https://:…@${HOST}/ https://a:…@b`,
  ],
  [
    'no shell text under a name that is misspelt',
    ['credentials.x', '!echo password=planted'],
    'credentials.x',
    '!echo …',
  ],
  [
    'names without what could be a password',
    ['url.ssh://a:planted@proxy/.insteadof', 'https://'],
    'url.ssh://a:…@proxy/.insteadof',
    'https://',
  ],
])('is shown: %s', (_, line, name, value) => {
  const [found] = findInConfig(entries(...installed, line), installation);
  expect([found?.name, found?.value, found?.origin]).toEqual([name, value, GLOBAL]);
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
  expect(isSetUp(entries(...installed.filter(([, value]) => value !== ours[1])), installation)).toBe(false);
  expect(isSetUp(entries(...installed, ['core.helper', '']), installation)).toBe(true);
  expect(
    isSetUp(entries(['credential.helper', ours[0] ?? ''], ...installed), {
      ...installation,
      ours: [...ours].reverse(),
    }),
  ).toBe(false);
});
