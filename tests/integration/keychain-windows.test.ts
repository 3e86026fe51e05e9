// The Windows Credential Manager: against programs that behave as `cmdkey` does in several languages, and, on Windows
// only, against `cmdkey` itself. Not yet run on the real system.
import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cmdkeyEntries } from '../../electron/adapters/keychain/windows/cmdkey-list.ts';
import { credentialManager } from '../../electron/adapters/keychain/windows/credential-manager.ts';
import { clearStale, findStale } from '../../electron/core/git/stale/stale-entries.ts';
import { type ProgramWorld, windowsWorld } from '../ports/credential-store-world.ts';

const HOST = 'git-codecommit.eu-west-1.amazonaws.com';
const KEY = 'ASIAABCDEFGHIJKLWXYZ';
const TOKEN = 'IQoJb3JpZ2luX2VjEPlanted/Token+With/Signs==';
const STATIC = 'alice-at-123456789012';

let world: ProgramWorld;
afterEach(() => world?.close());

test.each(['en', 'de', 'fr', 'zh-TW', 'zh-TW-wide', 'zh-TW-utf8'])('cmdkey in %s is understood', async (language) => {
  world = windowsWorld(language);
  world.set({
    credentials: [
      { name: `git:https://${HOST}`, user: STATIC },
      { name: `git:https://${KEY}%${TOKEN}@${HOST}/v1/repos/one`, user: `${KEY}%${TOKEN}` },
      { name: `git:https://${encodeURIComponent(`${KEY}%${TOKEN}`)}@${HOST}`, user: `${KEY}%${TOKEN}` },
      { name: 'git:https://github.com', user: KEY },
      { name: 'MicrosoftAccount:user=ann', user: 'ann', kind: 'WindowsLive' },
      { name: `git:https://${HOST}/nobody`, user: null },
    ],
  });
  const { entries } = await findStale([world.store]);
  expect(entries.map(({ user, path, outcome }) => [user, path, outcome])).toEqual([
    [STATIC, null, 'left'],
    ['ASIA…WXYZ', 'v1/repos/one', 'found'],
    ['ASIA…WXYZ', null, 'found'],
    [expect.not.stringMatching(KEY), 'nobody', 'left'],
  ]);
});

test('what git did not store is not even read', () => {
  const output =
    '\r\n    Target: Domain:interactive=WORK\\ann\r\n    Type: Domain Password\r\n    User: WORK\\ann\r\n\r\n';
  expect(cmdkeyEntries(Buffer.from(output))).toEqual([]);
  expect(cmdkeyEntries(Buffer.from(''))).toEqual([]);
});

describe('a credential manager', () => {
  beforeEach(() => {
    world = windowsWorld('en');
  });

  test('is cleared without a token in any argument', async () => {
    await world.plant([
      { host: HOST, user: `${KEY}%${TOKEN}` },
      { host: HOST, user: `${KEY}%${TOKEN}` },
      { host: HOST, user: `${KEY}%${TOKEN}`, path: 'v1/repos/one' },
    ]);
    const report = await clearStale([world.store]);
    expect(report.entries.map(({ outcome }) => outcome)).toEqual(['removed', 'removed', 'removed']);
    expect(world.calls()).toContain(`["/delete:git:https://${HOST}"]`);
    expect(world.calls()).not.toMatch(/Planted|ASIA/);
  });

  test('that cannot be listed is told apart from an empty one', async () => {
    expect(await findStale([world.store])).toEqual({ entries: [], failures: [] });
    world.set({ status: 5 });
    const params = { store: 'Windows Credential Manager', reason: 'cmdkey 5' };
    expect((await findStale([world.store])).failures).toMatchObject([{ failure: { code: 'keychain.failed', params } }]);
  });

  test('that does not delete is not believed', async () => {
    await world.plant([{ host: HOST, user: `${KEY}%${TOKEN}` }]);
    world.set({ deaf: true });
    expect((await clearStale([world.store])).entries).toMatchObject([{ outcome: 'left', why: 'came-back' }]);
  });

  test('that hangs does not hang us', async () => {
    world.set({ hangs: true });
    const impatient = credentialManager(world.env, 500);
    expect((await findStale([impatient])).failures).toMatchObject([{ failure: { code: 'keychain.unavailable' } }]);
  });

  test('without the program is no store', async () => {
    const nowhere = credentialManager({ PATH: '/nowhere' });
    expect(await nowhere.present()).toBe(false);
    expect(await findStale([nowhere])).toEqual({ entries: [], failures: [] });
  });
});

const REAL = process.platform === 'win32';
const title = REAL ? 'the real Credential Manager' : 'the real Credential Manager (skipped: not Windows)';

describe.skipIf(!REAL)(title, () => {
  const names = [
    `git:https://${HOST}`,
    `git:https://${HOST}/v1/repos/one`,
    `git:https://${KEY}%${TOKEN}@${HOST}`,
    `git:https://${encodeURIComponent(`${KEY}%${TOKEN}`)}@${HOST}/v1/repos/one`,
  ];
  const kept = [`git:https://${STATIC}@${HOST}`, 'git:https://daypass-test.example'];
  const listed = () => execFileSync('cmdkey', ['/list']).toString('latin1');
  afterEach(() => {
    for (const name of kept) execFileSync('cmdkey', [`/delete:${name}`]);
  });

  test('loses every temporary entry and keeps all else', async () => {
    for (const name of names) execFileSync('cmdkey', [`/generic:${name}`, `/user:${KEY}%${TOKEN}`, '/pass:pw']);
    execFileSync('cmdkey', [`/generic:${kept[0]}`, `/user:${STATIC}`, '/pass:pw']);
    execFileSync('cmdkey', [`/generic:${kept[1]}`, `/user:${KEY}`, '/pass:pw']);
    const report = await clearStale([credentialManager(process.env)]);
    expect(report.failures).toEqual([]);
    expect(report.entries.filter(({ outcome }) => outcome === 'removed')).toHaveLength(names.length);
    for (const name of names) expect(listed()).not.toContain(`target=${name}\r`);
    for (const name of kept) expect(listed()).toContain(`target=${name}`);
  });
});
