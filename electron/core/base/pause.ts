/** A wait that may be ended early. */
import type { Timer } from './time.ts';

/** Resolves after `ms`, or at once when `signal` aborts; which of the two, whoever waits reads from the signal. */
export function pause(timer: Timer, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      stop();
      signal.removeEventListener('abort', over);
      resolve();
    };
    const stop = timer.after(ms, over);
    signal.addEventListener('abort', over, { once: true });
    if (signal.aborted) over();
  });
}
