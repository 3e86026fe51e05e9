/** What a git asks for, where that is a repository of CodeCommit. */
import { type CodeCommitHost, codecommitHost, repositoryOf } from '../codecommit-host.ts';
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

/** CodeCommit is asked for without saying which repository: nothing can be signed, and nobody else has a password for it. */
export const isWithoutPath = ({ protocol, host, path }: CredentialRequest): boolean =>
  protocol === 'https' && host !== null && path === null && codecommitHost(host) !== null;
