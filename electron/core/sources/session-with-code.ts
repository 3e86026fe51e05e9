/** A session of GetSessionToken, or of AssumeRole with MFA: the code is sent last and once, when all else is known to be right. */
import type { Attempts } from '../authenticator/attempts.ts';
import type { LongTermKey } from '../aws/credentials.ts';
import { learnIdentity } from '../aws/learn-identity.ts';
import type { Identity, Sts } from '../aws/port.ts';
import type { AwsClock } from '../base/aws-clock.ts';
import { type Failure, FailureError, failure } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';
import type { NewSession } from '../session/way-in.ts';
import type { WayOf } from '../settings/way.ts';
import { roleIdentity, roleRequest } from './role-request.ts';

/** What AWS is asked with, and in which region. */
type Asked = WayOf<'key'> & { readonly region: string };

export interface CodeWorld {
  readonly sts: Sts;
  readonly clock: AwsClock;
  readonly attempts: Attempts;
  /** The long-term key of a source profile. Rejects with FailureError key.*. */
  longTermKey(source: string): Promise<LongTermKey>;
}

/**
 * `code` is asked for when the key has been found to work and AWS's time is known. `told` has the last word on what a
 * refusal is called.
 */
export async function sessionWithCode(
  world: CodeWorld,
  asked: Asked,
  code: () => Promise<Secret<string>>,
  signal: AbortSignal,
  told: (why: Failure) => Failure = (why) => why,
): Promise<NewSession> {
  try {
    return await ask(world, asked, code, signal);
  } catch (thrown) {
    if (!(thrown instanceof FailureError)) throw thrown;
    const why = told(world.attempts.explain(thrown.failure, asked.serial, world.clock.now()));
    throw FailureError.of(why, { profile: asked.source }, thrown);
  }
}

async function ask(
  { sts, clock, attempts, longTermKey }: CodeWorld,
  { source, region, serial, durationSeconds, role }: Asked,
  makeCode: () => Promise<Secret<string>>,
  signal: AbortSignal,
): Promise<NewSession> {
  const key = await longTermKey(source);
  const identity = await learnIdentity({ sts, clock }, key, region, signal);
  const stranger = otherAccount(serial, identity);
  if (stranger) throw FailureError.of(stranger);
  const code = await makeCode();
  // A code that was not sent is not spent.
  if (signal.aborted) throw new FailureError('sign-in.cancelled');
  const objection = attempts.objection(serial, code, clock.now());
  if (objection) throw FailureError.of(objection);
  attempts.sent(serial, code, clock.now());
  const mfa = { serial, code };
  const request = role && roleRequest(role, durationSeconds);
  const granted = request
    ? await sts.assumeRole(key, region, request, mfa, signal)
    : await sts.sessionToken(key, region, mfa, durationSeconds, signal);
  attempts.accepted(serial);
  return { granted, identity: request ? roleIdentity(request) : identity, until: null };
}

/** AWS would take a code for nothing and say that the device may not be this user's; the serial says it before. */
function otherAccount(serial: string, { account, arn }: Identity): Failure | null {
  const [, , , , of = ''] = serial.split(':');
  return of === '' || of === account ? null : failure('device.other-account', { serial, account, arn });
}
