/** Waits in a rotation, which a person may end. */
import { FailureError } from '../../base/failure.ts';
import type { Timer } from '../../base/time.ts';

/** Rejects with FailureError rotation.stopped when `signal` aborts. */
export function pauseOf(timer: Timer, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (then: () => void) => {
      stop();
      signal.removeEventListener('abort', stopped);
      then();
    };
    const stopped = () => end(() => reject(new FailureError('rotation.stopped')));
    const stop = timer.after(ms, () => end(resolve));
    signal.addEventListener('abort', stopped, { once: true });
    if (signal.aborted) stopped();
  });
}
