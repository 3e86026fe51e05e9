import { type Failure, failure } from '../base/failure.ts';
import type { Fact, Facts } from '../doctor/facts.ts';
import type { AppView, ProfileView } from './view.ts';

const known = <T>(value: T): Fact<T> => ({ known: true, value });
const asking = { known: false, why: failure('doctor.asking') } as const;

/** What the doctor can say at once, while all else is still being asked: a keychain may take its time, or never answer. */
export const factsInView = ({ git, profiles, notices }: AppView): Facts => ({
  git: git ? known(git) : asking,
  stale: asking,
  desktop: asking,
  profiles: known(illOf(profiles)),
  notices: known(notices),
});

/** The profiles in which something went wrong last. */
export const illOf = (profiles: readonly ProfileView[]) =>
  profiles.flatMap(({ name, failure: why }) => (why ? [{ name, failure: why }] : []));

type Ill = { readonly name: string; readonly failure: Failure };

/** What a sign-in was refused for is found again as long as it stands. */
export const eachOnce = (ill: readonly Ill[]): readonly Ill[] =>
  ill.filter(
    ({ name, failure: { code } }, at) =>
      ill.findIndex((other) => other.name === name && other.failure.code === code) === at,
  );
