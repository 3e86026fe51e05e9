import type { Failure } from '../base/failure.ts';
import type { ProfileView } from './view.ts';

type Ill = { readonly name: string; readonly failure: Failure };

/** The profiles in which something went wrong last. */
export const illOf = (profiles: readonly ProfileView[]): readonly Ill[] =>
  profiles.flatMap(({ name, failure: why }) => (why ? [{ name, failure: why }] : []));

/** What a sign-in was refused for is found again as long as it stands. */
export const eachOnce = (ill: readonly Ill[]): readonly Ill[] =>
  ill.filter(
    ({ name, failure: { code } }, at) =>
      ill.findIndex((other) => other.name === name && other.failure.code === code) === at,
  );
