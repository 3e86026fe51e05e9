/** What the command line asks: the features themselves, and the surface that shows what they cannot. */

import type { ProfileChanges } from '../../app/profile-changes.ts';
import type { Serving } from '../../app/serving.ts';
import type { SignIns } from '../../app/sign-ins.ts';
import type { AppView } from '../../app/view.ts';
import type { EpochMs } from '../../base/time.ts';
import type { Trace } from '../../base/trace.ts';
import type { Doctor } from '../../doctor/doctor.ts';
import type { TryIt } from '../../doctor/try-it.ts';
import type { GitSetup } from '../../git/config/setup.ts';
import type { GitAnswers } from '../../git/credential/answer.ts';
import type { StaleWatch } from '../../git/stale/stale-watch.ts';
import type { NewKey } from '../../keys/new-key.ts';
import type { Rotations } from '../../keys/rotation/rotations.ts';
import type { Delivery } from '../../session/delivery.ts';
import type { Sessions } from '../../session/sessions.ts';
import type { SettingsBook } from '../../settings/settings-book.ts';
import type { Sources } from '../../sources/sources.ts';

export interface CommandFeatures {
  readonly book: Pick<SettingsBook, 'named'>;
  readonly changes: Pick<ProfileChanges, 'add'>;
  readonly sources: Pick<Sources, 'offer' | 'devices'>;
  /** For one key that is handed over, beside those of others. */
  handOver(): Pick<NewKey, 'read' | 'prove' | 'take'>;
  readonly signIns: Pick<
    SignIns,
    'withCode' | 'withoutCode' | 'needsPerson' | 'renewsItself' | 'anew' | 'beginElsewhere' | 'finishElsewhere'
  >;
  readonly sessions: Pick<Sessions, 'signOut' | 'delivered' | 'cancel'>;
  readonly delivery: Pick<Delivery, 'beforeEndpoint'>;
  readonly serving: Pick<Serving, 'serve' | 'waitForSession'>;
  readonly git: Pick<GitSetup, 'plan' | 'apply' | 'refresh'>;
  readonly answers: Pick<GitAnswers, 'answerScript'>;
  readonly stale: Pick<StaleWatch, 'clear'>;
  readonly doctor: Pick<Doctor, 'examine' | 'plan' | 'mend'>;
  readonly tryIt: Pick<TryIt, 'run'>;
  readonly rotations: Pick<Rotations, 'status' | 'rotate' | 'undo' | 'deleteOld' | 'changeOther'>;
  readonly trace: Pick<Trace, 'add' | 'list'>;
  view(): AppView;
  /** AWS's time. */
  now(): EpochMs;
}

export interface CommandSurface {
  openPopover(profile: string | null): void;
  /** Where programs get this profile's credentials over HTTP, and the file with the token they need. */
  containerEndpoint(profile: string): Promise<{ readonly uri: string; readonly tokenFile: string }>;
  version(): string;
  quit(): void;
}

export type CommandApp = CommandFeatures & CommandSurface;
