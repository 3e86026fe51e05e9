/**
 * Stored CodeCommit passwords in all stores: the temporary ones are found, and deleted until a new listing shows none;
 * static git credentials are somebody's property and stay, and so does all that is not recognised.
 */
import { type Failure, FailureError, failureOf, type Result } from '../../base/failure.ts';
import type { CredentialStore, StoredEntry, StoreListing } from './port.ts';
import { classify, kept, type StaleEntry, shown } from './stale-entry.ts';
import { type Closed, StaleLedger } from './stale-ledger.ts';

/** Plain data for a surface: nothing is said of a store that does not exist here. */
export interface StaleReport {
  readonly entries: readonly StaleEntry[];
  /** Stores that could not be looked into or cleared, or not wholly. */
  readonly failures: readonly { readonly store: string; readonly failure: Failure }[];
}

/** After clearing: each temporary entry is 'removed', as a new listing has confirmed, or 'left' with its reason. */
export type ClearReport = StaleReport;

/**
 * Lists the CodeCommit entries of all stores. One that fails does not hold up the others. Only where `ask` says that a
 * person has wished for it, a store that is locked asks them, once, to unlock it.
 */
export async function findStale(stores: readonly CredentialStore[], ask = false): Promise<StaleReport> {
  return joined(await Promise.all(stores.map((store) => ifPresent(store, (one) => find(one, ask)))));
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

async function find(store: CredentialStore, ask: boolean): Promise<StaleReport> {
  const listing = await unlockedOnce(store, ask).list();
  if (!listing.ok) throw FailureError.of(listing.failure);
  const { entries, hidden } = listing.value;
  return {
    entries: entries.map((entry) => (classify(entry) === 'temporary' ? shown(entry, 'found') : kept(entry))),
    failures: hidden ? [{ store: store.name, failure: hidden }] : [],
  };
}

/** A store that goes on giving new entries is left alone after so many. */
const ROUNDS = 100;

/** After these the same answer is due for each other entry, and a person who said no is not asked again. */
const FOR_ALL = new Set<Failure['code']>(['keychain.locked', 'keychain.denied', 'keychain.unavailable']);

async function clear(store: CredentialStore): Promise<ClearReport> {
  const opened = unlockedOnce(store);
  const ledger = new StaleLedger();
  for (let round = 1; ; round++) {
    const listing = await opened.list();
    if (!listing.ok) return told(store, ledger.unconfirmed(listing.failure));
    const stale = ledger.open(listing.value.entries);
    const isEnough = round > ROUNDS;
    if (isEnough) ledger.giveUp(stale);
    if (isEnough || stale.length === 0) return told(store, ledger.closed(listing.value));
    let refused: Failure | null = null;
    for (const entry of stale) {
      const failed: Failure | null = refused ?? (await opened.remove(entry));
      ledger.tried(entry, failed);
      if (failed && FOR_ALL.has(failed.code)) refused = failed;
    }
  }
}

type Listed = Result<StoreListing>;

/** The store with its failures as values, and asking at most once to be unlocked, or never. */
function unlockedOnce(store: CredentialStore, ask = true) {
  let mayAsk = ask;
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

const told = (store: CredentialStore, { entries, failures }: Closed): ClearReport => ({
  entries,
  failures: failures.map((failure) => ({ store: store.name, failure })),
});
