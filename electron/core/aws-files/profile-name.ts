/** Which names can be given to a profile that we write, such that every tool finds it under that name. */

/** What a name is made of. */
export const PROFILE_NAME = /^[A-Za-z0-9._@+-]{1,64}$/;
/** The SDK for JavaScript reads `[profile x]` as `profile.x`, so the latter would become one with the former. */
const TAKEN_PREFIX = /^(profile|sso-session|services)\./;

/**
 * Whether a person may choose it. In front, `-` would make an option of it wherever it stands among a program's words, as
 * in `daypass exec -x` or `aws --profile -x`; what was called so earlier is still written and taken out.
 */
export const isNewProfileName = (name: string): boolean => isProfileName(name) && !name.startsWith('-');

export function isProfileName(name: string): boolean {
  if (!PROFILE_NAME.test(name) || TAKEN_PREFIX.test(name)) return false;
  // The SDK for JavaScript keeps sections in a plain object: `constructor` is there before any file is read.
  if (name in Object.prototype) return false;
  // botocore lets `DEFAULT` leak into every profile; other spellings are only ever mistaken for `default`.
  return name === 'default' || name.toLowerCase() !== 'default';
}

/** The nearest name that can be given: what it was made from shows in it. */
export function fittingName(wanted: string): string {
  const made = wanted
    .replace(/[^A-Za-z0-9._@+-]+/g, '-')
    .replace(TAKEN_PREFIX, '$1-')
    // Programs that are given it would take it for an option.
    .replace(/^-+/, '')
    .slice(0, 64);
  return isProfileName(made) ? made : `${made.slice(0, 60)}-mfa`.replace(/^-/, '');
}
