/** All that a surface may know: popover, tray, menu, notifications and command line draw from this alone. No secret fits in. */

import type { StoredTotp } from '../authenticator/stored-totp.ts';
import type { Identity } from '../aws/port.ts';
import type { Failure } from '../base/failure.ts';
import type { EpochMs } from '../base/time.ts';
import type { FindingCode } from '../git/config/config-findings.ts';
import type { Language } from '../i18n/messages.ts';
import type { Sessions } from '../session/sessions.ts';
import type { SessionState } from '../session/state.ts';
import type { Preferences, ProfileSettings } from '../settings/settings.ts';

export type Phase = 'signedOut' | 'signingIn' | 'active' | 'expiring' | 'expired';

export interface ProfileView extends ProfileSettings {
  readonly phase: Phase;
  /** A renewal is under way while the session that stands goes on. */
  readonly renewing: boolean;
  /** In AWS's time; null without a session. */
  readonly expiresAt: EpochMs | null;
  readonly identity: Identity | null;
  readonly failure: Failure | null;
  /** A code need not be typed: Daypass keeps the authenticator's secret. */
  readonly storedTotp: boolean;
  /** In AWS's time: a sign-in waits for the next code until then; null when none waits. */
  readonly nextCodeAt: EpochMs | null;
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

/** One use of a session, kept in memory only. */
export interface UseView {
  readonly at: EpochMs;
  readonly by: 'git' | 'credential_process' | 'environment' | 'endpoint';
  readonly what: string;
  readonly profile: string | null;
  readonly outcome: 'answered' | 'refused' | 'rejected-by-aws' | 'unconfirmed';
}

/** How far git is set up to ask Daypass. */
export interface GitView {
  /** Null where there is no git. */
  readonly version: string | null;
  readonly setUp: boolean;
  /** What stands in the way, or will; each has a text in i18n under its code. */
  readonly findings: readonly GitFindingView[];
}

export interface GitFindingView {
  readonly code: FindingCode;
  /** How Daypass can mend it: by setting git up (again), or by taking the lines out; null where only a person can. */
  readonly mend: 'set-up' | 'remove' | null;
  readonly origin: string;
  readonly value: string;
}

export interface AppView {
  /** Grows with each change; an older view never replaces a newer one. */
  readonly revision: number;
  readonly language: Language;
  readonly preferences: Preferences;
  /** What to add to the wall clock to get AWS's time, in milliseconds; 0 within the tolerance. */
  readonly awsOffset: number;
  readonly profiles: readonly ProfileView[];
  /** The profile that the popover shows. */
  readonly shown: string | null;
  readonly waiting: readonly WaitingView[];
  readonly uses: readonly UseView[];
  /** 'HOST/REPOSITORY' → the profile that was chosen for it. */
  readonly repositories: Readonly<Record<string, string>>;
  /** Null until git has been asked. */
  readonly git: GitView | null;
  /** Stale keychain entries that were there at the last look. */
  readonly stale: number;
  /** What concerns no single profile, as settings that could not be read. */
  readonly notices: readonly Failure[];
}

const EXPIRING_MS = 15 * 60_000;

function phaseOf(state: SessionState, now: EpochMs, warnBefore: readonly number[]): Phase {
  if (state.is !== 'active') return state.is;
  const lead = warnBefore.length ? Math.max(...warnBefore) * 60_000 : EXPIRING_MS;
  const left = state.session.expiresAt - now;
  return left <= 0 ? 'expired' : left <= lead ? 'expiring' : 'active';
}

export function profileView(
  profile: ProfileSettings,
  sessions: Sessions,
  totp: Pick<StoredTotp, 'has' | 'nextCodeAt'>,
  now: EpochMs,
): ProfileView {
  const state = sessions.stateOf(profile.id);
  const session = state.is === 'active' ? state.session : null;
  return {
    ...profile,
    phase: phaseOf(state, now, profile.warnBefore),
    renewing: state.is === 'active' && state.renewal !== null,
    expiresAt: session?.expiresAt ?? null,
    identity: session?.identity ?? null,
    failure: 'failure' in state ? state.failure : null,
    storedTotp: totp.has(profile.id),
    nextCodeAt: totp.nextCodeAt(profile.id),
  };
}

/** From the calmest to the one that wants a person most. */
const URGENCY: readonly Phase[] = ['active', 'signedOut', 'signingIn', 'expired', 'expiring'];

/** The profile that the tray speaks of. */
export function mostUrgent(view: AppView): ProfileView | null {
  const rank = (profile: ProfileView) => URGENCY.indexOf(profile.phase);
  return view.profiles.reduce<ProfileView | null>(
    (first, profile) => (!first || rank(profile) > rank(first) ? profile : first),
    null,
  );
}
