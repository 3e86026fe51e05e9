import type { AwsClock } from '../base/aws-clock.ts';
import { FailureError } from '../base/failure.ts';
import type { Caller } from './credentials.ts';
import type { Identity, Sts } from './port.ts';

/**
 * GetCallerIdentity needs no permission and no code: it shows that the key works before a code is spent, and its
 * answer, a refusal for a wrong clock too, teaches AWS's time. Only for that is it asked again.
 */
export async function learnIdentity(
  { sts, clock }: { readonly sts: Sts; readonly clock: AwsClock },
  caller: Caller,
  region: string,
  signal: AbortSignal,
): Promise<Identity> {
  try {
    return await sts.identity(caller, region, signal);
  } catch (thrown) {
    if (!(thrown instanceof FailureError) || thrown.failure.code !== 'clock.skewed' || !clock.learned) throw thrown;
    return sts.identity(caller, region, signal);
  }
}
