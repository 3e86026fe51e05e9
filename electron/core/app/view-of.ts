/** Projects the state of all features into the one view. */
import type { StoredTotp } from '../authenticator/stored-totp.ts';
import { shownKey } from '../aws/shown-key.ts';
import type { AwsClock } from '../base/aws-clock.ts';
import { FAILURES } from '../base/catalogue.ts';
import type { Failure } from '../base/failure.ts';
import type { EpochMs } from '../base/time.ts';
import type { Waits } from '../browser-sign-in/waits.ts';
import type { TryIt } from '../doctor/try-it.ts';
import type { GitSetup } from '../git/config/setup.ts';
import type { GitAnswers } from '../git/credential/answer.ts';
import { repositoryKey } from '../git/credential/choose-profile.ts';
import type { Waiting } from '../git/credential/waiting.ts';
import type { WentOn } from '../git/credential/went-on.ts';
import type { StaleWatch } from '../git/stale/stale-watch.ts';
import type { Language } from '../i18n/words.ts';
import { endOfGrace } from '../keys/rotation/next-step.ts';
import type { Rotations } from '../keys/rotation/rotations.ts';
import type { Sessions } from '../session/sessions.ts';
import { endOf, type SessionState } from '../session/state.ts';
import type { Uses } from '../session/uses.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import type { SettingsSaver } from '../settings/settings-saver.ts';
import { factsOf, keyOf, type WaysIn } from '../sources/ways-in.ts';
import type { Examination } from './examination.ts';
import type { Keyring } from './keyring.ts';
import type { Troubles } from './troubles.ts';
import {
  type AppView,
  NEW_PROFILE,
  type Phase,
  type ProfileView,
  type RotationView,
  type WaitingView,
} from './view.ts';

export interface ViewParts {
  readonly language: Language;
  readonly clock: AwsClock;
  readonly book: SettingsBook;
  readonly saver: Pick<SettingsSaver, 'trouble'>;
  readonly sessions: Sessions;
  readonly ways: Pick<WaysIn, 'of'>;
  readonly waits: Pick<Waits, 'of'>;
  readonly keyring: Pick<Keyring, 'trouble'>;
  readonly totp: Pick<StoredTotp, 'has' | 'nextCodeAt' | 'spentUntil'>;
  readonly waiting: Waiting;
  readonly wentOn: Pick<WentOn, 'view'>;
  readonly answers: GitAnswers;
  readonly uses: Uses;
  readonly git: GitSetup;
  readonly stale: StaleWatch;
  readonly examination: Pick<Examination, 'report'>;
  readonly tryIt: Pick<TryIt, 'trial'>;
  readonly rotations: Pick<Rotations, 'progress'>;
  readonly troubles: Troubles;
}

/** A clock that is off by less than this disturbs nobody. */
const NOTICEABLE_MS = 3_000;
const EXPIRING_MS = 15 * 60_000;

/** `revision` grows with each view. */
export function viewOf(parts: ViewParts, revision: number): AppView {
  const {
    language,
    clock,
    book,
    saver,
    sessions,
    ways,
    waits,
    keyring,
    totp,
    waiting,
    wentOn,
    answers,
    uses,
    git,
    stale,
    examination,
    tryIt,
    rotations,
    troubles,
  } = parts;
  const { preferences, shown, repositories } = book.settings;
  const underWay = rotationViews(book, rotations);
  return {
    revision,
    language,
    preferences,
    awsOffset: Math.abs(clock.offset()) < NOTICEABLE_MS ? 0 : clock.offset(),
    profiles: book.profiles.map((profile) => ({
      ...profileView(profile, sessions, totp, clock.now()),
      needs: ways.of(profile).needs,
      browser: waits.of(profile.id),
      restsOn: keyOf(profile, book.profiles),
    })),
    newProfile: waits.of(NEW_PROFILE),
    shown: shown ?? book.profiles[0]?.id ?? null,
    waiting: waitingViews(waiting, answers),
    wentOn: wentOn.view,
    uses: uses.list,
    served: answers.served,
    repositories,
    git: git.view,
    trial: tryIt.trial,
    stale: stale.count,
    doctor: examination.report,
    rotations: underWay,
    // Whoever has a window says otherwise.
    takesKeys: true,
    notices: [
      ...troubles.list,
      saver.trouble,
      sessions.notKept ?? keyring.trouble,
      answers.trouble,
      ...underWay.map(undecided),
    ].filter((why) => why !== null),
  };
}

const rotationViews = ({ settings }: SettingsBook, rotations: ViewParts['rotations']): readonly RotationView[] =>
  Object.entries(settings.rotations).map(([source, journal]) => ({
    source,
    step: journal.step,
    ...rotations.progress(source),
    oldKey: shownKey(journal.oldKeyId),
    newKey: journal.newKeyId && shownKey(journal.newKeyId),
    deleteAt: endOfGrace(journal),
  }));

/** What stopped a rotation and takes a person to go on: a sign-in comes anyway, and what a person has stopped they know. */
function undecided({ running, failure }: RotationView): Failure | null {
  const isKnown = failure === null || running || failure.code === 'rotation.signed-out';
  return isKnown || FAILURES[failure.code].severity === 'info' ? null : failure;
}

/** Of several gits for one repository the oldest, for the same profile. */
function waitingViews(waiting: Waiting, answers: GitAnswers): readonly WaitingView[] {
  const views = new Map<string, WaitingView>();
  for (const asked of waiting.list()) {
    const { id, repository, region, since } = asked;
    const profile = answers.profileFor(asked);
    const key = JSON.stringify([profile, repositoryKey(asked)]);
    if (!views.has(key)) views.set(key, { id, repository, region, profile, since });
  }
  return [...views.values()];
}

export function profileView(
  profile: ProfileSettings,
  sessions: Pick<Sessions, 'stateOf' | 'isEndless'>,
  totp: ViewParts['totp'],
  now: EpochMs,
): Omit<ProfileView, 'needs' | 'restsOn' | 'browser'> {
  const state = sessions.stateOf(profile.id);
  const session = state.is === 'active' ? state.session : null;
  const endless = sessions.isEndless(profile);
  const facts = factsOf(profile);
  return {
    ...profile,
    ...facts,
    phase: phaseOf(state, now, endless ? null : profile.warnBefore),
    endless: endless && session !== null,
    renewing: state.is === 'active' && state.renewal !== null,
    expiresAt: session && endOf(session),
    identity: session?.identity ?? null,
    failure: 'failure' in state ? state.failure : null,
    storedTotp: totp.has(profile.id),
    nextCodeAt: totp.nextCodeAt(profile.id) ?? (facts.serial === null ? null : totp.spentUntil(facts.serial)),
  };
}

/** `warnBefore` is null for a session whose end is not near for anybody. */
function phaseOf(state: SessionState, now: EpochMs, warnBefore: readonly number[] | null): Phase {
  if (state.is !== 'active') return state.is;
  const left = endOf(state.session) - now;
  if (left <= 0) return 'expired';
  if (warnBefore === null) return 'active';
  const lead = warnBefore.length ? Math.max(...warnBefore) * 60_000 : EXPIRING_MS;
  return left <= lead ? 'expiring' : 'active';
}
