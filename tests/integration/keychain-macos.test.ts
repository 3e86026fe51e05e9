// The macOS keychain: against a program that behaves as `security` does, and, on macOS only, against `security` itself
// with a keychain made for the test. Not yet run on the real system.
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keychainItems, keychainTime } from '../../electron/adapters/keychain/macos/keychain-dump.ts';
import { macosKeychain } from '../../electron/adapters/keychain/macos/macos-keychain.ts';
import { clearStale, findStale } from '../../electron/core/git/stale/stale-entries.ts';
import { macosWorld, type ProgramWorld, piped, scratch } from '../ports/credential-store-world.ts';

const HOST = 'git-codecommit.eu-west-1.amazonaws.com';
const KEY = 'ASIAABCDEFGHIJKLWXYZ';
const TOKEN = 'IQoJb3JpZ2luX2VjEPlanted/Token+With/Signs==';
const STATIC = 'alice-at-123456789012';
const NAME = 'macOS keychain';

describe('what dump-keychain prints', () => {
  // Recorded from the printing of Apple's keychain_utilities.c.
  const dump = `keychain: "/Users/ann/Library/Keychains/login.keychain-db"
version: 512
class: "inet"
attributes:
    0x00000007 <blob>="git-codecommit.eu-west-1.amazonaws.com"
    0x00000008 <blob>=<NULL>
    "acct"<blob>="ASIA"quoted"%x=y"
    "atyp"<blob>="dflt"
    "cdat"<timedate>=0x32303236303130323033303430355A00  "20260102030405Z\\000"
    "mdat"<timedate>=0x32303236303130323033303430355A00  "20260102030405Z\\000"
    "path"<blob>=<NULL>
    "port"<uint32>=0x00000000 
    "ptcl"<uint32>="htps"
    "srvr"<blob>="git-codecommit.eu-west-1.amazonaws.com"
keychain: "/Library/Keychains/System.keychain"
version: 256
class: 0x00000010 
attributes:
    0x00000001 <blob>="a key, not a password"
keychain: "/Users/ann/Library/Keychains/login.keychain-db"
version: 512
class: "genp"
attributes:
    "acct"<blob>=0x4AC3BC7267656E5C  "J\\303\\274rgen\\134"
    "svce"<blob>="git:https://git-codecommit.eu-west-1.amazonaws.com"
`;

  test('is read item by item', () => {
    expect(keychainItems(dump)).toEqual([
      {
        kind: 'inet',
        attributes: {
          acct: 'ASIA"quoted"%x=y',
          atyp: 'dflt',
          cdat: '20260102030405Z',
          mdat: '20260102030405Z',
          port: '',
          ptcl: 'htps',
          srvr: HOST,
        },
      },
      { kind: '\0\0\0\x10', attributes: {} },
      { kind: 'genp', attributes: { acct: 'Jürgen\\', svce: `git:https://${HOST}` } },
    ]);
  });

  test('has times in UTC', () => {
    expect(keychainTime('20260102030405Z')).toBe(Date.UTC(2026, 0, 2, 3, 4, 5));
    expect(keychainTime('yesterday')).toBeNull();
    expect(keychainTime(undefined)).toBeNull();
  });
});

describe('a keychain', () => {
  let world: ProgramWorld;
  beforeEach(() => {
    world = macosWorld();
  });
  afterEach(() => world.close());
  const item = (attributes: object) => ({ class: 'inet', attributes: { ptcl: 'htps', srvr: HOST, ...attributes } });

  test('is cleared without a token in any argument', async () => {
    await world.plant([
      { host: HOST, user: `${KEY}%${TOKEN}` },
      { host: HOST, user: `${KEY}%${TOKEN}`, path: 'v1/repos/one' },
    ]);
    const report = await clearStale([world.store]);
    expect(report.entries.map(({ store, storedAt, outcome }) => [store, storedAt, outcome])).toEqual([
      ['macOS keychain (osxkeychain)', Date.UTC(2026, 0, 2, 3, 4, 5), 'removed'],
      ['macOS keychain (Git Credential Manager)', Date.UTC(2026, 0, 2, 3, 4, 5), 'removed'],
    ]);
    expect(world.calls()).toContain('["-i"]');
    expect(world.calls()).not.toMatch(/Planted|ASIA/);
  });

  test('loses the same entry from every keychain that has it, and two that differ in their token alone', async () => {
    world.set({ items: [1, 2, 2, 2].map((n) => item({ acct: `${KEY}%${n}` })) });
    const report = await clearStale([world.store]);
    expect(report.failures).toEqual([]);
    expect(await world.left()).toEqual([]);
  });

  test('loses all that the helper of git 2.55 stores of a session: with a port of its own, with a path, with neither', async () => {
    // As its CREATE_SEC_ATTRIBUTES makes them: the port stands beside the host, and the authentication is the usual one.
    const stored = { acct: `${KEY}%${TOKEN}`, atyp: 'dflt', path: null, port: '\0\0\0\0', sdmn: null };
    world.set({
      items: [
        item({ ...stored, port: '\0\0\x01\x7f' }),
        item({ ...stored, path: 'v1/repos/one' }),
        item(stored),
        item({ ...stored, acct: STATIC, port: '\0\0\x01\x7f' }),
        item({ ...stored, ptcl: 'smtp' }),
      ],
    });
    const report = await clearStale([world.store]);
    expect(report.failures).toEqual([]);
    expect(report.entries.filter(({ outcome }) => outcome === 'removed').map(({ host, path }) => [host, path])).toEqual(
      [
        [HOST, null],
        [HOST, 'v1/repos/one'],
      ],
    );
    expect(await world.left()).toEqual([STATIC, `${KEY}%${TOKEN}`]);
  });

  test('keeps a static credential that would be the first match of its host', async () => {
    world.set({ items: [item({ acct: STATIC }), item({ acct: `${KEY}%${TOKEN}` })] });
    await clearStale([world.store]);
    expect(await world.left()).toEqual([STATIC]);
  });

  test.each([
    ['signs that the program takes for its own', `${KEY}%a"b\\c'd e`],
    ['letters outside ASCII', `${KEY}%ü`],
  ])('finds its way with an account of %s', async (_, acct) => {
    world.set({ items: [item({ acct }), item({ acct: STATIC })] });
    expect((await clearStale([world.store])).failures).toEqual([]);
    expect(await world.left()).toEqual([STATIC]);
  });

  test.each([
    ['a line end and a command of its own', `${KEY}%x"\ndelete-internet-password -a ${STATIC}`],
    ['more than a line of the program', `${KEY}%${'x'.repeat(4_100)}`],
  ])('leaves an account with %s, and says so', async (_, acct) => {
    world.set({ items: [item({ acct }), item({ acct: STATIC })] });
    const report = await clearStale([world.store]);
    expect(report.failures).toMatchObject([{ failure: { code: 'keychain.failed' } }]);
    expect(await world.left()).toEqual([acct, STATIC]);
  });

  test.each([
    ['interaction not allowed', -25308, 'keychain.locked'],
    ['authorisation failed', -25293, 'keychain.denied'],
    ['cancelled by the person', -128, 'keychain.denied'],
    ['anything else', -25299, 'keychain.failed'],
  ])('%s: left, and told as such', async (_, deleteStatus, code) => {
    await world.plant([{ host: HOST, user: `${KEY}%${TOKEN}` }]);
    world.set({ deleteStatus });
    const report = await clearStale([world.store]);
    expect(report.entries).toMatchObject([{ outcome: 'left', why: { code } }]);
    expect(report.failures).toMatchObject([{ store: NAME, failure: { code, params: { store: NAME } } }]);
  });

  test('that cannot be read is told apart from an empty one', async () => {
    expect(await findStale([world.store])).toEqual({ entries: [], failures: [] });
    world.set({ dumpStatus: -25308 });
    expect((await findStale([world.store])).failures).toMatchObject([{ failure: { code: 'keychain.locked' } }]);
  });

  test('that hangs does not hang us', async () => {
    world.set({ hangs: true });
    const impatient = macosKeychain(world.env, { listMs: 500, deleteMs: 500 });
    expect((await findStale([impatient])).failures).toMatchObject([{ failure: { code: 'keychain.unavailable' } }]);
  });

  test('without the program is no store', async () => {
    const nowhere = macosKeychain({ PATH: '/nowhere' });
    expect(await nowhere.present()).toBe(false);
    expect(await findStale([nowhere])).toEqual({ entries: [], failures: [] });
  });
});

const REAL = process.platform === 'darwin';

describe.skipIf(!REAL)(REAL ? 'the real keychain' : 'the real keychain (skipped: not macOS)', () => {
  let keychain: string;
  let close: () => void;
  let before: readonly string[];
  let usual: readonly string[];
  const security = (...args: readonly string[]) =>
    execFileSync('security', args, { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' });
  const keychains = (command: string) => security(command, '-d', 'user').match(/(?<=")[^"]+(?=")/g) ?? [];

  beforeEach(() => {
    const made = scratch();
    close = made.close;
    keychain = join(made.folder, 'test.keychain-db');
    before = keychains('list-keychains');
    usual = keychains('default-keychain');
    security('create-keychain', '-p', 'pw', keychain);
    security('unlock-keychain', '-p', 'pw', keychain);
    security('list-keychains', '-d', 'user', '-s', keychain, ...before);
  });
  afterEach(() => {
    security('list-keychains', '-d', 'user', '-s', ...before);
    security('default-keychain', '-d', 'user', '-s', ...usual);
    security('delete-keychain', keychain);
    close();
  });
  const holds = (...query: readonly string[]) =>
    spawnSync('security', [...query, keychain], { stdio: 'ignore' }).status === 0;

  test('loses every temporary entry and keeps all else', async () => {
    const internet = (...args: readonly string[]) => security('add-internet-password', ...args, '-w', 'pw', keychain);
    internet('-s', HOST, '-r', 'htps', '-a', STATIC);
    for (const n of [1, 2, 3]) internet('-s', HOST, '-r', 'htps', '-a', `${KEY.slice(0, -1)}${n}%${TOKEN}`);
    internet('-s', HOST, '-r', 'htps', '-p', 'v1/repos/one', '-a', `${KEY}%${TOKEN}`);
    internet('-s', 'github.com', '-r', 'htps', '-a', KEY);
    const service = `git:https://${HOST}/v1/repos/one`;
    security('add-generic-password', '-s', service, '-a', `${KEY}%${TOKEN}`, '-w', 'pw', keychain);

    const report = await clearStale([macosKeychain(process.env)]);
    expect(report.failures).toEqual([]);
    expect(report.entries.filter(({ outcome }) => outcome === 'removed')).toHaveLength(5);
    expect(holds('find-internet-password', '-s', HOST, '-a', STATIC)).toBe(true);
    expect(holds('find-internet-password', '-s', 'github.com', '-a', KEY)).toBe(true);
    expect(holds('find-internet-password', '-s', HOST, '-a', `${KEY}%${TOKEN}`)).toBe(false);
    expect(holds('find-generic-password', '-s', service)).toBe(false);
  });

  test("loses what git's own helper stored", async () => {
    security('default-keychain', '-d', 'user', '-s', keychain);
    for (const more of [[`host=${HOST}`], [`host=${HOST}:443`], [`host=${HOST}`, 'path=v1/repos/one']]) {
      const lines = ['protocol=https', ...more, `username=${KEY}%${TOKEN}`, 'password=pw', ''];
      await piped('git', ['credential-osxkeychain', 'store'], lines.join('\n'));
    }
    expect((await clearStale([macosKeychain(process.env)])).entries).toContainEqual(
      expect.objectContaining({ user: 'ASIA…WXYZ', outcome: 'removed' }),
    );
    expect(holds('find-internet-password', '-s', HOST, '-a', `${KEY}%${TOKEN}`)).toBe(false);
  });
});
