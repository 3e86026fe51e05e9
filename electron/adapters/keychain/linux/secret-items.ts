/** Reads what a Secret Service keeps for git: attributes only, never a secret, and never under a schema's name, which differs by version. */
import { codecommitHost } from '../../../core/git/codecommit-host.ts';
import type { StoredEntry } from '../../../core/git/stale/port.ts';
import { withoutToken } from '../../../core/git/stale/stale-entry.ts';
import { BusError, type SessionBus } from '../../dbus/session-bus.ts';
import { gitTarget } from '../git-target.ts';
import { COLLECTION, GNOME, ITEM, isServedBy, SECRETS, SERVICE } from './secrets-bus.ts';

export const LIBSECRET = 'Keyring (git libsecret helper)';
export const GCM = 'Keyring (Git Credential Manager)';

type Attributes = Readonly<Record<string, string>>;

export interface SecretItems {
  readonly entries: readonly StoredEntry[];
  /** Collections that are locked and hold an entry of ours, or may hold one that cannot be read before they are unlocked. */
  readonly locked: readonly string[];
  /** Whether one of them may hold more than `entries` shows. */
  readonly hidden: boolean;
}

/** Items asked for at a time: buses limit how many replies a client may await. */
const AT_ONCE = 64;

export async function readItems(bus: SessionBus): Promise<SecretItems> {
  const collections = (await bus.get(SECRETS, SERVICE, 'Collections')) as readonly string[];
  const entries: StoredEntry[] = [];
  const locked: string[] = [];
  let hidden = false;
  for (const path of collections) {
    const { Items, Locked } = await bus.getAll({ ...SECRETS, path }, COLLECTION);
    const items = (Items ?? []) as readonly string[];
    const found: StoredEntry[] = [];
    let unread = Locked === true && items.length === 0 && !(await isServedBy(bus, GNOME));
    for (let from = 0; from < items.length; from += AT_ONCE) {
      const batch = items.slice(from, from + AT_ONCE);
      const read = await Promise.all(batch.map((item) => readItem(bus, item)));
      read.forEach((item, i) => {
        const attributes = (item?.Attributes ?? {}) as Attributes;
        const entry = entryOf(batch[i] as string, attributes, item?.Modified);
        if (entry) found.push(entry);
        else if (item?.Locked === true && mayBeGits(attributes)) unread = true;
      });
    }
    entries.push(...found);
    if (Locked === true && (unread || found.length > 0)) locked.push(path);
    hidden ||= unread;
  }
  return { entries, locked, hidden };
}

/** Null for what has gone since it was listed. */
function readItem(bus: SessionBus, path: string): Promise<Readonly<Record<string, unknown>> | null> {
  return bus.getAll({ ...SECRETS, path }, ITEM).catch((thrown) => {
    if (isGone(thrown)) return null;
    throw thrown;
  });
}

const GONE = new Set([
  'org.freedesktop.Secret.Error.NoSuchObject',
  'org.freedesktop.DBus.Error.UnknownObject',
  // GNOME's way of saying it.
  'org.freedesktop.DBus.Error.UnknownMethod',
]);

/** That an item is not there any more. */
export const isGone = (thrown: unknown): boolean => thrown instanceof BusError && GONE.has(thrown.error);

function entryOf(handle: string, attributes: Attributes, modified: unknown): StoredEntry | null {
  const storedAt = Number(modified) > 0 ? Number(modified) * 1000 : null;
  const { protocol, server, port, object, user, service, account } = attributes;
  if (server && /^https?$/.test(protocol ?? '')) {
    const host = port && port !== '0' ? `${server}:${port}` : server;
    if (codecommitHost(host) === null) return null;
    return { store: LIBSECRET, host, path: object || null, user: user ? withoutToken(user) : null, storedAt, handle };
  }
  const target = gitTarget(service ?? '');
  if (!target) return null;
  const { host, path } = target;
  return { store: GCM, host, path, user: account ? withoutToken(account) : target.user, storedAt, handle };
}

/** GNOME's keyring gives hashes in place of attributes until it has been unlocked once. */
const HASHED = 'gkr:compat:hashed:';

function mayBeGits(attributes: Attributes): boolean {
  const has = (...names: string[]) => names.every((name) => `${HASHED}${name}` in attributes);
  return has('protocol', 'server') || has('service', 'account');
}
