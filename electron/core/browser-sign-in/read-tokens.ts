/** Reads what AWS answers to a code or a refresh token; what is not whole is refused, and nothing of it is used. */
import type { Granted, Identity } from '../aws/port.ts';
import { fromBase64 } from '../base/base64.ts';
import { decodeUtf8 } from '../base/bytes.ts';
import { FailureError } from '../base/failure.ts';
import { integer, object, optional, type Parsed, type Parser, text } from '../base/parse.ts';
import { Secret } from '../base/secret.ts';
import type { EpochMs } from '../base/time.ts';

const DAY_SECONDS = 86_400;
export const refreshToken = text(65_536, /./);

const reply = object({
  accessToken: object({
    accessKeyId: text(128, /./),
    secretAccessKey: text(256, /./),
    sessionToken: text(65_536, /./),
  }),
  expiresIn: integer(1, DAY_SECONDS),
  refreshToken,
  idToken: optional(text(65_536), ''),
});

export interface Tokens {
  readonly granted: Granted;
  readonly refreshToken: Secret<string>;
  /** '' after a refresh. */
  readonly idToken: string;
}

/** `now`: when it arrived, in AWS's time. Throws FailureError browser.odd-answer. */
export function readTokens(answer: Secret<unknown>, now: EpochMs): Tokens {
  const { accessToken, expiresIn, refreshToken, idToken } = read(reply, answer.reveal());
  return {
    granted: { credentials: new Secret(accessToken), expiresAt: Math.floor(now / 1000 + expiresIn) * 1000 },
    refreshToken: new Secret(refreshToken),
    idToken,
  };
}

const claims = object({ sub: text(2_048, /^arn:aws[a-z-]*:(iam|sts)::\d{12}:\S+$/) });

/**
 * Whose session it is. The token came from AWS itself, by TLS, so its signature says nothing more (OpenID Connect Core,
 * 3.1.3.7). Throws FailureError browser.odd-answer.
 */
export function identityIn(idToken: string): Identity {
  const [, payload = '', signature, more] = idToken.split('.');
  const bytes = signature === undefined || more !== undefined ? null : fromBase64(payload);
  const { sub: arn } = read(claims, json(bytes === null ? '' : decodeUtf8(bytes).text));
  return { account: arn.split(':')[4] ?? '', arn };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function read<P extends Parser<unknown>>(parser: P, value: unknown): Parsed<P> {
  try {
    return parser(value) as Parsed<P>;
  } catch {
    // Not with its cause: nothing that was in it is to be quoted.
    throw new FailureError('browser.odd-answer');
  }
}
