/** The name `git:https://[USER@]HOST[/PATH]`, under which wincred and Git Credential Manager keep a password, taken apart. */
import { codecommitHost } from '../../core/git/codecommit-host.ts';
import { withoutToken } from '../../core/git/stale/stale-entry.ts';

export interface GitTarget {
  readonly host: string;
  readonly path: string | null;
  /** Decoded, and without a session token; null where the name has no user. */
  readonly user: string | null;
}

// A raw user of wincred can hold any sign of base64, `/` included, but no `@`: the last one ends it.
const TARGET = /^git:https?:\/\/(?:(.*)@)?([^/@]+)(?:\/(.*))?$/i;

/** Null where the name is not git's or the host not CodeCommit's. */
export function gitTarget(name: string): GitTarget | null {
  const [, user, host = '', path] = TARGET.exec(name) ?? [];
  if (codecommitHost(host) === null) return null;
  return { host, path: path || null, user: user ? storedUser(user) : null };
}

const KEY_ID = /^(?:AKIA|ASIA)[A-Z0-9]{16}$/;

/** A user name that may be percent-encoded, decoded and without a session token. */
export function storedUser(raw: string): string {
  // `AKID%TOKEN` stands in some stores as it is; decoding that could eat the sign by which the token is known.
  const before = withoutToken(raw);
  return KEY_ID.test(before) ? before : withoutToken(decoded(raw));
}

/** The text as it is where its percent signs are no encoding. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
