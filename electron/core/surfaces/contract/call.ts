/** One call from the renderer: how what arrives is parsed, and what goes back. */
import type { Parsed, Parser } from '../../base/parse.ts';
import { object } from '../../base/parse.ts';
import type { Secret } from '../../base/secret.ts';
import { profileId } from '../../settings/profile-id.ts';

export interface Call<I, O> {
  readonly parse: Parser<I>;
  /** Only a type: what the call resolves to. */
  readonly output?: O;
}

export const call =
  <O>() =>
  <I>(parse: Parser<I>): Call<I, O> => ({ parse });

export const ofProfile = object({ profile: profileId });

/** What the renderer hands over for what the parser makes of it: a secret is text until it has been parsed. */
export type Given<T> =
  T extends Secret<infer V>
    ? V
    : T extends Uint8Array
      ? T
      : T extends object
        ? { readonly [K in keyof T]: Given<T[K]> }
        : T;

export type Input<C> = C extends Call<infer I, unknown> ? I : never;
export type Output<C> = C extends Call<infer _, infer O> ? O : never;
export type { Parsed };
