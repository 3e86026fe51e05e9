/** Where git's helpers keep passwords. */
import type { Failure } from '../../base/failure.ts';
import type { EpochMs } from '../../base/time.ts';

/** One stored credential for a CodeCommit host. It never carries the password. */
export interface StoredEntry {
  readonly store: string;
  readonly host: string;
  readonly path: string | null;
  /** Without the session token that follows an access key id: it is dropped where it is read. */
  readonly user: string | null;
  /** Null where the store does not say. */
  readonly storedAt: EpochMs | null;
  /** The store's own handle on the entry. */
  readonly handle: string;
}

export interface StoreListing {
  /** All entries whose host is a CodeCommit host, temporary or not. */
  readonly entries: readonly StoredEntry[];
  /** Why a part of the store could not be read, as a keyring that is locked while another is open. */
  readonly hidden: Failure | null;
}

/** A place where git's helpers keep passwords. All but `present` reject with a FailureError (locked, denied …). */
export interface CredentialStore {
  /** The name that people know, as 'macOS keychain'; an entry's `store` may be more exact. */
  readonly name: string;
  /** False where this store does not exist on this system: then nothing is said of it. */
  present(): Promise<boolean>;
  list(): Promise<StoreListing>;
  /** Resolves also where the entry has gone already. */
  remove(entry: StoredEntry): Promise<void>;
  /** Asks the person to unlock what the last `list` or `remove` found locked; rejects when they will not. */
  unlock?(): Promise<void>;
}
