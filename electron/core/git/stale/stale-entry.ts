/** One stored CodeCommit password: whether it is a temporary one, and how much of it may be shown. */
import type { Failure } from '../../base/failure.ts';
import type { EpochMs } from '../../base/time.ts';
import { codecommitHost } from '../codecommit-host.ts';
import type { StoredEntry } from './port.ts';

export type EntryKind = 'temporary' | 'static' | 'unknown';

/** Why an entry was left: it is not ours to delete, it was there again after it had been deleted, or deleting it failed. */
export type LeftBecause = 'static' | 'unknown' | 'came-back' | Failure;

/** Plain data for a surface. */
export interface StaleEntry {
  readonly store: string;
  readonly host: string;
  readonly path: string | null;
  readonly kind: EntryKind;
  /** Shortened; never with a token. */
  readonly user: string | null;
  readonly storedAt: EpochMs | null;
  /** 'found' before clearing. */
  readonly outcome: 'found' | 'removed' | 'left';
  readonly why?: LeftBecause;
}

const TEMPORARY = /^(?:AKIA|ASIA)[A-Z0-9]{16}(?:%|$)/;
/** What IAM makes as an HTTPS git credential for CodeCommit: the user's name, a number after the first one, the account. */
const STATIC = /^.+-at-\d{12}$/;

export const isStaticUser = (user: string): boolean => STATIC.test(user);

/** Only what is 'temporary' is ever deleted. */
export function classify(entry: Pick<StoredEntry, 'host' | 'user'>): EntryKind {
  if (entry.user === null || codecommitHost(entry.host) === null) return 'unknown';
  if (TEMPORARY.test(entry.user)) return 'temporary';
  return isStaticUser(entry.user) ? 'static' : 'unknown';
}

/** A user name as a store holds it, without the session token after the access key id. */
export function withoutToken(user: string): string {
  const end = user.indexOf('%');
  return end < 0 ? user : user.slice(0, end);
}

export function shown(entry: StoredEntry, outcome: StaleEntry['outcome'], why?: LeftBecause): StaleEntry {
  const { store, host, path, storedAt } = entry;
  const kind = classify(entry);
  const user = entry.user === null ? null : shortened(entry.user, kind);
  return { store, host, path, kind, user, storedAt, outcome, ...(why === undefined ? {} : { why }) };
}

/** In git's own words for the parts of a credential, the same in every language. */
export function lineOfEntry({ store, host, path, user, storedAt }: StaleEntry): string {
  const stored = storedAt === null ? null : `${new Date(storedAt).toISOString().slice(0, 16)}Z`;
  const parts = Object.entries({ host, path, username: user, stored });
  return `${store}: ${parts.flatMap(([key, value]) => (value ? [`${key}=${value}`] : [])).join(' ')}`;
}

/** One that is not temporary, so not ours to delete. */
export function kept(entry: StoredEntry): StaleEntry {
  return shown(entry, 'left', classify(entry) === 'static' ? 'static' : 'unknown');
}

/** A static user name is no secret and tells its owner which one it is; of all else only as much as tells two apart. */
function shortened(user: string, kind: EntryKind): string {
  if (kind === 'static') return user;
  return kind === 'temporary' ? `${user.slice(0, 4)}…${user.slice(16, 20)}` : `${user.slice(0, 4)}…`;
}
