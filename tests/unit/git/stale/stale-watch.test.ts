import { beforeEach, expect, test } from 'vitest';
import { StaleWatch } from '../../../../electron/core/git/stale/stale-watch.ts';
import { FakeClock } from '../../../fakes/clock.ts';
import { FakeCredentialStore } from '../../../fakes/credential-store.ts';

let clock: FakeClock;
let store: FakeCredentialStore;
let changes: number;
let stores: () => Promise<readonly FakeCredentialStore[]>;
let watch: StaleWatch;
beforeEach(() => {
  clock = new FakeClock();
  store = new FakeCredentialStore();
  store.entries = [store.entry({ user: 'ASIAQQQQQQQQQQQQQQQQ%t' }), store.entry({ user: 'ann-at-123456789012' })];
  changes = 0;
  stores = async () => [store];
  watch = new StaleWatch({ clock, stores: () => stores(), changed: () => changes++ });
});

test('counts the temporary ones, and forgets them once they are cleared', async () => {
  expect(watch.count).toBe(0);
  await watch.look();
  expect(watch.count).toBe(1);
  const report = await watch.clear();
  expect(report.entries.map(({ outcome }) => outcome)).toEqual(['removed', 'left']);
  expect(watch.count).toBe(0);
  expect(changes).toBe(2);
});

test('counts what could not be cleared, and says so only when the number changes', async () => {
  store.removeFails.set('ASIAQQQQQQQQQQQQQQQQ%t', 'keychain.failed');
  expect((await watch.find()).entries).toHaveLength(2);
  expect((await watch.clear()).entries).toMatchObject([{ outcome: 'left' }, { outcome: 'left' }]);
  expect([watch.count, changes]).toEqual([1, 1]);
});

test('looks again only after ten minutes', async () => {
  await watch.look();
  await watch.look();
  clock.advance(10 * 60_000 - 1);
  await watch.look();
  expect(store.listings).toBe(1);
  clock.advance(1);
  await watch.look();
  expect(store.listings).toBe(2);
  await watch.look();
  expect(store.listings).toBe(2);
});

test('looks at once after a start, however lately the computer was started', async () => {
  clock.reboot();
  await watch.look();
  expect(store.listings).toBe(1);
});

test('a look that fails is nobody’s business, and one that was asked for is', async () => {
  stores = async () => {
    throw new Error('no stores');
  };
  await watch.look();
  await expect(watch.find()).rejects.toThrow('no stores');
  expect([watch.count, changes]).toEqual([0, 0]);
});
