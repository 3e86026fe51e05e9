/** Waits until AWS knows a key: one that was just made, or set active again, is unknown for up to some tens of seconds. */
import type { LongTermKey } from '../../aws/credentials.ts';
import type { Identity } from '../../aws/port.ts';
import { FailureError, failureOf } from '../../base/failure.ts';
import type { Clock, Timer } from '../../base/time.ts';
import { pauseOf } from './pause-of.ts';

const MINUTES = 2;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 10_000;

export interface KnownKeyWorld {
  readonly clock: Pick<Clock, 'steady'>;
  readonly timer: Timer;
  identity(key: LongTermKey, region: string): Promise<Identity>;
}

/** Rejects with rotation.not-known-yet, with rotation.stopped when `signal` aborts, or with what AWS says otherwise. */
export async function knownKey(
  { clock, timer, identity }: KnownKeyWorld,
  key: LongTermKey,
  region: string,
  signal: AbortSignal,
): Promise<void> {
  const until = clock.steady() + MINUTES * 60_000;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      await identity(key, region);
      return;
    } catch (thrown) {
      if (failureOf(thrown).code !== 'key.unknown') throw thrown;
      if (clock.steady() >= until) throw new FailureError('rotation.not-known-yet', { minutes: MINUTES });
    }
    await pauseOf(timer, pause, signal);
  }
}
