import type { SessionCredentials } from '../../aws/credentials.ts';
import type { Identity } from '../../aws/port.ts';
import type { Secret } from '../../base/secret.ts';
import type { EpochMs } from '../../base/time.ts';

/** What git needs of a session that serves now. */
export interface ServingSession {
  /** Tells one session from the next. */
  readonly id: number;
  readonly credentials: Secret<SessionCredentials>;
  /** In AWS's time. */
  readonly expiresAt: EpochMs;
  /** When the sign-in ends, where its keys are renewed until then. */
  readonly until: EpochMs | null;
  readonly identity: Identity;
}
