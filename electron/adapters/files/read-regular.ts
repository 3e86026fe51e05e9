/** Reads ordinary files only: whoever opens a pipe waits for its other end, and a device may never come to an end. */
import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { FailureError } from '../../core/base/failure.ts';

/** Far more than anybody's file of this kind, and far less than what fills the memory. */
const MAX_BYTES = 128 * 1024 * 1024;

/** Rejects with FailureError file.failed for what is no ordinary file, and as `readFile` does for all else. */
export async function readRegular(path: string, max = MAX_BYTES): Promise<Buffer> {
  // Before it is opened, which can do something to a device; and after, as it may be another by then.
  refuseOdd(path, await stat(path), max);
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    refuseOdd(path, await file.stat(), max);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

interface Found {
  readonly size: number;
  isFile(): boolean;
  isDirectory(): boolean;
}

/** A folder is refused by reading itself. */
export function refuseOdd(path: string, found: Found, max = MAX_BYTES): void {
  if (!found.isFile() && !found.isDirectory()) throw new FailureError('file.failed', { path, reason: 'not-regular' });
  if (found.isFile() && found.size > max) throw new FailureError('file.failed', { path, reason: 'too-large' });
}
