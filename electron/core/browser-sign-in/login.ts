/** A sign-in that goes on: what the next keys are asked for with, as it is sealed. */
import { REGION } from '../aws/names.ts';
import type { Identity } from '../aws/port.ts';
import { FailureError } from '../base/failure.ts';
import { object, text, time } from '../base/parse.ts';
import { Secret } from '../base/secret.ts';
import type { EpochMs } from '../base/time.ts';
import { refreshToken } from './read-tokens.ts';

/** AWS lets none go on for longer. */
const LASTS_MS = 12 * 3_600_000;

export interface Login {
  readonly region: string;
  readonly clientId: string;
  /** The private key that AWS has bound it to. */
  readonly key: Secret<string>;
  readonly refreshToken: Secret<string>;
  readonly identity: Identity;
  /** In AWS's time. */
  readonly begun: EpochMs;
}

export const untilOf = ({ begun }: Login): EpochMs => begun + LASTS_MS;

const record = object({
  region: text(32, REGION),
  clientId: text(256),
  key: text(4_096, /./),
  refreshToken,
  account: text(16),
  arn: text(2_048),
  begun: time,
});

export function sealable({ key, refreshToken, identity, ...rest }: Login): Secret<string> {
  return new Secret(JSON.stringify({ ...rest, ...identity, key: key.reveal(), refreshToken: refreshToken.reveal() }));
}

/** Throws FailureError kept.unreadable. */
export function parseLogin(opened: Secret<string>): Login {
  try {
    const { key, refreshToken, account, arn, ...rest } = record(JSON.parse(opened.reveal()));
    return { ...rest, key: new Secret(key), refreshToken: new Secret(refreshToken), identity: { account, arn } };
  } catch {
    // Not with its cause: the error of a parser quotes what it could not read.
    throw new FailureError('kept.unreadable');
  }
}
