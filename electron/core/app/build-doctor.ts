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
import type { buildSurroundings } from './build-surroundings.ts';
import { eachOnce, illOf } from './facts-in-view.ts';
import type { Keyring } from './keyring.ts';
import type { AppView } from './view.ts';

export interface DoctorParts {
  readonly git: Pick<GitSetup, 'refresh' | 'plan' | 'apply'>;
  readonly stale: Pick<StaleWatch, 'find' | 'clear'>;
  readonly answers: Pick<GitAnswers, 'leftAlone'>;
  readonly delivery: Pick<Delivery, 'inTheWay'>;
  readonly surroundings: ReturnType<typeof buildSurroundings>;
  readonly keyring: Pick<Keyring, 'look'>;
  readonly timer: Timer;
  profiles(): readonly ProfileSettings[];
  sessionOf(profile: string): Session | null;
  view(): AppView;
}

export function buildDoctor(parts: DoctorParts): Doctor {
  const { git, stale, answers, surroundings, delivery, keyring, timer, profiles, sessionOf, view } = parts;
  const gitMend = (change: GitChange): Mend => ({
    plan: async () => (await git.plan(change)).diff,
    apply: () => git.apply(change),
  });
  return new Doctor(
    {
      git: () => git.refresh(),
      stale: () => stale.find(),
      ...surroundings.probes,
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
      'shell-lines': surroundings.mend,
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
}
