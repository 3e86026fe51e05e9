// One suite over the fake and every real store that this system can have; a store of another system runs against a
// program that behaves as that system's own.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clearStale, findStale } from '../../electron/core/git/stale/stale-entries.ts';
import { withoutToken } from '../../electron/core/git/stale/stale-entry.ts';
import { gnomeKeyring, keepassxc, ksecretd } from '../desktops/real-keyrings.ts';
import type { PrivateKeyring } from '../world/private-keyring.ts';
import { missingWindowsCredentials } from '../world/windows-credentials.ts';
import { keyringWorld } from './credential-store-keyring.ts';
import {
  cacheWorld,
  fakeWorld,
  fileWorld,
  macosWorld,
  PASSWORD,
  type Planted,
  realWindowsWorld,
  type StoreWorld,
  windowsWorld,
} from './credential-store-world.ts';

const HOSTS = [
  'git-codecommit.us-east-1.amazonaws.com',
  'git-codecommit-fips.us-west-2.amazonaws.com',
  'git-codecommit.cn-north-1.amazonaws.com.cn',
  'vpce-0a1b2c3d-x4.git-codecommit.eu-west-1.vpce.amazonaws.com',
] as const;
const TOKEN = 'IQoJb3JpZ2luX2VjEPlanted/Token+With/Signs==';

const stale: readonly Planted[] = [
  { host: HOSTS[0], user: `ASIAAAAAAAAAAAAAAA01%${TOKEN}` },
  { host: HOSTS[0], user: `ASIAAAAAAAAAAAAAAA02%${TOKEN}`, path: 'v1/repos/one' },
  { host: HOSTS[1], user: `ASIAAAAAAAAAAAAAAA03%41${TOKEN}`, path: 'v1/repos/two' },
  { host: HOSTS[2], user: 'AKIAAAAAAAAAAAAAAA04' },
  { host: HOSTS[3], user: `ASIAAAAAAAAAAAAAAA05%${TOKEN}` },
];
const others: readonly Planted[] = [
  { host: 'git-codecommit.sa-east-1.amazonaws.com', user: 'alice-at-123456789012' },
  { host: 'git-codecommit.ap-south-1.amazonaws.com', user: 'somebody' },
  { host: 'github.com', user: 'ASIAAAAAAAAAAAAAAA06' },
  { host: 'git-codecommit.us-east-1.amazonaws.com.evil.example', user: 'ASIAAAAAAAAAAAAAAA07' },
];

const withKeyring = [gnomeKeyring, keepassxc('KeePassXC that asks nobody', { asks: false, saves: false }), ksecretd];
const keyrings = withKeyring.map((real) => ({ ...real, open: undefined as PrivateKeyring | undefined }));
beforeAll(async () => {
  for (const real of keyrings) {
    if (real.missing !== null) continue;
    real.open = await real.make();
    await real.open.start('pw');
  }
});
afterAll(async () => {
  for (const { open } of keyrings) await open?.stop();
});

const notOnWindows = process.platform === 'win32' ? 'skipped: Windows has no such program' : null;

const worlds: readonly (readonly [name: string, make: () => StoreWorld, missing: string | null])[] = [
  ['the fake', fakeWorld, null],
  ['a file of git credential-store', fileWorld, null],
  ['a daemon of git credential-cache', () => cacheWorld([...stale, ...others].map(({ host }) => host)), notOnWindows],
  ...keyrings.map(
    (real) => [`a real ${real.name}`, () => keyringWorld(real.open as PrivateKeyring), real.missing] as const,
  ),
  ['the macOS keychain', macosWorld, notOnWindows],
  ['the Windows Credential Manager over credentials in memory', windowsWorld, null],
  ['the real Windows Credential Manager', realWindowsWorld, missingWindowsCredentials()],
];

for (const [name, make, missing] of worlds) {
  describe.skipIf(missing !== null)(missing === null ? name : `${name} (${missing})`, () => {
    let world: StoreWorld;
    beforeEach(() => {
      world = make();
    });
    afterEach(() => world.close());
    const names = async () => [...(await world.left())].map(withoutToken).sort();
    const users = (all: readonly Planted[]) => all.map(({ user }) => withoutToken(user)).sort();

    test('lists the entries of CodeCommit hosts, without password or token', async () => {
      await world.plant([...stale, ...others]);
      expect(await world.store.present()).toBe(true);
      const { entries, hidden } = await world.store.list();
      expect(hidden).toBeNull();
      const seen = entries.map(({ host, user }) => `${host} ${user}`).sort();
      const due = [...stale, ...others.slice(0, 2)].map(({ host, user }) => `${host} ${withoutToken(user)}`).sort();
      expect(seen).toEqual(world.firstOnly ? due.filter((one) => !one.endsWith('02')) : due);
      expect(new Set(entries.map(({ handle }) => handle)).size).toBe(entries.length);
      expect(JSON.stringify(entries)).not.toMatch(/Planted|planted/);
      expect(PASSWORD).toMatch(/planted/);
    });

    test('removes one entry and no other, and does not mind one that has gone', async () => {
      await world.plant([...stale, ...others]);
      const { entries } = await world.store.list();
      const third = entries.find(({ user }) => user?.endsWith('03'));
      if (!third) throw new Error('not listed');
      await world.store.remove(third);
      expect(await names()).toEqual(users([...stale.filter((_, i) => i !== 2), ...others]));
      await world.store.remove(third);
      expect((await world.store.list()).entries).toHaveLength(entries.length - 1);
    });

    test('is cleared of all temporary entries and of nothing else', async () => {
      await world.plant([...stale, ...others]);
      const before = await findStale([world.store]);
      expect(before.entries.filter(({ outcome }) => outcome === 'found').length).toBeGreaterThan(0);
      const report = await clearStale([world.store]);
      expect(report.failures).toEqual([]);
      expect(report.entries.map(({ kind, outcome }) => `${kind} ${outcome}`).sort()).toEqual([
        'static left',
        ...stale.map(() => 'temporary removed'),
        'unknown left',
      ]);
      expect(await names()).toEqual(users(others));
      expect(JSON.stringify(report)).not.toMatch(/[Pp]lanted|ASIAA/);
    });
  });
}
