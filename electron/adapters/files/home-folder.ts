/** Daypass's own folder: nobody else may look into it, and it is known at the start whether it can be written. */
import { chmodSync, mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { FailureError } from '../../core/base/failure.ts';

/**
 * Makes the folder, or throws FailureError home.unusable. Permissions do not tell of a disk that is full or read-only, nor
 * of a file that may not be changed; a folder made in it does. Nothing can be done before this, so it is not awaited.
 */
export function prepareHome(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    chmodSync(path, 0o700);
    rmdirSync(mkdtempSync(join(path, '.start-')));
  } catch (thrown) {
    const reason = (thrown as NodeJS.ErrnoException).code ?? 'unknown';
    throw new FailureError('home.unusable', { path, reason }, { cause: thrown });
  }
}
