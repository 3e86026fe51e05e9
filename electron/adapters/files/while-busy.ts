/**
 * Windows lets no file be opened or replaced that another program has open without sharing that, as Python's programs have,
 * and so the AWS CLI, and as scanners have: mostly for a moment.
 */
import { setTimeout as pause } from 'node:timers/promises';

const PAUSES_MS = [10, 20, 50, 100, 200, 500, 1_000];

/**
 * On Windows, does it again while the file is in use, for two seconds at most, and rejects with EBUSY where it stays so.
 * `meant` are the codes by which that is known: of a replacement Windows says only that access is denied.
 */
export async function whileBusy<T>(work: () => Promise<T>, meant: readonly string[] = ['EBUSY']): Promise<T> {
  if (process.platform !== 'win32') return work();
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (thrown) {
      if (!meant.includes((thrown as NodeJS.ErrnoException).code ?? '')) throw thrown;
      const ms = PAUSES_MS[tries];
      if (ms === undefined) throw Object.assign(new Error('in use', { cause: thrown }), { code: 'EBUSY' });
      await pause(ms);
    }
  }
}
