// The Windows Credential Manager: over credentials in memory, and, on Windows alone, over those of the real system.
import { afterEach, describe, expect, test } from 'vitest';
import { credentialApi } from '../../electron/adapters/keychain/windows/credential-api.ts';
import { credentialManager } from '../../electron/adapters/keychain/windows/credential-manager.ts';
import { clearStale, findStale } from '../../electron/core/git/stale/stale-entries.ts';
import { FakeCredentialApi, failing } from '../fakes/windows-credentials.ts';
import { isWine } from '../world/is-wine.ts';
import {
  missingWindowsCredentials,
  storeAsGcm,
  storeWithWincred,
  writeCredential,
} from '../world/windows-credentials.ts';

const HOST = 'git-codecommit.eu-west-1.amazonaws.com';
const KEY = 'ASIAABCDEFGHIJKLWXYZ';
const TOKEN = 'IQoJb3JpZ2luX2VjEPlanted/Token+With/Signs==';
const STATIC = 'alice-at-123456789012';
const NAME = 'Windows Credential Manager';

/** The generic ones, and others that a target of git could be kept as. */
const [GENERIC, DOMAIN_PASSWORD, DOMAIN_CERTIFICATE, GENERIC_CERTIFICATE] = [1, 2, 3, 5] as const;

const encoded = encodeURIComponent(`${KEY}%${TOKEN}`);
const path = 'v1/repos/one';

describe('the Credential Manager', () => {
  test('is read with users in the target or beside it, raw or encoded, and with the time of writing', async () => {
    const api = new FakeCredentialApi();
    const writtenAt = Date.UTC(2026, 10, 28, 1, 2, 3);
    api.put(`git:https://${HOST}`, STATIC);
    api.put(`git:https://${KEY}%${TOKEN}@${HOST}/${path}`, `${KEY}%${TOKEN}`, { writtenAt });
    api.put(`git:https://${encoded}@${HOST}`, `${KEY}%${TOKEN}`);
    api.put('git:https://github.com', KEY);
    api.put(`git:https://${HOST}/nobody`, null);
    const { entries } = await findStale([credentialManager(api)]);
    expect(entries.map(({ user, path, outcome }) => [user, path, outcome])).toEqual([
      [STATIC, null, 'left'],
      ['ASIA…WXYZ', path, 'found'],
      ['ASIA…WXYZ', null, 'found'],
      [expect.not.stringMatching(KEY), 'nobody', 'left'],
    ]);
    expect(entries[1]?.storedAt).toBe(writtenAt);
  });

  test('loses what is temporary of every type, and more than one of a host', async () => {
    const api = new FakeCredentialApi();
    for (const type of [GENERIC, DOMAIN_PASSWORD, DOMAIN_CERTIFICATE, GENERIC_CERTIFICATE]) {
      api.put(`git:https://${HOST}`, `${KEY}%${TOKEN}`, { type });
    }
    for (let n = 1; n < 4; n++) api.put(`git:https://${KEY.slice(0, -1)}${n}%${TOKEN}@${HOST}`, `${KEY}%${TOKEN}`);
    api.put(`git:https://${STATIC}@${HOST}`, STATIC);
    const report = await clearStale([credentialManager(api)]);
    expect(report.entries.filter(({ outcome }) => outcome === 'removed')).toHaveLength(7);
    expect(api.credentials.map(({ user }) => user)).toEqual([STATIC]);
  });

  test.each([300, 1_000, 32_000])('takes a target of %i signs as any other', async (length) => {
    const api = new FakeCredentialApi();
    const user = `${KEY}%${'x'.repeat(length)}`;
    api.put(`git:https://${user}@${HOST}/${path}`, user);
    expect((await clearStale([credentialManager(api)])).entries).toMatchObject([{ path, outcome: 'removed' }]);
    expect(api.credentials).toEqual([]);
  });

  test('that does not delete is not believed', async () => {
    const api = new FakeCredentialApi();
    api.deaf = true;
    api.put(`git:https://${HOST}`, `${KEY}%${TOKEN}`);
    const { entries } = await clearStale([credentialManager(api)]);
    expect(entries).toMatchObject([{ outcome: 'left', why: 'came-back' }]);
  });

  test.each([
    ['does not let us', 5, 'keychain.denied', {}],
    ['has none for who came over the network', 1312, 'keychain.unavailable', {}],
    ['fails otherwise', 87, 'keychain.failed', { reason: 'CredEnumerateW 87' }],
  ])('that %s is told apart from an empty one', async (_, error, code, more) => {
    const api = new FakeCredentialApi();
    expect(await findStale([credentialManager(api)])).toEqual({ entries: [], failures: [] });
    api.fails = failing('CredEnumerateW', error);
    const { failures } = await findStale([credentialManager(api)]);
    expect(failures).toEqual([
      { store: NAME, failure: expect.objectContaining({ code, params: { store: NAME, ...more } }) },
    ]);
  });

  test.skipIf(process.platform === 'win32')('is reached by nothing that other systems have', async () => {
    const { failures } = await findStale([credentialManager()]);
    expect(failures).toMatchObject([{ failure: { code: 'keychain.failed', params: { reason: 'koffi' } } }]);
  });
});

function isTaken(write: () => void): boolean {
  try {
    write();
    return true;
  } catch {
    return false;
  }
}

const missing = missingWindowsCredentials();

describe.skipIf(missing !== null)(`the real Credential Manager${missing ? ` (${missing})` : ''}`, () => {
  const api = missing === null ? credentialApi() : new FakeCredentialApi();
  const targets = () => api.enumerate('git:').map(({ target }) => target);
  const login = (user: string, more: object = {}) => ({ host: HOST, user, password: 'pw', ...more });
  afterEach(() => {
    for (const { target, type } of api.enumerate('git:')) api.remove(target, type);
  });

  test('shows what wincred and Git Credential Manager keep, several of one host, with the time', async () => {
    const before = Date.now();
    for (const n of [1, 2]) storeWithWincred(login(`${KEY.slice(0, -1)}${n}%${TOKEN}`));
    storeWithWincred(login(`${KEY}%${TOKEN}`, { path }));
    for (const n of [3, 4]) storeAsGcm(login(`${KEY.slice(0, -1)}${n}%${TOKEN}`));
    storeAsGcm(login(STATIC, { path }));
    const { entries } = await credentialManager().list();
    expect(entries.map(({ user, path }) => `${user} ${path}`).sort()).toEqual(
      [...[1, 2, 3, 4].map((n) => `${KEY.slice(0, -1)}${n} null`), `${KEY} ${path}`, `${STATIC} ${path}`].sort(),
    );
    // The system's clock is not the one that Node reads, to the millisecond.
    for (const { storedAt } of entries) expect(Math.abs((storedAt ?? 0) - before)).toBeLessThan(3_600_000);
    expect(targets().filter((target) => target.includes('%25')).length).toBe(1);
  });

  test('loses every temporary one, of every type that it takes, and keeps all else', async () => {
    storeWithWincred(login(`${KEY}%${TOKEN}`, { path }));
    storeAsGcm(login(`${KEY}%${TOKEN}`));
    // Windows may want a domain's own names where Wine takes any.
    const takesDomain = isTaken(() => writeCredential(`git:https://${HOST}`, `${KEY}%${TOKEN}`, 'pw', DOMAIN_PASSWORD));
    if (isWine) expect(takesDomain).toBe(true);
    const kept = [`git:https://${STATIC}@${HOST}`, 'git:https://daypass-test.example'];
    for (const target of kept) writeCredential(target, target.includes(STATIC) ? STATIC : KEY, 'pw');
    const report = await clearStale([credentialManager()]);
    expect(report.failures).toEqual([]);
    expect(report.entries.filter(({ outcome }) => outcome === 'removed')).toHaveLength(takesDomain ? 3 : 2);
    expect([...targets()].sort()).toEqual(kept.sort());
  });

  test('does not mind one that has gone', async () => {
    storeWithWincred(login(`${KEY}%${TOKEN}`));
    const store = credentialManager();
    const [entry] = (await store.list()).entries;
    if (!entry) throw new Error('not listed');
    await store.remove(entry);
    await store.remove(entry);
    expect((await store.list()).entries).toEqual([]);
  });

  test('has not a word of the password in its listing', async () => {
    storeWithWincred(login(`${KEY}%${TOKEN}`, { password: 'planted-password' }));
    expect(JSON.stringify(api.enumerate('git:'))).not.toContain('planted-password');
  });

  // 513 signs are the longest user that Windows takes; Wine takes no target of more than its registry's keys can have.
  test.skipIf(isWine)('takes targets far longer than a console shows', async () => {
    const user = `${KEY}%${'x'.repeat(400)}`;
    storeWithWincred(login(user, { path }));
    expect((await clearStale([credentialManager()])).entries).toMatchObject([{ path, outcome: 'removed' }]);
  });
});
