// The desktop's keyring: a real gnome-keyring filled by git's own helper, open, shut and gone; and, for what no keyring
// does on demand, a Secret Service of the test's own. All on buses of their own.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { watchTrayHost } from '../../electron/adapters/dbus/tray-host.ts';
import { secretService } from '../../electron/adapters/keychain/linux/secret-service.ts';
import { clearStale, findStale } from '../../electron/core/git/stale/stale-entries.ts';
import { ksecretd } from '../desktops/real-keyrings.ts';
import { PATIENT } from '../ports/credential-store-keyring.ts';
import { GCM, keyringMissing, PrivateKeyring, readiness } from '../world/private-keyring.ts';
import { SecretServiceOfTest, TrayOfTest } from '../world/secret-service.ts';

const trayHostPresent = async (address: string): Promise<boolean> => {
  const watch = await watchTrayHost({ address, changed: () => {} });
  watch.stop();
  return watch.present;
};

const HOST = 'git-codecommit.eu-west-1.amazonaws.com';
const TOKEN = 'IQoJb3JpZ2luX2VjEPlanted/Token+With/Signs==';
const key = (n: number) => `ASIAAAAAAAAAAAAAAA${String(n).padStart(2, '0')}`;
const failed = (code: string) => ({ store: 'Keyring', failure: { code, params: { store: 'Keyring' } } });

const missing = keyringMissing();
const titled = (name: string) => (missing === null ? name : `${name} (${missing})`);

let keyring: PrivateKeyring;
const store = () => secretService(keyring.address, PATIENT);
afterEach(() => keyring?.stop());

describe.skipIf(missing !== null)(titled('a real gnome-keyring'), () => {
  beforeEach(async () => {
    keyring = await PrivateKeyring.onBus();
    await keyring.start('pw');
  });

  test('loses every temporary entry of CodeCommit and keeps all else', async () => {
    const before = Date.now();
    await keyring.plantLibsecret({ host: HOST, user: `${key(1)}%${TOKEN}` });
    await keyring.plantLibsecret({ host: HOST, user: `${key(2)}%${TOKEN}`, path: 'v1/repos/one' });
    await keyring.plantLibsecret({ host: `${HOST}:443`, user: `${key(3)}%${TOKEN}` });
    await keyring.plantLibsecret({ host: HOST, user: key(4), path: 'v1/repos/two' });
    await keyring.plantLibsecret({ host: HOST, user: 'alice-at-123456789012' });
    await keyring.plantLibsecret({ host: 'github.com', user: key(5) });
    await keyring.plantLibsecret({ host: `${HOST}.evil.example`, user: key(6) });
    await keyring.plantGcm({ host: HOST, user: `${key(7)}%${TOKEN}`, path: 'v1/repos/one' });
    await keyring.plantGcm({ host: HOST, user: `${key(8)}%${TOKEN}` }, false);
    await keyring.plantGcm({ host: 'github.com', user: key(9) });

    const report = await clearStale([store()]);
    const after = Date.now();
    expect(report.failures).toEqual([]);
    const told = report.entries.map((one) => [one.user, one.store, one.host, one.path, one.outcome].join(' · '));
    expect(told.toSorted()).toEqual([
      `ASIA…AA01 · Keyring (git libsecret helper) · ${HOST} ·  · removed`,
      `ASIA…AA02 · Keyring (git libsecret helper) · ${HOST} · v1/repos/one · removed`,
      `ASIA…AA03 · Keyring (git libsecret helper) · ${HOST}:443 ·  · removed`,
      `ASIA…AA04 · Keyring (git libsecret helper) · ${HOST} · v1/repos/two · removed`,
      `ASIA…AA07 · Keyring (Git Credential Manager) · ${HOST} · v1/repos/one · removed`,
      `ASIA…AA08 · Keyring (Git Credential Manager) · ${HOST} ·  · removed`,
      `alice-at-123456789012 · Keyring (git libsecret helper) · ${HOST} ·  · left`,
    ]);
    // The keyring counts whole seconds.
    for (const { storedAt } of report.entries) {
      expect(storedAt).toBeGreaterThanOrEqual(before - 1_000);
      expect(storedAt).toBeLessThanOrEqual(after);
    }

    expect([...keyring.users('protocol', 'https')].sort()).toEqual([key(5), key(6), 'alice-at-123456789012']);
    expect(keyring.users(...GCM)).toEqual([key(9)]);
    expect(keyring.users('service', `git:https://${HOST}`)).toEqual([]);
    expect(await readiness(keyring.address)).toBe('unlocked');
  });

  test('shut since the start, so with its attributes hashed, is told apart from one that holds nothing', async () => {
    await keyring.plantLibsecret({ host: HOST, user: `${key(1)}%${TOKEN}` });
    await keyring.end();
    await keyring.start(null);
    expect(await readiness(keyring.address)).toBe('locked');
    expect(await findStale([store()])).toEqual({ entries: [], failures: [failed('keychain.locked')] });
    expect(await clearStale([store()])).toEqual({ entries: [], failures: [failed('keychain.locked')] });

    await keyring.end();
    await keyring.start('pw');
    expect(keyring.users('protocol', 'https')).toEqual([`${key(1)}%${TOKEN}`]);
    expect((await clearStale([store()])).entries).toMatchObject([{ outcome: 'removed' }]);
  });

  test('shut, with nothing of git in it, has nothing to say', async () => {
    await keyring.plant('something', 'application', 'another program');
    await keyring.end();
    await keyring.start(null);
    expect(await findStale([store()])).toEqual({ entries: [], failures: [] });
  });

  test('shut after it was open still shows what it holds, and keeps it while nobody unlocks it', async () => {
    await keyring.plantLibsecret({ host: HOST, user: `${key(1)}%${TOKEN}` });
    await keyring.plantLibsecret({ host: HOST, user: `${key(2)}%${TOKEN}` });
    await keyring.lock();
    expect((await findStale([store()])).entries).toMatchObject([{ outcome: 'found' }, { outcome: 'found' }]);
    const report = await clearStale([store()]);
    expect(report.entries.map(({ outcome, why }) => [outcome, why])).toEqual([
      ['left', failed('keychain.locked').failure],
      ['left', failed('keychain.locked').failure],
    ]);
    expect(report.failures).toEqual([failed('keychain.locked')]);
  });
});

test.skipIf(ksecretd.missing !== null)(
  `${ksecretd.missing === null ? '' : `(${ksecretd.missing}) `}a real ksecretd whose wallet is shut keeps all it holds until it is opened`,
  async () => {
    keyring = await ksecretd.make();
    await keyring.start('pw');
    const users = [1, 2].map((n) => `${key(n)}%${TOKEN}`);
    for (const user of users) await keyring.plantLibsecret({ host: HOST, user });
    await keyring.lock();
    const nobodyThere = secretService(keyring.address, { ...PATIENT, promptMs: 300 });
    expect((await clearStale([nobodyThere])).failures).toEqual([failed('keychain.locked')]);
    await keyring.end();
    await keyring.start('pw');
    expect(keyring.users('protocol', 'https').toSorted()).toEqual(users);
    expect((await clearStale([store()])).entries).toMatchObject([{ outcome: 'removed' }, { outcome: 'removed' }]);
  },
);

describe.skipIf(missing !== null)(titled('a Secret Service'), () => {
  let service: SecretServiceOfTest;
  const impatient = () => secretService(keyring.address, { answerMs: 300, promptMs: 300 });

  beforeEach(async () => {
    keyring = await PrivateKeyring.onBus('bare');
    service = new SecretServiceOfTest(keyring.address);
    await service.start();
    for (const n of [1, 2, 3]) {
      service.add(`${n}`, { protocol: 'https', server: HOST, user: `${key(n)}%${TOKEN}` });
    }
  });
  afterEach(() => service.stop());

  test('is never asked for a secret', async () => {
    expect((await clearStale([store()])).entries).toHaveLength(3);
    expect(service.items.size).toBe(0);
    expect([...new Set(service.called)].sort()).toEqual(['Delete', 'Get', 'GetAll']);
  });

  test('that answers each call in time and has no end of items is given up', async () => {
    for (let n = 4; n < 1_024; n++) service.add(`${n}`, { protocol: 'https', server: 'github.com', user: 'ann' });
    service.slowMs = 150;
    expect((await findStale([impatient()])).failures).toEqual([failed('keychain.unavailable')]);
  });

  test('is let ask the person, who allows it', async () => {
    service.asks = 'allows';
    expect((await clearStale([store()])).entries.map(({ outcome }) => outcome)).toEqual([
      'removed',
      'removed',
      'removed',
    ]);
  });

  test('asks the person, who dismisses it: it is not asked again', async () => {
    service.asks = 'dismisses';
    const report = await clearStale([store()]);
    expect(report.entries.map(({ outcome }) => outcome)).toEqual(['left', 'left', 'left']);
    expect(report.failures).toEqual([failed('keychain.denied')]);
    expect(service.called.filter((member) => member === 'Prompt')).toHaveLength(1);
  });

  test('that is locked is opened before anything is deleted, as it would keep the passwords', async () => {
    service.locked = true;
    service.asks = 'allows';
    expect((await clearStale([store()])).entries.map(({ outcome }) => outcome)).toEqual([
      'removed',
      'removed',
      'removed',
    ]);
    expect(service.called.filter((member) => member === 'Unlock')).toHaveLength(1);
    expect(service.deletedWhileLocked).toBe(0);
  });

  test('that is locked, and that the person leaves so, is asked once and keeps what it holds', async () => {
    service.locked = true;
    service.asks = 'dismisses';
    expect((await clearStale([store()])).failures).toEqual([failed('keychain.locked')]);
    expect(service.called.filter((member) => member === 'Prompt')).toHaveLength(1);
    expect(service.called).not.toContain('Delete');
  });

  test('asks the person, who is not there', async () => {
    service.asks = 'never answers';
    expect((await clearStale([impatient()])).failures).toEqual([failed('keychain.denied')]);
  });

  test('with a wallet that is shut and shows nothing says so, and opens it for the person', async () => {
    service.wallet = 'shut';
    expect((await findStale([store()])).failures).toEqual([failed('keychain.locked')]);
    expect(service.called).not.toContain('Unlock');
    service.asks = 'allows';
    expect((await clearStale([store()])).failures).toEqual([]);
    expect(service.called).toContain('Unlock');
  });

  test.each([
    ['org.freedesktop.DBus.Error.AccessDenied', 'keychain.denied'],
    ['org.freedesktop.Secret.Error.IsLocked', 'keychain.locked'],
  ])('that refuses with %s is told as %s', async (error, code) => {
    service.refuses.set('Delete', error);
    expect((await clearStale([store()])).failures).toEqual([failed(code)]);
  });

  test.each(['Get', 'GetAll', 'Delete'])('that hangs in %s does not hang us', async (member) => {
    service.hangs = new Set([member]);
    const report = await clearStale([impatient()]);
    expect(report.failures).toEqual([failed('keychain.unavailable')]);
    expect(service.items.size).toBe(3);
  });

  test('that hangs counts as locked, within its time', async () => {
    service.hangs = new Set(['ReadAlias']);
    expect(await readiness(keyring.address)).toBe('locked');
  });
});

describe.skipIf(missing !== null)(titled('a session bus'), () => {
  beforeEach(async () => {
    keyring = await PrivateKeyring.onBus('bare');
  });

  test('without a keyring: nothing is said of it', async () => {
    expect(await store().present()).toBe(false);
    expect(await clearStale([store()])).toEqual({ entries: [], failures: [] });
    expect(await readiness(keyring.address)).toBe('absent');
  });

  test('that is not there: likewise', async () => {
    const nowhere = `unix:path=${keyring.folder}/nowhere`;
    expect(await secretService(nowhere).present()).toBe(false);
    expect(await readiness(nowhere)).toBe('absent');
    expect(await trayHostPresent(nowhere)).toBe(false);
  });

  test.each([
    [true, true],
    [false, false],
    ['hangs', false],
  ] as const)('with a tray host that says %s: %s', async (registered, present) => {
    const tray = new TrayOfTest(keyring.address, registered);
    await tray.start();
    expect(await trayHostPresent(keyring.address)).toBe(present);
    tray.stop();
  });

  test('without a tray host', async () => {
    expect(await trayHostPresent(keyring.address)).toBe(false);
  });
});
