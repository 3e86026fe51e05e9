/**
 * What IAM says of a user's own long-term keys, and does with them. A user who may do nothing without MFA may do none of
 * it with a key alone, and a session may ask IAM only where a code was typed for it: so all is asked with such a session.
 */
import type { Secret } from '../base/secret.ts';
import type { EpochMs } from '../base/time.ts';
import type { LongTermKey, SessionCredentials } from './credentials.ts';

export interface AccessKey {
  readonly id: string;
  readonly active: boolean;
  readonly created: EpochMs;
}

export interface KeyUse {
  readonly at: EpochMs;
  /** As AWS calls it, as in `codecommit`. */
  readonly service: string;
}

/** Who asks, and where. */
export interface Asker {
  readonly session: Secret<SessionCredentials>;
  readonly region: string;
  readonly signal: AbortSignal;
}

/** Each rejects with a FailureError and never sends anything twice. */
export interface AccessKeyCalls {
  listAccessKeys(asker: Asker): Promise<readonly AccessKey[]>;
  createAccessKey(asker: Asker): Promise<LongTermKey>;
  updateAccessKey(asker: Asker, id: string, active: boolean): Promise<void>;
  deleteAccessKey(asker: Asker, id: string): Promise<void>;
  /** Null where it was never used. */
  accessKeyLastUsed(asker: Asker, id: string): Promise<KeyUse | null>;
  /** The user names of CodeCommit's HTTPS git credentials, as NAME-at-123456789012; active ones. */
  listServiceSpecificCredentials(asker: Asker): Promise<readonly string[]>;
  /** The ids of the SSH keys that CodeCommit takes; active ones. */
  listSSHPublicKeys(asker: Asker): Promise<readonly string[]>;
}
