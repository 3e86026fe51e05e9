/** Where the doctor's facts come from. */
import { FailureError } from '../base/failure.ts';
import type { Timer } from '../base/time.ts';
import { Doctor } from '../doctor/doctor.ts';
import type { Mend } from '../doctor/mend.ts';
import type { GitChange } from '../git/config/config-plan.ts';
import type { GitSetup } from '../git/config/setup.ts';
import type { GitAnswers } from '../git/credential/answer.ts';
import type { StaleWatch } from '../git/stale/stale-watch.ts';
import type { Delivery } from '../session/delivery.ts';
import type { Session } from '../session/state.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import { Examination } from './examination.ts';
import { eachOnce, illOf } from './ill-profiles.ts';
import type { Keyring } from './keyring.ts';
import type { AppView } from './view.ts';

export interface DoctorParts {
  readonly git: Pick<GitSetup, 'refresh' | 'plan' | 'apply'>;
  readonly stale: Pick<StaleWatch, 'find' | 'clear'>;
  readonly answers: Pick<GitAnswers, 'leftAlone'>;
  readonly delivery: Pick<Delivery, 'inTheWay'>;
  readonly keyring: Pick<Keyring, 'look'>;
  readonly timer: Timer;
  profiles(): readonly ProfileSettings[];
  sessionOf(profile: string): Session | null;
  view(): AppView;
  changed(): void;
}

export function buildDoctor(parts: DoctorParts) {
  const { git, stale, answers, delivery, keyring, timer, profiles, sessionOf, view, changed } = parts;
  const gitMend = (change: GitChange): Mend => ({
    plan: async () => (await git.plan(change)).diff,
    apply: () => git.apply(change),
  });
  const doctor = new Doctor(
    {
      git: () => git.refresh(),
      stale: () => stale.find(),
      profiles: async () => {
        const blocked = profiles().map(async (profile) => {
          const why = await delivery.inTheWay(profile, sessionOf(profile.id));
          return why ? [{ name: profile.name, failure: why }] : [];
        });
        return eachOnce([...illOf(view().profiles), ...(await Promise.all(blocked)).flat()]);
      },
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
    },
    timer,
  );
  return { doctor, examination: new Examination(doctor, changed) };
}
