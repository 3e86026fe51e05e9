/** Waits in a rotation, which a person may end. */
import { FailureError } from '../../base/failure.ts';
import { pause } from '../../base/pause.ts';
import type { Timer } from '../../base/time.ts';

/** Rejects with FailureError rotation.stopped when `signal` aborts. */
export async function pauseOf(timer: Timer, ms: number, signal: AbortSignal): Promise<void> {
  await pause(timer, ms, signal);
  if (signal.aborted) throw new FailureError('rotation.stopped');
}
