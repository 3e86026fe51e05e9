/** Where the doctor's facts come from, and what it can mend. */
import type { AwsClock } from '../base/aws-clock.ts';
import { FailureError } from '../base/failure.ts';
import { sharedWhileAsked } from '../base/shared-while-asked.ts';
import { Doctor } from '../doctor/doctor.ts';
import type { Mend } from '../doctor/mend.ts';
import type { GitChange } from '../git/config/config-plan.ts';
import type { GitSetup } from '../git/config/setup.ts';
import type { GitAnswers } from '../git/credential/answer.ts';
import type { StaleWatch } from '../git/stale/stale-watch.ts';
import type { Delivery } from '../session/delivery.ts';
import type { Sessions } from '../session/sessions.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import { AwsFilesDoctor } from './aws-files-doctor.ts';
import { buildSurroundings } from './build-surroundings.ts';
import { Examination } from './examination.ts';
import { illOf } from './ill-profiles.ts';
import type { Keyring } from './keyring.ts';
import type { Paths, Ports } from './ports.ts';
import type { AppView } from './view.ts';

export interface DoctorParts {
  readonly clock: AwsClock;
  readonly sessions: Sessions;
  readonly delivery: Delivery;
  readonly git: Pick<GitSetup, 'refresh' | 'plan' | 'apply'>;
  readonly stale: Pick<StaleWatch, 'find' | 'clear'>;
  readonly answers: Pick<GitAnswers, 'leftAlone'>;
  readonly keyring: Pick<Keyring, 'look'>;
  profiles(): readonly ProfileSettings[];
  view(): AppView;
  changed(): void;
}

export function buildDoctor(ports: Ports, paths: Paths, parts: DoctorParts) {
  const { files, filePlaces, timer } = ports;
  const { clock, sessions, delivery, git, stale, answers, keyring, profiles, view, changed } = parts;
  const ill = () => illOf(view().profiles);
  const sessionOf = (profile: string) => sessions.sessionOf(profile);
  const texts = sharedWhileAsked(async () => {
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
      profiles: async () => ill(),
      notices: async () => {
        await keyring.look();
        return [...view().notices, ...answers.leftAlone];
      },
    },
    {
      'git-set-up': gitMend('set-up'),
      'git-lines': gitMend('mend'),
      'stale-entries': {
        plan: async () => {
          const { entries } = await stale.find();
          const temporary = entries.filter(({ kind }) => kind === 'temporary');
          return temporary.map(({ store, host, user }) => `- ${store}: ${host} ${user}\n`).join('');
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
  return { doctor, examination: new Examination(doctor, changed) };
}
