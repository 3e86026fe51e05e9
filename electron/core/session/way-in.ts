/** How a profile comes by a session. Each way in is one file of `sources/`; nobody else knows which one it is. */
import type { Granted, Identity } from '../aws/port.ts';
import type { EpochMs } from '../base/time.ts';
import type { ProfileSettings } from '../settings/settings.ts';

export interface NewSession {
  readonly granted: Granted;
  readonly identity: Identity;
  /** When AWS ends the whole sign-in, whose keys are renewed until then, in AWS's time; null: with the keys, or unknown. */
  readonly until: EpochMs | null;
}

export interface WayIn {
  /** What a person has to give before it can be opened. */
  readonly needs: 'code' | 'browser' | 'nothing';
  /** It goes on from something that lives already, so a session of it is renewed before its end and takes nobody. */
  readonly renews: boolean;
  /** Asks AWS for a session. Rejects with a FailureError. */
  open(profile: ProfileSettings, signal: AbortSignal): Promise<NewSession>;
  /**
   * Brings what it goes on from in line with the keyring: takes up what an earlier run has kept, and keeps what could not be
   * kept. Rejects with kept.* where that cannot be now.
   */
  resume?(profile: ProfileSettings): Promise<void>;
  /** Throws away what it has kept to go on from: at sign-out, and when the profile is removed or gets another way in. */
  forget?(profile: ProfileSettings): Promise<void>;
}
