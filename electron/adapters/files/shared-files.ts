/** AWS's shared credentials and config files on disk, where the standard variables say they are. */
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SharedFile, SharedFiles, TextEdit } from '../../core/aws-files/port.ts';
import { FailureError } from '../../core/base/failure.ts';
import type { ForeignBackup } from './foreign-backup.ts';
import { fileFailure, makePrivateFolder, replaceFile } from './replace-file.ts';
import { sharedPath } from './shared-path.ts';

export function sharedFiles(env: NodeJS.ProcessEnv, home: string, backup: ForeignBackup): SharedFiles {
  const path = (file: SharedFile) => sharedPath(file, env, home);
  // Edits run one after another, so that two sessions granted in the same moment do not overwrite each other.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  };
  return {
    path,
    read: (file) => readBytes(path(file)),
    edit: (file, edit, purge) => inTurn(() => editFile(file, path(file), edit, backup, purge)),
  };
}

async function editFile(
  file: SharedFile,
  path: string,
  edit: (text: string) => TextEdit,
  backup: ForeignBackup,
  purge?: (copy: string) => TextEdit,
): Promise<void> {
  // Another program may write between our read and our rename; then the edit is made again on what it wrote.
  for (let tries = 0; tries < 5; tries++) {
    const before = await readBytes(path);
    const made = edit(before);
    if (!made.ok) throw FailureError.of(made.failure, { path });
    if (!made.changed) return;
    await makePrivateFolder(dirname(path));
    await backup.keep(file, before, purge ? made.text : before);
    if (purge) await backup.purge(file, purge);
    if (await replaceIf(path, before, made.text)) {
      // The edit is made, whatever becomes of the note that it is ours.
      return backup.wrote(file, made.text).catch(() => {});
    }
  }
  throw new FailureError('file.changed-meanwhile', { path });
}

/** False where the text is no longer `before`, looked at in the last moment before it is replaced. */
async function replaceIf(path: string, before: string, after: string): Promise<boolean> {
  let same = true;
  try {
    await replaceFile(path, Buffer.from(after, 'latin1'), 0o600, async () => {
      same = (await readBytes(path)) === before;
      if (!same) throw new FailureError('file.changed-meanwhile', { path });
    });
  } catch (thrown) {
    if (same) throw thrown;
  }
  return same;
}

/** Latin-1 gives each byte one character, so every byte comes back as it was. */
async function readBytes(path: string): Promise<string> {
  try {
    return await readFile(path, 'latin1');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw fileFailure(thrown, path, 'read');
  }
}
