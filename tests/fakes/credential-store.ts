/** A store of credentials in memory, which can be locked, refuse, hide a part of itself, or bring back what was deleted. */
import { type FailureCode, FailureError } from '../../electron/core/base/failure.ts';
import type { CredentialStore, StoredEntry, StoreListing } from '../../electron/core/git/stale/port.ts';

export class FakeCredentialStore implements CredentialStore {
  readonly name: string;
  entries: StoredEntry[] = [];
  isPresent = true;
  /** What listing fails with, from the given listing on, counted from one. */
  listFails: { readonly code: FailureCode; readonly from: number } | null = null;
  /** What removing fails with, by the entry's user. */
  readonly removeFails = new Map<string, FailureCode>();
  /** Locked: entries are listed, none can be removed, and `behind` is not seen. */
  locked = false;
  behind: StoredEntry[] = [];
  /** Whether the person unlocks it when asked. */
  personUnlocks = true;
  /** Users whose entry is there again after each removal. */
  readonly returning = new Set<string>();
  /** Shows one entry at a time, as a store does that answers with its first match only. */
  oneAtATime = false;
  listings = 0;
  asked = 0;
  readonly removed: string[] = [];

  constructor(name = 'Keyring') {
    this.name = name;
  }

  /** An entry of this store, with what a test wants different. */
  entry(different: Partial<StoredEntry> = {}): StoredEntry {
    const entry = {
      store: this.name,
      host: 'git-codecommit.eu-west-1.amazonaws.com',
      path: null,
      user: 'ASIAABCDEFGHIJKLWXYZ',
      storedAt: null,
      ...different,
    };
    return { ...entry, handle: different.handle ?? `${this.name} ${entry.host} ${entry.path} ${entry.user}` };
  }

  async present(): Promise<boolean> {
    return this.isPresent;
  }

  async list(): Promise<StoreListing> {
    this.listings++;
    if (this.listFails && this.listings >= this.listFails.from) throw this.#failure(this.listFails.code);
    const hidden = this.locked && this.behind.length > 0 ? this.#failure('keychain.locked').failure : null;
    const open = this.locked ? this.entries : [...this.entries, ...this.behind];
    return { entries: this.oneAtATime ? open.slice(0, 1) : open, hidden };
  }

  async remove(entry: StoredEntry): Promise<void> {
    const code = this.locked ? 'keychain.locked' : this.removeFails.get(entry.user ?? '');
    if (code) throw this.#failure(code);
    this.removed.push(entry.user ?? '');
    if (this.returning.has(entry.user ?? '')) return;
    const others = (all: StoredEntry[]) => all.filter(({ handle }) => handle !== entry.handle);
    this.entries = others(this.entries);
    this.behind = others(this.behind);
  }

  async unlock(): Promise<void> {
    this.asked++;
    if (!this.personUnlocks) throw this.#failure('keychain.locked');
    this.locked = false;
  }

  #failure(code: FailureCode): FailureError {
    return new FailureError(code, { store: this.name });
  }
}
