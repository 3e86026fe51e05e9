/** Where the doctor's facts come from. */
import { FailureError, failure } from '../base/failure.ts';
import type { Timer } from '../base/time.ts';
import { Doctor } from '../doctor/doctor.ts';
import type { Mend } from '../doctor/mend.ts';
import type { Desktop } from '../doctor/port.ts';
import type { GitChange } from '../git/config/config-plan.ts';
import type { GitSetup } from '../git/config/setup.ts';
import type { GitAnswers } from '../git/credential/answer.ts';
import type { StaleWatch } from '../git/stale/stale-watch.ts';
import type { Delivery } from '../session/delivery.ts';
import type { Session } from '../session/state.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import type { Sources } from '../sources/sources.ts';
import { askedWith } from './asked-with.ts';
import { eachOnce, illOf } from './facts-in-view.ts';
import type { Keyring } from './keyring.ts';
import type { AppView } from './view.ts';

const MINUTE_MS = 60_000;
/** AWS takes what is up to fifteen minutes old; a password for git, and what is sent late, less. */
const HARMFUL_MINUTES = 5;

export interface DoctorParts {
  readonly git: Pick<GitSetup, 'refresh' | 'plan' | 'apply'>;
  readonly stale: Pick<StaleWatch, 'find' | 'clear'>;
  readonly answers: Pick<GitAnswers, 'leftAlone'>;
  readonly delivery: Pick<Delivery, 'inTheWay'>;
  readonly keyring: Pick<Keyring, 'look'>;
  readonly desktop: Desktop;
  readonly timer: Timer;
  readonly sources: Pick<Sources, 'longTermKey'>;
  profiles(): readonly ProfileSettings[];
  sessionOf(profile: string): Session | null;
  view(): AppView;
}

export function buildDoctor(parts: DoctorParts): Doctor {
  const { git, stale, answers, delivery, keyring, sources, desktop, timer, profiles, sessionOf, view } = parts;
  const gitMend = (change: GitChange): Mend => ({
    plan: async () => (await git.plan(change)).diff,
    apply: () => git.apply(change),
  });
  return new Doctor(
    {
      git: () => git.refresh(),
      stale: () => stale.find(),
      profiles: async () => {
        const blocked = profiles().map(async (profile) => {
          const why = await delivery.inTheWay(profile, sessionOf(profile.id));
          return why ? [{ name: profile.name, failure: why }] : [];
        });
        const ill = eachOnce([...illOf(view().profiles), ...(await Promise.all(blocked)).flat()]);
        return Promise.all(
          ill.map(async (one) => {
            const profile = profiles().find(({ name }) => name === one.name);
            return profile ? { ...one, evidence: await askedWith(profile, one.failure, sources) } : one;
          }),
        );
      },
      desktop: () => desktop.state(),
      notices: async () => {
        await keyring.look();
        const { notices, awsOffset } = view();
        const minutes = Math.round(Math.abs(awsOffset) / MINUTE_MS);
        const clock = minutes >= HARMFUL_MINUTES ? [failure('clock.off', { minutes })] : [];
        return [...notices, ...clock, ...answers.leftAlone];
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
}
