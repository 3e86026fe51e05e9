/** All that a surface may know: popover, tray, menu, notifications and command line draw from this alone. No secret fits in. */

import type { Identity } from '../aws/port.ts';
import type { Failure } from '../base/failure.ts';
import type { EpochMs } from '../base/time.ts';
import type { BrowserWait } from '../browser-sign-in/attempt.ts';
import type { DoctorReport } from '../doctor/report.ts';
import type { Trial } from '../doctor/trial.ts';
import type { GitState } from '../git/config/setup.ts';
import type { ServedRepository } from '../git/credential/served.ts';
import type { WentOnView } from '../git/credential/went-on.ts';
import type { Language } from '../i18n/words.ts';
import type { Use } from '../session/uses.ts';
import type { WayIn } from '../session/way-in.ts';
import type { RotationStep } from '../settings/rotation-journal.ts';
import type { Preferences, ProfileSettings } from '../settings/settings.ts';
import type { WayFacts } from '../sources/way-kind.ts';

/** As whom a sign-in waits that is for no profile yet. */
export const NEW_PROFILE = 'new-profile';

export type Phase = 'signedOut' | 'signingIn' | 'active' | 'expiring' | 'expired';

/** With what others need to know of its way in. */
export interface ProfileView extends ProfileSettings, WayFacts {
  /** What a person has to give for the next session. */
  readonly needs: WayIn['needs'];
  /** The section that holds the key it rests on, also by way of its parents; null where it rests on none. */
  readonly restsOn: string | null;
  readonly phase: Phase;
  /** A renewal is under way while the session that stands goes on. */
  readonly renewing: boolean;
  /** When a person has to sign in again, in AWS's time; null without a session. */
  readonly expiresAt: EpochMs | null;
  /** When the last session ended, in AWS's time; null where one stands, or none was. */
  readonly endedAt: EpochMs | null;
  /** What `expiresAt` says is the end of the keys alone: others follow by themselves, nobody knows for how long. */
  readonly endless: boolean;
  readonly identity: Identity | null;
  readonly failure: Failure | null;
  /** A code need not be typed: Daypass keeps the authenticator's secret. */
  readonly storedTotp: boolean;
  /** A sign-in waits for the person, in the browser; null where none does. */
  readonly browser: BrowserWait | null;
  /** In AWS's time: only then is there a code that was not spent, for a sign-in that waits or for one that is to begin; null where nothing waits. */
  readonly nextCodeAt: EpochMs | null;
}

/** A long-term key that is being replaced. Keys by their last four characters. */
export interface RotationView {
  readonly source: string;
  readonly step: RotationStep;
  readonly running: boolean;
  /** What has stopped it. */
  readonly failure: Failure | null;
  readonly oldKey: string;
  readonly newKey: string | null;
  /** When the old key is deleted, in AWS's time; null before it is inactive. */
  readonly deleteAt: EpochMs | null;
}

/** A git that waits for somebody to sign in, or for a profile to be chosen for it. */
export interface WaitingView {
  readonly id: number;
  readonly repository: string;
  readonly region: string;
  /** Null: the popover asks which profile. */
  readonly profile: string | null;
  readonly since: EpochMs;
}

/** What one sign-in lets go on, or one choice: a card is its oldest git, and names all repositories. */
export interface WaitingCard extends WaitingView {
  readonly repositories: readonly string[];
}

export interface AppView {
  /** Grows with each change; an older view never replaces a newer one. */
  readonly revision: number;
  readonly language: Language;
  readonly preferences: Preferences;
  /** What to add to the wall clock to get AWS's time, in milliseconds; 0 within the tolerance. */
  readonly awsOffset: number;
  readonly profiles: readonly ProfileView[];
  /** A sign-in that waits for the person before there is a profile; null where none does. */
  readonly newProfile: BrowserWait | null;
  /** The profile that the popover shows. */
  readonly shown: string | null;
  readonly waiting: readonly WaitingView[];
  /** Gits that have just gone on after a wait; null after a moment, and when nobody looks any more. */
  readonly wentOn: WentOnView | null;
  readonly uses: readonly Use[];
  /** What git was answered for since the start, newest first, and whether AWS has taken it; `setRepository` changes its profile. */
  readonly served: readonly ServedRepository[];
  /** 'HOST/REPOSITORY' → the profile that was chosen for it. */
  readonly repositories: Readonly<Record<string, string>>;
  /** Null until git has been asked. */
  readonly git: GitState | null;
  /** The last one, or the one that is on its way. */
  readonly trial: Trial | null;
  /** Stale keychain entries that were there at the last look. */
  readonly stale: number;
  /** False where the window has opened by itself and nobody has clicked in it: what is typed is meant for another. */
  readonly takesKeys: boolean;
  /** What the doctor has found, as far as it has come; null before it was asked. */
  readonly doctor: DoctorReport | null;
  /** Those that are under way. */
  readonly rotations: readonly RotationView[];
  /** What concerns no single profile, as settings that could not be read. */
  readonly notices: readonly Failure[];
}

/** Eight repositories of one `git submodule update` are one card, and one decision. */
export function waitingCards({ waiting }: Pick<AppView, 'waiting'>): readonly WaitingCard[] {
  const cards = new Map<string, WaitingCard>();
  for (const git of waiting) {
    const key = git.profile ?? `choice ${git.id}`;
    const card = cards.get(key) ?? { ...git, repositories: [] };
    cards.set(key, { ...card, repositories: [...card.repositories, git.repository] });
  }
  return [...cards.values()];
}

/** From the calmest to the one that wants a person most. */
const URGENCY: readonly Phase[] = ['active', 'signedOut', 'signingIn', 'expired', 'expiring'];

/** The one that wants a person most comes first. */
export function byUrgency({ profiles }: Pick<AppView, 'profiles'>): readonly ProfileView[] {
  return profiles.toSorted((a, b) => URGENCY.indexOf(b.phase) - URGENCY.indexOf(a.phase));
}

/** The profile that the tray speaks of. */
export const mostUrgent = (view: Pick<AppView, 'profiles'>): ProfileView | null => byUrgency(view)[0] ?? null;
