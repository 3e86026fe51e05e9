/** What the sessions tell those who want to hear of it. */
import type { Failure } from '../base/failure.ts';
import type { EpochMs } from '../base/time.ts';
import type { ProfileSettings } from '../settings/settings.ts';

export type SessionNews =
  | { readonly is: 'session-began'; readonly profile: ProfileSettings }
  | { readonly is: 'session-ending'; readonly profile: ProfileSettings; readonly left: EpochMs }
  | { readonly is: 'session-ended'; readonly profile: ProfileSettings }
  /** Something could not be written, taken away or kept; `shown` where the profile says so itself. */
  | { readonly is: 'session-trouble'; readonly why: Failure; readonly thrown: unknown; readonly shown: boolean };
