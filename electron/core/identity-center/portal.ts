/** One Identity Center as AWS's tools know it: the address at which a company's people sign in, and under which name. */

export interface Portal {
  /** The NAME of `[sso-session NAME]`; null where a profile itself says the rest. */
  readonly session: string | null;
  readonly startUrl: string;
  /** Where Identity Center is, which need not be where its people work. */
  readonly region: string;
  /** What a sign-in is to be good for. */
  readonly scopes: readonly string[];
}

/** Enough for role credentials; with it AWS gives a refresh token as well. */
export const DEFAULT_SCOPE = 'sso:account:access';

/** One address may be spelt with and without what stands at its end. */
export const sameAddress = (one: string, other: string): boolean => bare(one) === bare(other);
const bare = (address: string): string => address.replace(/[/#]+$/, '').toLowerCase();
