// Guarantees: a user name and password of git's are CodeCommit's only if key, token, date, region and signature hold.
import { type Accounts, type Credential, tokenProblem } from './accounts.ts';
import type { Region } from './regions.ts';
import { sameText, scopeText, sha256, signature, timeOf } from './sigv4.ts';

const toleranceMs = 15 * 60_000;

export interface GitLogin {
  /** AKID, or AKID%TOKEN: a token may hold any character, so the first `%` parts them. */
  readonly username: string;
  /** YYYYMMDDTHHMMSSZ and 64 hex digits. */
  readonly password: string;
}

export type PasswordProblem = 'malformed' | 'unknown key' | 'unknown token' | 'expired token' | 'expired' | 'signature';

export const accessKeyIdOf = ({ username }: GitLogin): string => username.split('%', 1)[0] ?? '';

/** @param path the repository's, as `/v1/repos/NAME`, without what git adds to it. */
export function checkPassword(
  login: GitLogin,
  host: string,
  path: string,
  region: Region,
  accounts: Accounts,
  now: number,
): Credential | PasswordProblem {
  const [, stamp = '', given = ''] = /^(\d{8}T\d{6}Z)([0-9a-f]{64})$/.exec(login.password) ?? [];
  const time = timeOf(stamp);
  if (time === undefined) return 'malformed';
  const credential = accounts.credential(accessKeyIdOf(login), now);
  if (!credential) return 'unknown key';
  if (Math.abs(now - time) > toleranceMs) return 'expired';

  const scope = { date: stamp.slice(0, 8), region: region.name, service: 'codecommit' };
  const canonical = `GIT\n${path}\n\nhost:${host}\n\nhost\n`;
  // The Z is in the password and not in what is signed.
  const text = ['AWS4-HMAC-SHA256', stamp.slice(0, -1), scopeText(scope), sha256(canonical)].join('\n');
  if (!sameText(signature(credential.secret, scope, text), given)) return 'signature';

  const cut = login.username.indexOf('%');
  const token = cut < 0 ? undefined : login.username.slice(cut + 1);
  return tokenProblem(credential, token, region, now) ?? credential;
}
