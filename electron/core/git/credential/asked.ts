/** What a git asks for: a repository of CodeCommit, or something in our domain that we leave or that nobody can answer. */
import { type Failure, failure } from '../../base/failure.ts';
import { type CodeCommitHost, codecommitHost, repositoryOf } from '../codecommit-host.ts';
import { reachesCodeCommit } from '../config/config-name.ts';
import { isStaticUser } from '../stale/stale-entry.ts';
import type { AskedRepository } from './choose-profile.ts';
import type { CredentialRequest } from './credential-protocol.ts';

export interface Asked extends AskedRepository {
  readonly at: CodeCommitHost;
}

/** Null unless it is a repository of CodeCommit, over TLS. */
export function askedOf({ protocol, host, path, username }: CredentialRequest): Asked | null {
  if (protocol !== 'https' || host === null || path === null) return null;
  const at = codecommitHost(host);
  const repository = repositoryOf(path);
  return at && repository ? { at, host: at.name, repository, region: at.region, username } : null;
}

/** Why nobody can answer what is asked of CodeCommit; null where somebody can, or where it is another's host. */
export function whyUnanswerable({ protocol, host, path }: CredentialRequest): Failure | null {
  if (protocol !== 'https' || host === null) return null;
  if (codecommitHost(host) === null) {
    // git asks us, and us alone, for all that our patterns cover.
    return reachesCodeCommit(`https://${host}`) ? failure('git.no-such-host', { host: printable(host) }) : null;
  }
  if (path === null) return failure('git.no-path', { host });
  return repositoryOf(path) ? null : failure('git.not-repository', { host, path: printable(path) });
}

/** A user name of IAM's HTTPS git credentials for CodeCommit, whose password its owner's own helper has. */
export function ownCredentialOf({ protocol, host, username }: CredentialRequest): Failure | null {
  if (protocol !== 'https' || host === null || codecommitHost(host) === null) return null;
  return username !== null && isStaticUser(username)
    ? failure('git.own-credential', { host, user: printable(username) })
    : null;
}

const SHOWN = 100;

/** It comes from a URL that anybody can have written, and goes to a terminal. */
function printable(text: string): string {
  const plain = text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
  return plain.length > SHOWN ? `${plain.slice(0, SHOWN)}…` : plain;
}
