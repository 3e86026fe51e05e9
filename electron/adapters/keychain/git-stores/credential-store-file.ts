/** One file of `git credential-store`: lines go under git's own lock, the rest of the file stays byte for byte, for its owner alone. */
import { open, readFile, rm, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { FailureError } from '../../../core/base/failure.ts';
import type { CredentialStore } from '../../../core/git/stale/port.ts';
import { fileFailure, replaceFile, resolveLinks } from '../../files/replace-file.ts';
import { credentialLines, withoutLines } from './credential-lines.ts';

/** As long as git itself waits for the lock by default (credentialStore.lockTimeoutMS). */
const LOCK_MS = 1_000;
const LOCK_STEP_MS = 20;

/** `shown` is the path as a person knows it. */
export function credentialStoreFile(path: string, shown: string): CredentialStore {
  const name = `git credential-store (${shown})`;
  return {
    name,
    present: () =>
      stat(path).then(
        (found) => found.isFile(),
        // What is there but cannot be looked at is said when it is listed.
        (thrown) => !isMissing(thrown),
      ),
    async list() {
      const entries = credentialLines(await read(path)).map((line) => ({ ...line, store: name, storedAt: null }));
      return { entries, hidden: null };
    },
    async remove({ handle }) {
      await locked(await resolveLinks(path), async () => {
        const before = await read(path);
        const after = withoutLines(before, handle);
        if (after !== before) await replaceFile(path, Buffer.from(after, 'latin1'), 0o600);
      });
    },
  };
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'latin1');
  } catch (thrown) {
    if (isMissing(thrown)) return '';
    throw new FailureError('file.unreadable', { path }, { cause: thrown });
  }
}

/** git writes the file by way of `FILE.lock`, so holding that keeps git from writing in between. */
async function locked(target: string, edit: () => Promise<void>): Promise<void> {
  const lock = `${target}.lock`;
  for (let waited = 0; ; waited += LOCK_STEP_MS) {
    try {
      await (await open(lock, 'wx', 0o600)).close();
      break;
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw fileFailure(thrown, target);
      if (waited >= LOCK_MS) throw new FailureError('file.changed-meanwhile', { path: target }, { cause: thrown });
    }
    await pause(LOCK_STEP_MS);
  }
  try {
    await edit();
  } finally {
    await rm(lock, { force: true });
  }
}

const isMissing = (thrown: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((thrown as NodeJS.ErrnoException).code ?? '');
