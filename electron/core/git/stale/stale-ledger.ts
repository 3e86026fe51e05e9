/** The book of one store's clearing: an entry counts as removed only when the last listing no longer shows it. */
import type { Failure } from '../../base/failure.ts';
import type { StoredEntry, StoreListing } from './port.ts';
import { classify, kept, type LeftBecause, type StaleEntry, shown } from './stale-entry.ts';

export interface Closed {
  readonly entries: readonly StaleEntry[];
  readonly failures: readonly Failure[];
}

/** An entry that is there again after so many deletions is left. */
const TRIES = 3;

export class StaleLedger {
  readonly #seen = new Map<string, StoredEntry>();
  readonly #tries = new Map<string, number>();
  readonly #stuck = new Map<string, LeftBecause>();

  /** The temporary ones of a listing that are still to be tried. */
  open(entries: readonly StoredEntry[]): readonly StoredEntry[] {
    return entries.filter((entry) => classify(entry) === 'temporary' && !this.#stuck.has(keyOf(entry)));
  }

  tried(entry: StoredEntry, failed: Failure | null): void {
    const key = keyOf(entry);
    const tries = (this.#tries.get(key) ?? 0) + 1;
    this.#seen.set(key, entry);
    this.#tries.set(key, tries);
    if (failed) this.#stuck.set(key, failed);
    else if (tries === TRIES) this.#stuck.set(key, 'came-back');
  }

  giveUp(entries: readonly StoredEntry[]): void {
    for (const entry of entries) {
      this.#seen.set(keyOf(entry), entry);
      this.#stuck.set(keyOf(entry), 'came-back');
    }
  }

  closed(last: StoreListing): Closed {
    const there = new Set(last.entries.map(keyOf));
    const stale = [...this.#seen].map(([key, entry]) =>
      there.has(key) ? shown(entry, 'left', this.#stuck.get(key)) : shown(entry, 'removed'),
    );
    const failures = new Map<string, Failure>();
    for (const { why } of stale) if (typeof why === 'object') failures.set(why.code, why);
    if (last.hidden) failures.set(last.hidden.code, last.hidden);
    const others = last.entries.filter((entry) => classify(entry) !== 'temporary').map(kept);
    return { entries: [...stale, ...others], failures: [...failures.values()] };
  }

  /** Where no last listing could be had, nothing counts as removed. */
  unconfirmed(failed: Failure): Closed {
    const entries = [...this.#seen].map(([key, entry]) => shown(entry, 'left', this.#stuck.get(key) ?? failed));
    return { entries, failures: [failed] };
  }
}

const keyOf = ({ handle, host, path, user }: StoredEntry): string => JSON.stringify([handle, host, path, user]);
