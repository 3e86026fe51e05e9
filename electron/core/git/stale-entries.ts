/**
 * Stored CodeCommit passwords in all stores: the temporary ones are found, and deleted until a new listing shows none;
 * static git credentials are somebody's property and stay, and so does all that is not recognised.
 */
import { type Failure, failureOf, type Result } from '../failure.ts';
import type { CredentialStore, StoredEntry, StoreListing } from '../ports.ts';
import { classify, type LeftBecause, type StaleEntry, shown } from './stale-entry.ts';

/** Plain data for a surface: nothing is said of a store that does not exist here. */
export interface StaleReport {
  readonly entries: readonly StaleEntry[];
  /** Stores that could not be looked into or cleared, or not wholly. */
  readonly failures: readonly { readonly store: string; readonly failure: Failure }[];
}

/** After clearing: each temporary entry is 'removed', as a new listing has confirmed, or 'left' with its reason. */
export type ClearReport = StaleReport;

/** Lists the CodeCommit entries of all stores. One that fails does not hold up the others. */
export async function findStale(stores: readonly CredentialStore[]): Promise<StaleReport> {
  return joined(await Promise.all(stores.map((store) => ifPresent(store, find))));
}

/** Deletes every temporary entry. Only on a person's wish: a store may ask them, once, to unlock it. */
export async function clearStale(stores: readonly CredentialStore[]): Promise<ClearReport> {
  return joined(await Promise.all(stores.map((store) => ifPresent(store, clear))));
}

const joined = (reports: readonly StaleReport[]): StaleReport => ({
  entries: reports.flatMap((report) => report.entries),
  failures: reports.flatMap((report) => report.failures),
});

async function ifPresent(
  store: CredentialStore,
  look: (store: CredentialStore) => Promise<StaleReport>,
): Promise<StaleReport> {
  try {
    return (await store.present()) ? await look(store) : { entries: [], failures: [] };
  } catch (thrown) {
    return { entries: [], failures: [{ store: store.name, failure: failureOf(thrown) }] };
  }
}

async function find(store: CredentialStore): Promise<StaleReport> {
  const { entries, hidden } = await store.list();
  return {
    entries: entries.map((entry) => (classify(entry) === 'temporary' ? shown(entry, 'found') : kept(entry))),
    failures: hidden ? [{ store: store.name, failure: hidden }] : [],
  };
}

/** A store that goes on giving new entries, or the same one again, is left alone after so many. */
const ROUNDS = 100;
const TRIES = 3;

/** After these the same answer is due for each other entry, and a person who said no is not asked again. */
const FOR_ALL = new Set<Failure['code']>(['keychain.locked', 'keychain.denied', 'keychain.unavailable']);

async function clear(store: CredentialStore): Promise<ClearReport> {
  const opened = unlockedOnce(store);
  const seen = new Map<string, StoredEntry>();
  const tries = new Map<string, number>();
  const stuck = new Map<string, LeftBecause>();
  for (let round = 1; ; round++) {
    const listing = await opened.list();
    if (!listing.ok) {
      // What was deleted cannot be confirmed, so it does not count as deleted.
      for (const key of seen.keys()) if (!stuck.has(key)) stuck.set(key, listing.failure);
      return told(store, seen, stuck, { entries: [...seen.values()], hidden: listing.failure });
    }
    const stale = listing.value.entries.filter((e) => classify(e) === 'temporary' && !stuck.has(keyOf(e)));
    if (stale.length === 0) return told(store, seen, stuck, listing.value);
    let refused: Failure | null = null;
    for (const entry of stale) {
      const key = keyOf(entry);
      const tried = (tries.get(key) ?? 0) + 1;
      seen.set(key, entry);
      tries.set(key, tried);
      const failed: Failure | null = refused ?? (await opened.remove(entry));
      if (failed) stuck.set(key, failed);
      else if (tried === TRIES || round === ROUNDS) stuck.set(key, 'came-back');
      if (failed && FOR_ALL.has(failed.code)) refused = failed;
    }
  }
}

type Listed = Result<StoreListing>;

/** The store with its failures as values, and asking at most once to be unlocked. */
function unlockedOnce(store: CredentialStore) {
  let mayAsk = true;
  const unlocked = async (failed: Failure | null): Promise<boolean> => {
    if (failed?.code !== 'keychain.locked' || !store.unlock || !mayAsk) return false;
    mayAsk = false;
    return store.unlock().then(
      () => true,
      () => false,
    );
  };
  const list = (): Promise<Listed> =>
    store.list().then(
      (value) => ({ ok: true, value }),
      (thrown) => ({ ok: false, failure: failureOf(thrown) }),
    );
  const remove = (entry: StoredEntry): Promise<Failure | null> => store.remove(entry).then(() => null, failureOf);
  return {
    async list(): Promise<Listed> {
      const listing = await list();
      return (await unlocked(listing.ok ? listing.value.hidden : listing.failure)) ? list() : listing;
    },
    async remove(entry: StoredEntry): Promise<Failure | null> {
      const failed = await remove(entry);
      return (await unlocked(failed)) ? remove(entry) : failed;
    },
  };
}

function told(
  store: CredentialStore,
  seen: ReadonlyMap<string, StoredEntry>,
  stuck: ReadonlyMap<string, LeftBecause>,
  last: StoreListing,
): ClearReport {
  const there = new Set(last.entries.map(keyOf));
  const stale = [...seen].map(([key, entry]) =>
    there.has(key) ? shown(entry, 'left', stuck.get(key)) : shown(entry, 'removed'),
  );
  const failures = new Map<string, Failure>();
  for (const { why } of stale) if (typeof why === 'object') failures.set(why.code, why);
  if (last.hidden) failures.set(last.hidden.code, last.hidden);
  return {
    entries: [...stale, ...last.entries.filter((entry) => classify(entry) !== 'temporary').map(kept)],
    failures: [...failures.values()].map((failure) => ({ store: store.name, failure })),
  };
}

const keyOf = ({ handle, host, path, user }: StoredEntry): string => JSON.stringify([handle, host, path, user]);

function kept(entry: StoredEntry): StaleEntry {
  return shown(entry, 'left', classify(entry) === 'static' ? 'static' : 'unknown');
}
