// Guarantees: who comes with a code is who asked for it (PKCE, RFC 7636), and no parameter of a request for one is
// missing, given twice, or of another form than AWS's client gives it.
import { createHash, randomBytes } from 'node:crypto';

/** SHA-256 in base64url without padding is 43 characters, always. */
export const challengeForm = /^[A-Za-z0-9_-]{43}$/;
export const verifierForm = /^[A-Za-z0-9\-._~]{43,128}$/;

export const answersChallenge = (verifier: string, challenge: string): boolean =>
  verifierForm.test(verifier) && createHash('sha256').update(verifier).digest('base64url') === challenge;

/** A code or a token of a length that AWS's have. */
export const newTicket = (characters: number): string =>
  randomBytes(Math.ceil(characters * 0.75)).toString('base64url');

/** The name of the first parameter that is not as it must be. */
export function wrongParameter(
  query: URLSearchParams,
  expected: Readonly<Record<string, RegExp | readonly string[]>>,
): string | undefined {
  return Object.entries(expected).find(([name, form]) => {
    const [value, ...more] = query.getAll(name);
    if (value === undefined || more.length > 0) return true;
    return form instanceof RegExp ? !form.test(value) : !form.includes(value);
  })?.[0];
}
