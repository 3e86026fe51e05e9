/**
 * Replaces a file of a person's own, which may be more than its bytes: what it has of access lists, attributes, hard
 * links and owner it keeps. A new one is renamed into its place where that keeps all of it; else it is written where it stands.
 */
import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FailureError } from '../../core/base/failure.ts';
import { copyAttributes, hasAccessList } from './attributes.ts';
import { refuseOdd } from './read-regular.ts';
import {
  fileFailure,
  isReadOnly,
  keepOwner,
  type Replacing,
  refuseReadOnly,
  replaceFile,
  resolveLinks,
} from './replace-file.ts';
import { whileBusy } from './while-busy.ts';
import { type WritingInPlace, writeInPlace } from './write-in-place.ts';

export type ReplacingTheirs = WritingInPlace & Pick<Replacing, 'mode'>;

/** Rejects with a FailureError (file.*, or what `ready` rejects with); the file is then as it was. */
export async function replaceTheirs(path: string, bytes: Uint8Array, how: ReplacingTheirs): Promise<void> {
  const target = await resolveLinks(path);
  const { mode = 0o600, ready, rehearse = false } = how;
  // A wish of its owner's, and no surprise: who needs no file is served all the same, and it is said.
  if (rehearse && (await isReadOnly(target))) return;
  const found = await openExisting(target, path);
  if (!found) return replaceFile(path, bytes, { mode, rehearse, ...(ready && { ready }) });
  // Not kept open: on Windows nothing can take the place of an open file.
  const isAlone = await standsAlone(found, target).finally(() => found.close());
  const isListed = await hasAccessList(target);
  if (isAlone && !isListed && (await renamed(path, target, bytes, { ...how, mode }))) return;
  const file = await openExisting(target, path);
  if (!file) throw new FailureError('file.changed-meanwhile', { path });
  const last = async () => {
    await ready?.();
    // With an access list the mode is part of that, and stays. Whose file it is not cannot set it.
    if (!isListed && !rehearse) await file.chmod(mode).catch(() => {});
  };
  try {
    await writeInPlace(file, target, bytes, { ...how, ready: last });
  } catch (thrown) {
    throw fileFailure(thrown, path);
  } finally {
    await file.close();
  }
}

/** Who may not write the file may not put another into its place, though the folder would let him. */
async function openExisting(target: string, path: string): Promise<FileHandle | null> {
  try {
    const found = await stat(target);
    refuseOdd(path, found);
    await refuseReadOnly(target);
    return await whileBusy(() => open(target, constants.O_RDWR | (constants.O_NONBLOCK ?? 0)));
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw fileFailure(thrown, path);
  }
}

/** Under no other name, and on the disk of its folder, where it is then known whether there is room for it. */
async function standsAlone(file: FileHandle, target: string): Promise<boolean> {
  const { nlink, dev } = await file.stat();
  return nlink === 1 && dev === (await stat(dirname(target))).dev;
}

/** A mount of its own is busy, a folder may be another's; and not everybody may give a file to its owner. */
const IN_THE_WAY = ['EBUSY', 'EACCES', 'EPERM', 'EROFS', 'EXDEV', 'ENOTSUP'];

/** False where no new file can take its place and have all that it has. */
async function renamed(path: string, target: string, bytes: Uint8Array, how: ReplacingTheirs): Promise<boolean> {
  const prepare = async (file: FileHandle, temporary: string) => {
    await keepOwner(target, file);
    if (!(await copyAttributes(target, temporary))) throw Object.assign(new Error('attributes'), { code: 'ENOTSUP' });
    await file.truncate();
    await file.chmod(how.mode ?? 0o600);
  };
  try {
    // By its folder a new file may have an access list, which means nothing only as long as the mode is this one.
    await replaceFile(path, bytes, { ...how, mode: 0o600, prepare });
    return true;
  } catch (thrown) {
    const cause = thrown instanceof FailureError ? (thrown.cause as NodeJS.ErrnoException | undefined) : undefined;
    // On Windows a file is in the way that another program has open, and it has been waited for.
    if (process.platform === 'win32' || !IN_THE_WAY.includes(cause?.code ?? '')) throw thrown;
    return false;
  }
}
