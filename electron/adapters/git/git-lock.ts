/** git's own lock on a file, https://git-scm.com/docs/api-lockfile: whoever creates FILE.lock may write FILE. */
import { open, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { FailureError } from '../../core/base/failure.ts';
import { fileFailure } from '../files/replace-file.ts';

const STEP_MS = 20;

export interface GitLock {
  /** The file itself, links followed. */
  readonly target: string;
  /** How long another program's lock is waited for. */
  readonly waitMs: number;
  /** What is said when it is still held then. */
  held(lock: string, cause: unknown): FailureError;
}

/** Runs `work` while git and everybody who asks as git does are kept from writing. Rejects with a FailureError. */
export async function withGitLock<T>({ target, waitMs, held }: GitLock, work: () => Promise<T>): Promise<T> {
  const lock = `${target}.lock`;
  for (let waited = 0; ; waited += STEP_MS) {
    try {
      await (await open(lock, 'wx', 0o600)).close();
      break;
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw fileFailure(thrown, target);
      if (waited >= waitMs) throw held(lock, thrown);
    }
    await pause(STEP_MS);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}
