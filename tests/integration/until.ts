// Waits until something is so, for as long as the test lasts: when that has ended, also by its own limit, nobody looks
// any longer.
import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

export async function until(so: () => boolean | Promise<boolean>): Promise<void> {
  let isOver = false;
  onTestFinished(() => {
    isOver = true;
  });
  while (!(await so())) {
    if (isOver) throw new Error('the test ended before it was so');
    await pause(5);
  }
}

/**
 * Longer than both endpoints take to the next sign of life that they send to who waits. Their timers are of this process and
 * begin before this one, so it has gone out, however slow the machine.
 */
export const aBeat = (): Promise<void> => pause(700);
