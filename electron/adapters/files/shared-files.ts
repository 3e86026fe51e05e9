/** AWS's shared credentials and config files on disk, where the standard variables say they are. */
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SharedFile, SharedFiles, TextEdit } from '../../core/aws-files/port.ts';
import { FailureError } from '../../core/base/failure.ts';
import type { ForeignBackup } from './foreign-backup.ts';
import { type GivenUp, NoEndlessWait } from './no-endless-wait.ts';
import { readRegular } from './read-regular.ts';
import { fileFailure, makePrivateFolder } from './replace-file.ts';
import { replaceTheirs } from './replace-theirs.ts';
import { sharedPath } from './shared-path.ts';

/** Far more than what even a very large file takes. */
const LIMIT_MS = 60_000;

export interface SharedFilesPlaces {
  readonly backup: ForeignBackup;
  /** The folder of what is written in place and not finished yet. */
  readonly journal: string;
  readonly limitMs?: number;
}

export function sharedFiles(env: NodeJS.ProcessEnv, home: string, places: SharedFilesPlaces): SharedFiles {
  const path = (file: SharedFile) => sharedPath(file, env, home);
  const waits = new NoEndlessWait(places.limitMs ?? LIMIT_MS);
  // Edits run one after another, so that two sessions granted in the same moment do not overwrite each other.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (file: SharedFile, editing: Omit<Editing, 'givenUp' | 'file' | 'path'>): Promise<void> => {
    const work = () =>
      waits.run(path(file), (givenUp) => editFile({ ...editing, ...places, givenUp, file, path: path(file) }));
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  };
  return {
    path,
    read: (file) => waits.run(path(file), () => readBytes(path(file))),
    edit: (file, edit, purge) => inTurn(file, { edit, ...(purge && { purge }) }),
    rehearse: (file, edit) => inTurn(file, { edit, rehearse: true }),
  };
}

interface Editing {
  readonly file: SharedFile;
  readonly path: string;
  readonly givenUp: GivenUp;
  readonly edit: (text: string) => TextEdit;
  readonly purge?: (copy: string) => TextEdit;
  readonly rehearse?: boolean;
}

async function editFile(editing: Editing & SharedFilesPlaces): Promise<void> {
  const { file, path, edit, purge, backup, rehearse = false } = editing;
  // Another program may write between our read and our rename; then the edit is made again on what it wrote.
  for (let tries = 0; tries < 5; tries++) {
    const before = await readBytes(path);
    const made = edit(before);
    if (!made.ok) throw FailureError.of(made.failure, { path });
    if (!made.changed) return;
    await makePrivateFolder(dirname(path));
    await backup.keep(file, before, purge);
    if (await replaceIf(before, made.text, editing)) {
      // The edit is made, whatever becomes of the note that it is ours.
      return rehearse ? undefined : backup.wrote(file, made.text).catch(() => {});
    }
  }
  throw new FailureError('file.changed-meanwhile', { path });
}

/** False where the text is no longer `before`, looked at in the last moment before it is replaced. */
async function replaceIf(before: string, after: string, how: Editing & SharedFilesPlaces): Promise<boolean> {
  const { file, path, journal, givenUp, rehearse = false } = how;
  // Who else may read it is for its owner to say; what holds keys is read by nobody else.
  const found = file === 'config' ? await stat(path).catch(() => null) : null;
  let same = true;
  const ready = async () => {
    same = (await readBytes(path)) === before;
    if (!same) throw new FailureError('file.changed-meanwhile', { path });
    // Who asked has been told that it failed, and may have asked for something else since.
    if (givenUp()) throw new FailureError('file.failed', { path, reason: 'no-answer' });
  };
  try {
    await replaceTheirs(path, Buffer.from(after, 'latin1'), {
      journal,
      ready,
      rehearse,
      ...(found && { mode: found.mode & 0o777 }),
    });
  } catch (thrown) {
    if (same) throw thrown;
  }
  return same;
}

/** Latin-1 gives each byte one character, so every byte comes back as it was. */
async function readBytes(path: string): Promise<string> {
  try {
    return (await readRegular(path)).toString('latin1');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw fileFailure(thrown, path, 'read');
  }
}
