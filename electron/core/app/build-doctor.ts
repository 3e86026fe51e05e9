/** Where the doctor's facts come from. */
import { FailureError } from '../base/failure.ts';
import type { Timer } from '../base/time.ts';
import { Doctor } from '../doctor/doctor.ts';
import type { Mend } from '../doctor/mend.ts';
import type { GitChange } from '../git/config/config-plan.ts';
import type { GitSetup } from '../git/config/setup.ts';
import type { GitAnswers } from '../git/credential/answer.ts';
import type { StaleWatch } from '../git/stale/stale-watch.ts';
import type { AwsFilesDoctor } from './aws-files-doctor.ts';
import { illOf } from './facts-in-view.ts';
import type { Keyring } from './keyring.ts';
import type { AppView } from './view.ts';

export interface DoctorParts {
  readonly git: Pick<GitSetup, 'refresh' | 'plan' | 'apply'>;
  readonly stale: Pick<StaleWatch, 'find' | 'clear'>;
  readonly answers: Pick<GitAnswers, 'leftAlone'>;
  readonly awsFiles: Pick<AwsFilesDoctor, 'find' | 'mendFiles' | 'mendSessions' | 'mendPlaces'>;
  readonly keyring: Pick<Keyring, 'look'>;
  readonly timer: Timer;
  view(): AppView;
}

export function buildDoctor(parts: DoctorParts): Doctor {
  const { git, stale, answers, awsFiles, keyring, timer, view } = parts;
  const gitMend = (change: GitChange): Mend => ({
    plan: async () => (await git.plan(change)).diff,
    apply: () => git.apply(change),
  });
  return new Doctor(
    {
      git: () => git.refresh(),
      stale: () => stale.find(),
      awsFiles: () => awsFiles.find(),
      profiles: async () => illOf(view().profiles),
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
    },
    timer,
  );
}
