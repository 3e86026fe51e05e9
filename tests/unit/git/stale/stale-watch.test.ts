import { expect, test } from 'vitest';
import type { CredentialStore, StoredEntry } from '../../../../electron/core/git/stale/port.ts';
import { StaleWatch } from '../../../../electron/core/git/stale/stale-watch.ts';

const HOST = 'git-codecommit.us-east-1.amazonaws.com';
const entry = (user: string): StoredEntry => ({
  store: 'box',
  host: HOST,
  path: null,
  user,
  storedAt: null,
  handle: user,
});

function world() {
  let now = 0;
  let entries = [entry('ASIAQQQQQQQQQQQQQQQQ%t'), entry('ann-at-123456789012')];
  const seen = { looks: 0, changes: 0 };
  const store: CredentialStore = {
    name: 'box',
    present: async () => true,
    list: async () => {
      seen.looks++;
      return { entries, hidden: null };
    },
    remove: async ({ handle }) => {
      entries = entries.filter((one) => one.handle !== handle);
    },
  };
  const watch = new StaleWatch({
    clock: { steady: () => now },
    stores: async () => [store],
    changed: () => seen.changes++,
  });
  return { watch, seen, pass: (ms: number) => (now += ms) };
}

test('counts the temporary ones, and forgets them once they are cleared', async () => {
  const { watch, seen } = world();
  await watch.look();
  expect(watch.count).toBe(1);
  await watch.clear();
  expect(watch.count).toBe(0);
  expect(seen.changes).toBe(2);
});

test('looks again only after a while', async () => {
  const { watch, seen, pass } = world();
  await watch.look();
  await watch.look();
  expect(seen.looks).toBe(1);
  pass(10 * 60_000);
  await watch.look();
  expect(seen.looks).toBe(2);
});
