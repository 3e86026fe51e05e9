import type { Failure } from '../base/failure.ts';
import type { ProfileView } from './view.ts';

/** The profiles in which something went wrong last. */
export const illOf = (
  profiles: readonly ProfileView[],
): readonly { readonly name: string; readonly failure: Failure }[] =>
  profiles.flatMap(({ name, failure: why }) => (why ? [{ name, failure: why }] : []));
