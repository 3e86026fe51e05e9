/**
 * Makes the user name and password that CodeCommit takes from git: a Signature Version 4 of the made-up method GIT over
 * repository and host, byte for byte as `aws codecommit credential-helper` makes it. AWS takes it for a quarter of an hour.
 */

import type { SessionCredentials } from '../../aws/credentials.ts';
import { Secret } from '../../base/secret.ts';
import type { EpochMs } from '../../base/time.ts';
import type { CodeCommitHost } from '../codecommit-host.ts';
import type { Digest } from './port.ts';

export const PASSWORD_LIFE_MS = 15 * 60_000;

export interface GitCredential {
  readonly username: string;
  readonly password: string;
}

/** `now` is AWS's time. The session token travels in the user name and is not signed. */
export function codecommitPassword(
  digest: Digest,
  credentials: Secret<SessionCredentials>,
  host: Pick<CodeCommitHost, 'name' | 'region'>,
  repository: string,
  now: EpochMs,
): Secret<GitCredential> {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials.reveal();
  const timestamp = new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '');
  const date = timestamp.slice(0, 8);
  const canonical = `GIT\n/v1/repos/${repository}\n\nhost:${host.name}\n\nhost\n`;
  const scope = `${date}/${host.region}/codecommit/aws4_request`;
  // The Z belongs to the password and not to what is signed.
  const toSign = `AWS4-HMAC-SHA256\n${timestamp}\n${scope}\n${digest.sha256Hex(canonical)}`;
  const steps = [date, host.region, 'codecommit', 'aws4_request'];
  const key = steps.reduce<string | Uint8Array>((k, step) => digest.hmacSha256(k, step), `AWS4${secretAccessKey}`);
  const signature = hex(digest.hmacSha256(key, toSign));
  return new Secret({
    username: sessionToken ? `${accessKeyId}%${sessionToken}` : accessKeyId,
    password: `${timestamp}Z${signature}`,
  });
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
