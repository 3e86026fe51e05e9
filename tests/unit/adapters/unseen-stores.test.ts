import { expect, test } from 'vitest';
import { unseenStores } from '../../../electron/adapters/keychain/git-stores/unseen-stores.ts';

type Line = readonly [name: string, value: string | null, origin?: string];

const unseen = (lines: readonly Line[], platform: NodeJS.Platform = 'linux', env = {}) =>
  unseenStores(
    lines.map(([name, value, origin = 'file:/home/u/.gitconfig']) => ({ name, value, origin, scope: 'global' })),
    '/home/u',
    env,
    platform,
  );
const helper = (value: string, platform: NodeJS.Platform = 'linux') => unseen([['credential.helper', value]], platform);

test.each<[string, NodeJS.Platform?]>([
  [''],
  ['store'],
  ['store --file /srv/x'],
  ["!git credential-store --file '/a b/c'"],
  ['cache --timeout 9 --socket=/run/x'],
  ['libsecret'],
  ['/usr/share/doc/git/contrib/credential/libsecret/git-credential-libsecret'],
  ['osxkeychain', 'darwin'],
  ['wincred', 'win32'],
  ['manager', 'win32'],
  ["!'C:/Program Files/Git/mingw64/bin/git-credential-manager.exe'", 'win32'],
  ['!aws codecommit credential-helper $@'],
  ['!gh auth git-credential'],
  ['!/usr/bin/gh auth git-credential'],
  ["!'/home/u/.daypass/bin/daypass' git-credential"],
  ['!f() { test "$1" = get && exec git credential-cache --socket "$HOME/.daypass/git.sock" get; }; f'],
])('nothing is kept out of sight by %j %s', (value, platform) => {
  expect(helper(value, platform)).toEqual([]);
});

test.each<[string, string, NodeJS.Platform?]>([
  ['!pass-git-helper $@', 'pass-git-helper'],
  ['/opt/x/git-credential-keepassxc --unlock 0', 'git-credential-keepassxc'],
  ['lastpass', 'lastpass'],
  ['store --file creds', 'git credential-store (--file creds)'],
  ['cache --socket ./s', 'git credential-cache (--socket ./s)'],
  ['osxkeychain', 'osxkeychain'],
  ['libsecret', 'libsecret', 'darwin'],
  ['/mnt/c/Program\\ Files/Git/mingw64/bin/git-credential-manager.exe', 'git-credential-manager.exe'],
  ['/mnt/c/Windows/git-credential-wincred.exe', 'git-credential-wincred.exe'],
  ['!f() { echo password=planted; }; f', 'credential.helper (/home/u/.gitconfig)'],
  ["!'C:/x/a b.exe' planted", 'credential.helper (/home/u/.gitconfig)', 'win32'],
])('%j keeps them in %s', (value, name, platform) => {
  expect(helper(value, platform)).toEqual([name]);
});

test.each<[string, readonly Line[], object, readonly string[]]>([
  ['gpg', [['credential.credentialstore', 'gpg']], {}, ['Git Credential Manager (credentialStore gpg)']],
  [
    'the last word',
    [
      ['credential.credentialstore', 'gpg'],
      ['credential.credentialstore', 'secretservice'],
    ],
    {},
    [],
  ],
  [
    'a variable',
    [['credential.credentialstore', 'cache']],
    { GCM_CREDENTIAL_STORE: 'plaintext' },
    ['Git Credential Manager (credentialStore plaintext)'],
  ],
  ['letters of any kind', [['credential.credentialstore', 'SecretService']], {}, []],
  ['a name of their own', [['credential.namespace', 'work']], {}, ['Git Credential Manager (namespace work)']],
  ['the usual name', [['credential.namespace', 'git']], {}, []],
  ['another host', [['credential.https://github.com.credentialstore', 'gpg']], {}, []],
])('Git Credential Manager with %s', (_, lines, env, names) => {
  expect(unseen([['credential.helper', 'manager'], ...lines], 'linux', env)).toEqual(names);
});

test('only what can be asked for CodeCommit counts, each once, and nothing of Daypass itself', () => {
  expect(
    unseen([
      ['credential.https://github.com.helper', 'lastpass'],
      ['credential.helper', null],
      ['alias.x', 'lastpass'],
      ['credential.helper', '!pass-git-helper'],
      ['credential.https://git-codecommit.eu-west-1.amazonaws.com.helper', '!pass-git-helper get'],
      ['credential.helper', "!f() { odd '/srv/dp/git.sock'; }; f", 'file:/srv/dp/daypass.gitconfig'],
    ]),
  ).toEqual(['pass-git-helper']);
});
