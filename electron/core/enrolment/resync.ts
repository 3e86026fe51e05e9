/** Brings an authenticator that AWS does not follow any more into step, with two codes that follow each other. */
import type { Attempts } from '../authenticator/attempts.ts';
import type { LongTermKey } from '../aws/credentials.ts';
import type { Iam, Sts } from '../aws/port.ts';
import type { AwsClock } from '../base/aws-clock.ts';
import { FailureError, failureOf } from '../base/failure.ts';
import { deviceUser } from './device-user.ts';
import { checkForm, type TwoSecrets } from './two-codes.ts';

export interface ResyncWorld {
  readonly iam: Iam;
  readonly sts: Sts;
  readonly clock: AwsClock;
  readonly attempts: Attempts;
  longTermKey(source: string): Promise<LongTermKey>;
}

/** A device, and the section whose key asks for its user. */
export interface Device {
  readonly source: string;
  readonly region: string;
  readonly serial: string;
}

/** Rejects with a FailureError; the next sign-in is with the code after these two. */
export async function resync(
  { iam, sts, clock, attempts, longTermKey }: ResyncWorld,
  { source, region, serial }: Device,
  codes: TwoSecrets,
): Promise<void> {
  checkForm(codes);
  try {
    const key = await longTermKey(source);
    const { name: user } = await deviceUser({ sts, clock }, key, region);
    await iam.resyncMfaDevice(key, region, { user, serial, codes }, new AbortController().signal);
    attempts.inStep(serial, codes, clock.now());
  } catch (thrown) {
    throw FailureError.of(failureOf(thrown), { profile: source }, thrown);
  }
}
