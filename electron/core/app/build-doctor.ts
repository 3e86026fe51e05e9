/** Where the doctor's facts come from, what it can mend, and what it tries. */
import { learnIdentity } from '../aws/learn-identity.ts';
import type { Iam, Sts } from '../aws/port.ts';
import type { AwsClock } from '../base/aws-clock.ts';
import { FailureError } from '../base/failure.ts';
import { sharedWhileAsked } from '../base/shared-while-asked.ts';
import { Doctor } from '../doctor/doctor.ts';
import type { Mend } from '../doctor/mend.ts';
import { TryIt } from '../doctor/try-it.ts';
import type { GitChange } from '../git/config/config-plan.ts';
import type { GitSetup } from '../git/config/setup.ts';
import type { GitAnswers } from '../git/credential/answer.ts';
import { lineOfEntry } from '../git/stale/stale-entry.ts';
import type { StaleWatch } from '../git/stale/stale-watch.ts';
import type { Rotations } from '../keys/rotation/rotations.ts';
import type { Delivery } from '../session/delivery.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Uses } from '../session/uses.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import type { Sources } from '../sources/sources.ts';
import { factsOf } from '../sources/ways-in.ts';
import { askedWith } from './asked-with.ts';
import { AwsFilesDoctor } from './aws-files-doctor.ts';
import { buildSurroundings } from './build-surroundings.ts';
import { Examination } from './examination.ts';
import { illOf } from './ill-profiles.ts';
import type { Keyring } from './keyring.ts';
import { ownKeyNotes } from './own-keys-doctor.ts';
import type { Paths, Ports } from './ports.ts';
import type { AppView } from './view.ts';

export interface DoctorParts {
  readonly sts: Sts;
  readonly iam: Iam;
  readonly clock: AwsClock;
  readonly book: Pick<SettingsBook, 'profiles' | 'settings'>;
  readonly sessions: Sessions;
  readonly delivery: Delivery;
  readonly sources: Pick<Sources, 'longTermKey' | 'devices'>;
  readonly answers: Pick<GitAnswers, 'leftAlone' | 'profileFor' | 'unproven'>;
  readonly git: Pick<GitSetup, 'refresh' | 'plan' | 'apply'>;
  readonly stale: Pick<StaleWatch, 'find' | 'clear'>;
  readonly keyring: Pick<Keyring, 'look'>;
  readonly rotations: Pick<Rotations, 'own'>;
  readonly uses: Pick<Uses, 'list'>;
  view(): AppView;
  changed(): void;
}

export function buildDoctor(ports: Ports, paths: Paths, parts: DoctorParts) {
  const { files, filePlaces, timer, desktop } = ports;
  const {
    sts,
    iam,
    clock,
    book,
    sessions,
    delivery,
    sources,
    answers,
    git,
    stale,
    keyring,
    rotations,
    uses,
    view,
    changed,
  } = parts;
  const profiles = () => book.profiles;
  const ill = () => illOf(view().profiles);
  const sessionOf = (profile: string) => sessions.sessionOf(profile);
  const texts = sharedWhileAsked(async () => {
    // What Daypass itself is about to write has not been replaced by anybody.
    await Promise.all(profiles().map(({ id }) => sessions.delivered(id).catch(() => {})));
    const [credentials, config] = await Promise.all([files.read('credentials'), files.read('config')]);
    return { credentials, config };
  });
  const awsFiles = new AwsFilesDoctor({
    files,
    texts,
    places: filePlaces,
    delivery,
    now: () => clock.now(),
    profiles,
    sessionOf,
    sessions,
    ill,
  });
  const surroundings = buildSurroundings({ ports, paths, clock, texts, profiles, sessionOf });
  const gitMend = (change: GitChange): Mend => ({
    plan: async () => (await git.plan(change)).diff,
    apply: () => git.apply(change),
  });
  const doctor = new Doctor(
    {
      git: () => git.refresh(),
      stale: () => stale.find(),
      ...surroundings.probes,
      awsFiles: () => awsFiles.find(),
      profiles: () =>
        Promise.all(
          ill().map(async (one) => {
            const profile = profiles().find(({ name }) => name === one.name);
            return profile ? { ...one, evidence: await askedWith(profile, one.failure, profiles(), sources) } : one;
          }),
        ),
      ownKeys: () =>
        ownKeyNotes(
          profiles().flatMap((profile) => factsOf(profile).key ?? []),
          (source) => rotations.own(source),
          clock.now(),
        ),
      desktop: () => desktop.state(),
      notices: async () => {
        await keyring.look();
        return [...view().notices, ...answers.unproven, ...answers.leftAlone];
      },
    },
    {
      'git-set-up': gitMend('set-up'),
      'git-lines': gitMend('mend'),
      'stale-entries': {
        plan: async () => {
          const { entries } = await stale.find();
          const temporary = entries.filter(({ kind }) => kind === 'temporary');
          return temporary.map((entry) => `- ${lineOfEntry(entry)}\n`).join('');
        },
        apply: async () => {
          const [stuck] = (await stale.clear()).failures;
          if (stuck) throw FailureError.of(stuck.failure);
        },
      },
      'aws-files': awsFiles.mendFiles,
      'session-anew': awsFiles.mendSessions,
      'private-files': awsFiles.mendPlaces,
      'shell-lines': surroundings.mend,
    },
    timer,
  );
  const tryIt = new TryIt({
    identity: (caller, region) => learnIdentity({ sts, clock }, caller, region, new AbortController().signal),
    iam,
    sources,
    git: ports.git,
    profiles,
    shown: () => book.settings.shown,
    sessionOf,
    profileFor: (asked) => answers.profileFor(asked),
    uses: () => uses.list,
    gitState: () => git.refresh(),
    changed,
  });
  return { doctor, examination: new Examination(doctor, changed), tryIt };
}
