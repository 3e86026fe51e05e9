/** One file of `git credential-store`: lines go under git's own lock, the rest of the file stays byte for byte, for its owner alone. */
import { stat } from 'node:fs/promises';
import { FailureError } from '../../../core/base/failure.ts';
import type { CredentialStore } from '../../../core/git/stale/port.ts';
import { readRegular } from '../../files/read-regular.ts';
import { resolveLinks } from '../../files/replace-file.ts';
import { replaceTheirs } from '../../files/replace-theirs.ts';
import { withGitLock } from '../../git/git-lock.ts';
import { credentialLines, withoutLines } from './credential-lines.ts';

/** As long as git itself waits for the lock by default (credentialStore.lockTimeoutMS). */
const LOCK_MS = 1_000;

/** `shown` is the path as a person knows it, `journal` the folder of what is written in place and not finished yet. */
export function credentialStoreFile(path: string, shown: string, journal: string): CredentialStore {
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
      const target = await resolveLinks(path);
      const held = (_: string, cause: unknown) =>
        new FailureError('file.changed-meanwhile', { path: target }, { cause });
      await withGitLock({ target, waitMs: LOCK_MS, held }, async () => {
        const before = await read(path);
        const after = withoutLines(before, handle);
        if (after !== before) await replaceTheirs(path, Buffer.from(after, 'latin1'), { journal });
      });
    },
  };
}

async function read(path: string): Promise<string> {
  try {
    return (await readRegular(path)).toString('latin1');
  } catch (thrown) {
    if (isMissing(thrown)) return '';
    if (thrown instanceof FailureError) throw thrown;
    throw new FailureError('file.unreadable', { path }, { cause: thrown });
  }
}

const isMissing = (thrown: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((thrown as NodeJS.ErrnoException).code ?? '');
