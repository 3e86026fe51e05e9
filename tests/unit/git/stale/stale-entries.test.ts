import { beforeEach, describe, expect, test } from 'vitest';
import { FailureError } from '../../../../electron/core/base/failure.ts';
import type { StaleReport } from '../../../../electron/core/git/stale/stale-entries.ts';
import { clearStale, findStale } from '../../../../electron/core/git/stale/stale-entries.ts';
import { FakeCredentialStore } from '../../../fakes/credential-store.ts';

const key = (n: number) => `ASIA${String(n).padStart(16, 'A')}`;
const STATIC = 'alice-at-123456789012';

let store: FakeCredentialStore;
beforeEach(() => {
  store = new FakeCredentialStore();
});

const outcomes = (report: StaleReport) => report.entries.map(({ user, outcome, why }) => [user, outcome, why]);

describe('findStale', () => {
  test('tells what would go and what stays, and deletes nothing', async () => {
    store.entries = [store.entry({ storedAt: 7 }), store.entry({ user: STATIC }), store.entry({ user: 'someone' })];
    const report = await findStale([store]);
    expect(report).toEqual({
      entries: [
        {
          store: 'Keyring',
          host: 'git-codecommit.eu-west-1.amazonaws.com',
          path: null,
          kind: 'temporary',
          user: 'ASIA…WXYZ',
          storedAt: 7,
          outcome: 'found',
        },
        expect.objectContaining({ user: STATIC, kind: 'static', outcome: 'left', why: 'static' }),
        expect.objectContaining({ user: 'some…', kind: 'unknown', outcome: 'left', why: 'unknown' }),
      ],
      failures: [],
    });
    expect(store.removed).toEqual([]);
    expect(store.asked).toBe(0);
  });

  test('says nothing of a store that is not there', async () => {
    store.entries = [store.entry()];
    store.isPresent = false;
    expect(await findStale([store])).toEqual({ entries: [], failures: [] });
    expect(store.listings).toBe(0);
  });

  test.each(['keychain.locked', 'keychain.denied', 'keychain.unavailable'] as const)(
    'one store that fails with %s is named, the others go on',
    async (code) => {
      store.listFails = { code, from: 1 };
      const other = new FakeCredentialStore('other');
      other.entries = [other.entry()];
      const report = await findStale([store, other]);
      expect(report.failures).toEqual([{ store: 'Keyring', failure: { code, params: { store: 'Keyring' } } }]);
      expect(report.entries).toMatchObject([{ store: 'other', outcome: 'found' }]);
    },
  );

  test('what is locked away is told apart from nothing, and nobody is asked', async () => {
    store.locked = true;
    store.behind = [store.entry()];
    const report = await findStale([store]);
    expect(report.failures).toMatchObject([{ failure: { code: 'keychain.locked' } }]);
    expect(store.asked).toBe(0);
  });

  test.each([
    [true, 'found', []],
    [false, 'locked', [{ failure: { code: 'keychain.locked' } }]],
  ] as const)('where a person wants it again, they are asked once: unlocked is %s', async (unlocks, what, failures) => {
    store.personUnlocks = unlocks;
    store.locked = true;
    store.behind = [store.entry()];
    const report = await findStale([store], true);
    expect(report.failures).toMatchObject(failures);
    expect(report.entries.map(({ outcome }) => outcome)).toEqual(what === 'found' ? ['found'] : []);
    expect(store.asked).toBe(1);
  });
});

describe('clearStale', () => {
  test('deletes all temporary entries and nothing else', async () => {
    store.entries = [
      ...Array.from({ length: 30 }, (_, n) => store.entry({ user: key(n) })),
      store.entry({ user: STATIC }),
      store.entry({ user: 'someone' }),
    ];
    const report = await clearStale([store]);
    expect(report.entries.filter(({ outcome }) => outcome === 'removed')).toHaveLength(30);
    expect(store.entries.map(({ user }) => user)).toEqual([STATIC, 'someone']);
    expect(store.listings).toBe(2);
    expect(outcomes(report).slice(30)).toEqual([
      [STATIC, 'left', 'static'],
      ['some…', 'left', 'unknown'],
    ]);
  });

  test('goes on until none is left where a store shows only its first', async () => {
    store.oneAtATime = true;
    store.entries = Array.from({ length: 40 }, (_, n) => store.entry({ user: key(n) }));
    const report = await clearStale([store]);
    expect(report.entries).toHaveLength(40);
    expect(store.entries).toEqual([]);
  });

  test('never touches a look-alike host, whatever its user', async () => {
    store.entries = [store.entry({ host: 'git-codecommit.us-east-1.amazonaws.com.evil.example' })];
    expect(outcomes(await clearStale([store]))).toEqual([['ASIA…WXYZ'.slice(0, 5), 'left', 'unknown']]);
    expect(store.removed).toEqual([]);
  });

  test('does not say "removed" of what is there again', async () => {
    store.entries = [store.entry({ user: key(1) }), store.entry({ user: key(2) })];
    store.returning.add(key(1));
    const report = await clearStale([store]);
    expect(outcomes(report)).toEqual([
      ['ASIA…AAA1', 'left', 'came-back'],
      ['ASIA…AAA2', 'removed', undefined],
    ]);
    expect(store.removed.filter((user) => user === key(1))).toHaveLength(3);
  });

  test('gives one up that is there a third time, but not one that went the second', async () => {
    const remove = store.remove.bind(store);
    store.entries = [store.entry({ user: key(1) })];
    store.returning.add(key(1));
    store.remove = async (entry) => {
      if (store.removed.length === 2) store.returning.clear();
      await remove(entry);
    };
    expect(outcomes(await clearStale([store]))).toEqual([['ASIA…AAA1', 'removed', undefined]]);
  });

  test.each([
    ['host', { host: 'git-codecommit.us-east-1.amazonaws.com' }],
    ['path', { path: 'v1/repos/a' }],
    ['user', { user: key(2) }],
    ['handle', { handle: 'another' }],
  ])('entries that differ in their %s alone are each told of', async (_, different) => {
    const same = { user: key(1), handle: 'same' };
    store.entries = [store.entry(same), store.entry({ ...same, ...different })];
    store.remove = async ({ host, path, user, handle }) => {
      store.entries = store.entries.filter(
        (e) => JSON.stringify([e.host, e.path, e.user, e.handle]) !== JSON.stringify([host, path, user, handle]),
      );
    };
    expect((await clearStale([store])).entries.map(({ outcome }) => outcome)).toEqual(['removed', 'removed']);
  });

  test('ends where a store always has another one', async () => {
    let n = 0;
    const endless = new FakeCredentialStore('endless');
    endless.list = async () => {
      if (n > 1_000) throw new Error('asked without end');
      return { entries: [endless.entry({ user: key(n++) })], hidden: null };
    };
    const report = await clearStale([endless]);
    expect(report.failures).toEqual([]);
    expect(n).toBe(101);
    expect(report.entries).toHaveLength(101);
    expect(report.entries.filter(({ outcome }) => outcome === 'removed')).toHaveLength(100);
    expect(report.entries.at(-1)).toMatchObject({ outcome: 'left', why: 'came-back' });
  });

  test('an entry that fails is left with its reason, the others go', async () => {
    store.entries = [store.entry({ user: key(1) }), store.entry({ user: key(2) })];
    store.removeFails.set(key(1), 'keychain.failed');
    const report = await clearStale([store]);
    const failure = { code: 'keychain.failed', params: { store: 'Keyring' } };
    expect(outcomes(report)).toEqual([
      ['ASIA…AAA1', 'left', failure],
      ['ASIA…AAA2', 'removed', undefined],
    ]);
    expect(report.failures).toEqual([{ store: 'Keyring', failure }]);
  });

  test.each(['keychain.locked', 'keychain.denied', 'keychain.unavailable'] as const)(
    'what ended in %s is not tried again with each entry',
    async (code) => {
      store.entries = [1, 2, 3].map((n) => store.entry({ user: key(n) }));
      store.removeFails.set(key(1), code);
      store.personUnlocks = false;
      const report = await clearStale([store]);
      expect(outcomes(report).map(([, outcome]) => outcome)).toEqual(['left', 'left', 'left']);
      expect(outcomes(report)).toMatchObject([1, 2, 3].map(() => [{}, 'left', { code }]));
      expect(store.removed).toEqual([]);
      expect(report.failures).toMatchObject([{ failure: { code } }]);
    },
  );

  test('different failures are all told, each once', async () => {
    store.entries = [1, 2, 3].map((n) => store.entry({ user: key(n) }));
    store.removeFails.set(key(1), 'keychain.failed');
    store.removeFails.set(key(2), 'keychain.failed');
    store.removeFails.set(key(3), 'file.failed');
    const { failures } = await clearStale([store]);
    expect(failures.map(({ failure }) => failure.code)).toEqual(['keychain.failed', 'file.failed']);
  });

  test('a store that cannot be asked whether it is there is told of', async () => {
    store.present = async () => {
      throw new Error('planted');
    };
    expect(await clearStale([store])).toEqual({
      entries: [],
      failures: [{ store: 'Keyring', failure: { code: 'internal.unexpected', params: { kind: 'Error' } } }],
    });
  });

  test('what cannot be confirmed does not count as removed', async () => {
    store.entries = [store.entry()];
    store.listFails = { code: 'keychain.unavailable', from: 2 };
    const report = await clearStale([store]);
    expect(report.entries).toMatchObject([{ outcome: 'left', why: { code: 'keychain.unavailable' } }]);
    expect(report.failures).toHaveLength(1);
  });

  test('one store that fails does not keep another from being cleared', async () => {
    store.listFails = { code: 'keychain.unavailable', from: 1 };
    const other = new FakeCredentialStore('other');
    other.entries = [other.entry()];
    expect((await clearStale([store, other])).entries).toMatchObject([{ store: 'other', outcome: 'removed' }]);
  });

  test('nothing to do: nothing is deleted, nothing is said', async () => {
    expect(await clearStale([store])).toEqual({ entries: [], failures: [] });
  });
});

describe('a locked store', () => {
  beforeEach(() => {
    store.locked = true;
  });

  test('is unlocked by the person, once, and then cleared whole', async () => {
    store.entries = [store.entry({ user: key(1) })];
    store.behind = [store.entry({ user: key(2) }), store.entry({ user: STATIC })];
    const report = await clearStale([store]);
    expect(store.asked).toBe(1);
    expect(report.failures).toEqual([]);
    expect(report.entries.map(({ outcome }) => outcome)).toEqual(['removed', 'removed', 'left']);
  });

  test('is left as it is when the person will not, who is asked only once', async () => {
    store.personUnlocks = false;
    store.entries = [store.entry({ user: key(1) }), store.entry({ user: key(2) })];
    store.behind = [store.entry({ user: key(3) })];
    const report = await clearStale([store]);
    expect([store.asked, store.listings]).toEqual([1, 2]);
    expect(report.entries).toMatchObject([
      { outcome: 'left', why: { code: 'keychain.locked' } },
      { outcome: 'left', why: { code: 'keychain.locked' } },
    ]);
    expect(report.failures).toMatchObject([{ store: 'Keyring', failure: { code: 'keychain.locked' } }]);
  });

  test.each(['listing', 'deleting'])('that nobody can unlock from here fails as it is: %s', async (what) => {
    const { name, isPresent: _, ...rest } = store;
    const sealed = {
      ...rest,
      name,
      present: async () => true,
      list: store.list.bind(store),
      remove: store.remove.bind(store),
    };
    if (what === 'listing') store.listFails = { code: 'keychain.locked', from: 1 };
    else store.entries = [store.entry()];
    const report = await clearStale([sealed]);
    expect(report.failures).toMatchObject([{ failure: { code: 'keychain.locked' } }]);
  });

  test('is unlocked also for what is hidden in it alone', async () => {
    store.behind = [store.entry()];
    expect((await clearStale([store])).entries).toMatchObject([{ outcome: 'removed' }]);
    expect(store.asked).toBe(1);
  });

  test('another failure is no reason to ask anybody', async () => {
    store.locked = false;
    store.listFails = { code: 'keychain.denied', from: 1 };
    await clearStale([store]);
    expect(store.asked).toBe(0);
  });

  test('that locks itself again meanwhile is not unlocked twice', async () => {
    store.entries = [store.entry({ user: key(1) }), store.entry({ user: key(2) })];
    const remove = store.remove.bind(store);
    store.remove = async (entry) => {
      await remove(entry);
      store.locked = true;
    };
    const report = await clearStale([store]);
    expect(report.entries.map(({ outcome }) => outcome)).toEqual(['removed', 'left']);
    expect(store.asked).toBe(1);
  });

  test('where listing itself needs it, is unlocked and listed again', async () => {
    store.entries = [store.entry()];
    const list = store.list.bind(store);
    store.list = async () => {
      if (store.locked) throw new FailureError('keychain.locked', { store: 'Keyring' });
      return list();
    };
    expect((await clearStale([store])).entries).toMatchObject([{ outcome: 'removed' }]);
    expect(store.asked).toBe(1);
  });

  test('what stays hidden is told, once, beside what was cleared', async () => {
    store.locked = false;
    store.entries = [store.entry()];
    const list = store.list.bind(store);
    const hidden = { code: 'keychain.unavailable', params: {} } as const;
    store.list = async () => ({ ...(await list()), hidden });
    const report = await clearStale([store]);
    expect(report.entries).toMatchObject([{ outcome: 'removed' }]);
    expect(report.failures).toEqual([{ store: 'Keyring', failure: hidden }]);
  });

  test('is unlocked also when only deleting needs it', async () => {
    store.entries = [store.entry()];
    const report = await clearStale([store]);
    expect(report.entries).toMatchObject([{ outcome: 'removed' }]);
    expect(store.asked).toBe(1);
  });
});
