/** Replaces a file as a whole or not at all: at no moment is there half a file, or a temporary one that others can read. */
import { type FileHandle, mkdir, open, readlink, rename, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type FailureCode, FailureError } from '../../core/base/failure.ts';
import { removeAbandoned, removeTemporary, temporaryFor } from './temporary.ts';
import { whileBusy } from './while-busy.ts';

const MAX_LINKS = 40;
/** Of a rename over an open file Windows may say only that access is denied; by then a file has been made in that folder. */
const IN_USE = ['EPERM', 'EACCES', 'EBUSY'];

/** Where the bytes of `path` really live: links are followed, also one whose target does not exist yet. */
export async function resolveLinks(path: string): Promise<string> {
  let target = resolve(path);
  for (let i = 0; i < MAX_LINKS; i++) {
    const link = await readlink(target).catch(() => null);
    if (link === null) return target;
    target = resolve(dirname(target), link);
  }
  throw new FailureError('file.failed', { path, reason: 'ELOOP' });
}

export interface Replacing {
  /** The new file's from its first byte. */
  readonly mode?: number;
  /** Gives the new file what it is to have beside its bytes, before these are in it. */
  readonly prepare?: (file: FileHandle, temporary: string) => Promise<void>;
  /** Awaited in the last moment before the rename, and before each that is tried again; may still refuse it. */
  readonly ready?: () => Promise<void>;
  /** Does all but the rename. */
  readonly rehearse?: boolean;
}

/**
 * Writes `bytes` to a new file beside the target and renames it over the target, both reaching the disk before this
 * resolves. A file that exists keeps its owner where the system lets us. Rejects with a FailureError (file.*, or what
 * `ready` rejects with); the file is then as it was.
 */
export async function replaceFile(path: string, bytes: Uint8Array, how: Replacing = {}): Promise<void> {
  const { mode = 0o600, prepare, ready, rehearse = false } = how;
  const target = await resolveLinks(path);
  const temporary = temporaryFor(target);
  try {
    await refuseReadOnly(target);
    await removeAbandoned(target);
    const file = await open(temporary, 'wx', mode);
    try {
      await (prepare ?? ((made) => keepOwner(target, made).catch(() => {})))(file, temporary);
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await whileBusy(async () => {
      await ready?.();
      if (!rehearse) await rename(temporary, target);
    }, IN_USE);
    if (rehearse) return await removeTemporary(temporary);
    await syncFolder(dirname(target));
  } catch (thrown) {
    await removeTemporary(temporary);
    throw fileFailure(thrown, path);
  }
}

/** Makes a folder that nobody else may look into, and those above it; one that exists stays as it is. */
export async function makePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((thrown) => {
    throw fileFailure(thrown, folder);
  });
}

/** A rename would replace a file that its owner made read-only; that wish is respected, also for root. */
export async function refuseReadOnly(target: string): Promise<void> {
  if (await isReadOnly(target)) throw new FailureError('file.read-only', { path: target });
}

export async function isReadOnly(target: string): Promise<boolean> {
  const found = await stat(target).catch(() => null);
  return found !== null && (found.mode & 0o200) === 0;
}

/** Rejects where the system does not let a file be given to that owner. */
export async function keepOwner(target: string, file: FileHandle): Promise<void> {
  if (process.platform === 'win32') return;
  const found = await stat(target).catch(() => null);
  const own = await file.stat();
  if (found && (found.uid !== own.uid || found.gid !== own.gid)) await file.chown(found.uid, found.gid);
}

/** The rename itself lasts only when the folder reaches the disk; where folders cannot be opened that is left to the system. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

const CODES: Record<string, FailureCode> = {
  EACCES: 'file.read-only',
  EPERM: 'file.read-only',
  EROFS: 'file.read-only',
  ENOSPC: 'file.disk-full',
  EDQUOT: 'file.disk-full',
};

/** The catalogue's word for an error of the file system, when writing or when reading. */
export function fileFailure(thrown: unknown, path: string, on: 'write' | 'read' = 'write'): FailureError {
  if (thrown instanceof FailureError) return thrown;
  const code = (thrown as NodeJS.ErrnoException).code ?? 'unknown';
  if (on === 'read' && /^EACCES|^EPERM/.test(code))
    return new FailureError('file.unreadable', { path }, { cause: thrown });
  return new FailureError(CODES[code] ?? 'file.failed', { path, reason: code }, { cause: thrown });
}
