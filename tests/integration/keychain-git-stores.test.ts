// git's own stores, filled by the real git: the files of credential-store, wherever they are configured, and the daemon of credential-cache.
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { realGit } from '../../electron/adapters/git/git.ts';
import { credentialCache } from '../../electron/adapters/keychain/git-stores/credential-cache.ts';
import { credentialStoreFile } from '../../electron/adapters/keychain/git-stores/credential-store-file.ts';
import { credentialStores } from '../../electron/adapters/keychain/stores.ts';
import { clearStale, findStale } from '../../electron/core/git/stale/stale-entries.ts';
import { cacheWorld, PASSWORD, scratch } from '../ports/credential-store-world.ts';

const HOST = 'git-codecommit.eu-west-1.amazonaws.com';
const KEY = 'ASIAABCDEFGHIJKLWXYZ';
const TOKEN = 'IQoJb3JpZ2luX2VjEPlanted/Token+With/Signs==';

let folder: string;
let close: () => void;
beforeEach(() => {
  ({ folder, close } = scratch());
});
afterEach(() => close());

/** Of the folder as a home, and no system's. */
const home = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: folder,
  XDG_CONFIG_HOME: join(folder, 'xdg'),
  GIT_CONFIG_NOSYSTEM: '1',
  DBUS_SESSION_BUS_ADDRESS: `unix:path=${folder}/no-bus`,
});

const git = (args: readonly string[], lines: readonly string[] = []): string =>
  execFileSync('git', args, { env: home(), input: lines.map((line) => `${line}\n`).join(''), encoding: 'utf8' });

const journal = () => join(folder, 'unfinished');
const stores = () =>
  credentialStores({
    platform: 'linux',
    home: folder,
    env: home(),
    journal: journal(),
    git: realGit(home(), folder, journal()),
  });

describe('a file of credential-store', () => {
  const stale = `https://${KEY}%25${encodeURIComponent(TOKEN)}:pw@${HOST}`;
  const file = () => join(folder, '.git-credentials');
  const store = () => credentialStoreFile(file(), '~/.git-credentials', journal());
  const write = (text: string) => writeFileSync(file(), Buffer.from(text, 'latin1'), { mode: 0o600 });
  const read = () => readFileSync(file(), 'latin1');

  test.each([
    ['its only line', `${stale}\n`, ''],
    ['its last line without an end', `https://ann:pw@github.com\n${stale}`, 'https://ann:pw@github.com\n'],
    ['a line with a path', `${stale}/v1/repos/one\n`, ''],
    ['a line with a port', `${stale}:443\n`, ''],
    ['a line with an encoded port', `${stale}%3a443/v1/repos/one\n`, ''],
    ['a line with Windows line ends', `https://ann:pw@github.com\r\n${stale}\r\n`, 'https://ann:pw@github.com\r\n'],
    ['a line over http', `${stale.replace('https', 'http')}\n`, ''],
    ['the same line twice', `${stale}\n${stale}\n`, ''],
    ['a host in capitals', `${stale.toUpperCase().replace('HTTPS', 'https')}\n`, ''],
    ['a line among what is no text', `\xff\xfe\x00\n${stale}\n# a note\n\n\n`, '\xff\xfe\x00\n# a note\n\n\n'],
  ])('loses %s', async (_, before, after) => {
    write(before);
    const report = await clearStale([store()]);
    expect(report).toMatchObject({
      entries: [{ kind: 'temporary', user: 'ASIA…WXYZ', outcome: 'removed' }],
      failures: [],
    });
    expect(read()).toBe(after);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  test.each([
    ['a static git credential', `https://alice-at-123456789012:pw@${HOST}\n`],
    ['a host that only begins alike', `${stale}.evil.example\n`],
    ['another host', stale.replace(HOST, 'github.com')],
    ['the host as a path', stale.replace(HOST, `evil.example/${HOST}`)],
    ['the host in the password', `https://${KEY}:${HOST}@evil.example\n`],
    ['no user', `https://${HOST}\n`],
    ['another protocol', stale.replace('https', 'ftp')],
    ['a line that git would not read', ` ${stale}\n`],
  ])('keeps %s, and does not even write', async (_, text) => {
    write(text);
    const before = statSync(file(), { bigint: true });
    expect((await clearStale([store()])).entries.filter(({ outcome }) => outcome === 'removed')).toEqual([]);
    expect(read()).toBe(text);
    expect(statSync(file(), { bigint: true })).toMatchObject({ ino: before.ino, mtimeNs: before.mtimeNs });
  });

  test('is written through a link, which stays', async () => {
    mkdirSync(join(folder, 'dotfiles'));
    writeFileSync(join(folder, 'dotfiles/credentials'), `${stale}\n`, { mode: 0o600 });
    symlinkSync('dotfiles/credentials', file());
    await clearStale([store()]);
    expect(lstatSync(file()).isSymbolicLink()).toBe(true);
    expect(read()).toBe('');
    expect(existsSync(join(folder, 'dotfiles/credentials.lock'))).toBe(false);
  });

  test('that git is writing is left, and said', async () => {
    write(`${stale}\n`);
    writeFileSync(`${file()}.lock`, '');
    const report = await clearStale([store()]);
    expect(report.entries).toMatchObject([{ outcome: 'left', why: { code: 'file.changed-meanwhile' } }]);
    expect(read()).toBe(`${stale}\n`);
    expect(existsSync(`${file()}.lock`)).toBe(true);
  });

  test('that is a folder, or not there, is no store', async () => {
    expect(await store().present()).toBe(false);
    mkdirSync(file());
    expect(await store().present()).toBe(false);
  });

  test('of many sessions loses them all', async () => {
    const many = Array.from({ length: 25 }, (_, n) => stale.replace(KEY, `ASIA${String(n).padStart(16, 'B')}`));
    write(`${many.join('\n')}\nhttps://ann:pw@github.com\n`);
    expect((await clearStale([store()])).entries).toHaveLength(25);
    expect(read()).toBe('https://ann:pw@github.com\n');
  });
});

describe('the stores of a home', () => {
  const credential = [`protocol=https`, `host=${HOST}`, `username=${KEY}%${TOKEN}`, `password=${PASSWORD}`];

  test('places that cannot be looked into are named, and clearing is not held up by them', async () => {
    git(['config', '--global', '--add', 'credential.helper', '!pass-git-helper']);
    git(['config', '--global', '--add', 'credential.helper', 'store --file here']);
    const named = ['pass-git-helper', 'git credential-store (--file here)'].map((store) => ({
      store,
      failure: { code: 'keychain.not-looked-into', params: { store } },
    }));
    for (const report of [await findStale(await stores()), await clearStale(await stores())]) {
      expect(report.failures.filter(({ failure }) => failure.code !== 'keychain.unavailable')).toEqual(named);
    }
  });

  test('are found where git was told to put them, and cleared', async () => {
    mkdirSync(join(folder, 'xdg/git'), { recursive: true });
    mkdirSync(join(folder, 'a b'));
    writeFileSync(join(folder, 'xdg/git/credentials'), '');
    git(['config', '--global', '--add', 'credential.helper', `store --file '${folder}/a b/one'`]);
    git(['config', '--global', '--add', 'credential.https://x.example.helper', 'store --file=$HOME/two']);
    git(['config', '--global', '--add', 'credential.helper', '!git credential-store --file ~/three']);
    git(['config', '--global', '--add', 'credential.helper', '/usr/lib/git-core/git-credential-store --file ~/four']);
    for (const at of ['a b/one', 'two', 'three', 'four']) {
      git(['credential-store', '--file', join(folder, at), 'store'], credential);
    }
    git(['credential-store', 'store'], credential);
    writeFileSync(join(folder, '.git-credentials'), `https://${KEY}:pw@${HOST}\n`);

    const report = await clearStale(await stores());
    expect(report.failures).toEqual([]);
    expect(report.entries.map(({ store, outcome }) => `${store} ${outcome}`).sort()).toEqual(
      ['~/.git-credentials', '~/a b/one', '~/four', '~/three', '~/two', '~/xdg/git/credentials'].map(
        (at) => `git credential-store (${at}) removed`,
      ),
    );
    for (const at of ['.git-credentials', 'a b/one', 'two', 'three', 'four', 'xdg/git/credentials']) {
      expect(readFileSync(join(folder, at), 'utf8')).toBe('');
    }
  });

  test('without git are the ones by default', async () => {
    writeFileSync(join(folder, '.git-credentials'), `https://${KEY}:pw@${HOST}\n`);
    const all = await credentialStores({
      platform: 'linux',
      home: folder,
      env: home(),
      journal: journal(),
      git: { entries: () => Promise.reject(new Error('no git')) },
    });
    expect((await findStale(all)).entries).toMatchObject([{ outcome: 'found' }]);
  });

  test('of nobody who ever stored anything: nothing is found, nothing is said, nothing is made', async () => {
    git(['config', '--global', 'user.name', 'ann']);
    rmSync(join(folder, 'xdg'), { recursive: true, force: true });
    expect(await clearStale(await stores())).toEqual({ entries: [], failures: [] });
    expect(existsSync(join(folder, '.git-credentials'))).toBe(false);
    expect(existsSync(join(folder, '.cache'))).toBe(false);
  });

  test('on Windows and macOS include what the system has, and no socket on Windows', async () => {
    const of = async (platform: NodeJS.Platform) =>
      (
        await credentialStores({
          platform,
          home: folder,
          env: {},
          journal: journal(),
          git: { entries: async () => [] },
        })
      ).map(({ name }) => name);
    expect((await of('win32'))[0]).toBe('Windows Credential Manager');
    expect(await of('win32')).not.toContain('git credential-cache');
    expect((await of('darwin'))[0]).toBe('macOS keychain');
    expect(await of('darwin')).toContain('git credential-cache');
  });
});

describe('a daemon of credential-cache', () => {
  test('keeps what is for other hosts', async () => {
    const world = cacheWorld([HOST, 'github.com']);
    await world.plant([
      { host: HOST, user: `${KEY}%${TOKEN}` },
      { host: HOST, user: `${KEY.replace('W', 'V')}%${TOKEN}`, path: 'v1/repos/one' },
      { host: 'github.com', user: KEY },
    ]);
    const report = await clearStale([world.store]);
    expect(report.entries.map(({ outcome }) => outcome)).toEqual(['removed', 'removed']);
    expect(await world.left()).toEqual([KEY]);
    world.close();
  });

  test('that ends with its last entry has been cleared', async () => {
    const world = cacheWorld([HOST]);
    await world.plant([{ host: HOST, user: `${KEY}%${TOKEN}` }]);
    expect(await clearStale([world.store])).toMatchObject({ entries: [{ outcome: 'removed' }], failures: [] });
    world.close();
  });

  test('that is not there is not started', async () => {
    const store = credentialCache(join(folder, 'socket'), [HOST]);
    expect(await store.present()).toBe(false);
    expect(await store.list()).toEqual({ entries: [], hidden: null });
    expect(existsSync(join(folder, 'socket'))).toBe(false);
  });

  test('that hangs is said not to answer', async () => {
    const held: Server = createServer({ allowHalfOpen: true }, () => {});
    await new Promise<void>((resolve) => held.listen(join(folder, 'socket'), resolve));
    const store = credentialCache(join(folder, 'socket'), [HOST], 100);
    expect((await clearStale([store])).failures).toMatchObject([{ failure: { code: 'keychain.unavailable' } }]);
    held.close();
    held.unref();
  });

  test('on a path that Node would cut short is not mistaken for none', async () => {
    const deep = join(folder, 'd'.repeat(100));
    mkdirSync(deep, { mode: 0o700 });
    const socket = join(deep, 's');
    execFileSync('git', ['credential-cache', '--socket', socket, 'store'], {
      input: `protocol=https\nhost=${HOST}\nusername=${KEY}\npassword=${PASSWORD}\n`,
    });
    expect((await clearStale([credentialCache(socket, [HOST])])).failures).toMatchObject([
      { failure: { code: 'keychain.unavailable' } },
    ]);
    execFileSync('git', ['credential-cache', '--socket', socket, 'exit']);
  });
});
