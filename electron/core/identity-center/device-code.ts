/**
 * A sign-in on another device: a person opens an address there and compares a code, and meanwhile Identity Center is asked
 * again and again, as slowly as it wants. https://datatracker.ietf.org/doc/html/rfc8628
 */
import { FailureError } from '../base/failure.ts';
import { pause } from '../base/pause.ts';
import type { EpochMs, Timer } from '../base/time.ts';
import { type Client, type DeviceAuthorization, OidcRefused, type SsoOidc, type Tokens } from './port.ts';

const SLOWER_SECONDS = 5;

export interface DeviceWorld {
  readonly oidc: Pick<SsoOidc, 'createToken'>;
  readonly timer: Timer;
  steady(): EpochMs;
}

/** Rejects with a FailureError: what the person or Identity Center has said no with, or sign-in.cancelled. */
export async function askUntilAnswered(
  { oidc, timer, steady }: DeviceWorld,
  { region, client, authorization }: { region: string; client: Client; authorization: DeviceAuthorization },
  signal: AbortSignal,
): Promise<Tokens> {
  const end = steady() + authorization.seconds * 1000;
  const grant = { by: 'device', deviceCode: authorization.deviceCode } as const;
  let { interval } = authorization;
  for (;;) {
    await pause(timer, interval * 1000, signal);
    if (signal.aborted) throw new FailureError('sign-in.cancelled');
    // Also of a computer that has slept longer than the code lives.
    if (steady() >= end) throw new FailureError('identity-center.code-expired');
    try {
      return await oidc.createToken(region, client, grant, signal);
    } catch (thrown) {
      const answer = thrown instanceof OidcRefused ? thrown.answer : null;
      if (answer === 'slow-down') interval += SLOWER_SECONDS;
      else if (answer !== 'pending' && !isNetwork(thrown)) throw thrown;
    }
  }
}

/** Nothing was said yet: the next question may get through. */
const isNetwork = (thrown: unknown): boolean =>
  thrown instanceof FailureError && ['network.offline', 'network.timeout'].includes(thrown.failure.code);
