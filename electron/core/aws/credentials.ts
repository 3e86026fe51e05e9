/** The credentials that AWS knows. */
import type { Secret } from '../base/secret.ts';

export interface LongTermKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: Secret<string>;
}

export interface SessionCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

export type Caller = LongTermKey | Secret<SessionCredentials>;
