/**
 * Writes a file where it stands, where no other can be put into its place. What it held is kept until all is written, so
 * that a Daypass that is killed meanwhile can undo it at the next start.
 */
import { createHash } from 'node:crypto';
import { type FileHandle, open, readdir, rm, stat, statfs } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { withoutOurs } from '../../core/aws-files/without-ours.ts';
import { type Failure, FailureError, failure, failureOf } from '../../core/base/failure.ts';
import { object, text } from '../../core/base/parse.ts';
import { readRegular } from './read-regular.ts';
import { fileFailure, makePrivateFolder, type Replacing, replaceFile } from './replace-file.ts';

export interface WritingInPlace extends Pick<Replacing, 'ready' | 'rehearse'> {
  /** The folder of what is not finished yet. */
  readonly journal: string;
}

const unlimited = text(Number.POSITIVE_INFINITY);
const unfinished = object({ target: unlimited, before: unlimited, after: unlimited });

/** `file` is the target, open for reading and writing. Rejects with what went wrong; the file is then as it was. */
export async function writeInPlace(
  file: FileHandle,
  target: string,
  bytes: Uint8Array,
  { journal, ready, rehearse = false }: WritingInPlace,
): Promise<void> {
  const name = createHash('sha256').update(target).digest('hex').slice(0, 16);
  const entry = join(journal, `${name}.json`);
  await makePrivateFolder(journal);
  await undo(entry, journal);
  const before = await read(file);
  await refuseFullDisk(target, bytes.length - before.length);
  await replaceFile(entry, Buffer.from(JSON.stringify({ target, before: latin1(before), after: latin1(bytes) })));
  try {
    await ready?.();
  } catch (thrown) {
    await rm(entry, { force: true });
    throw thrown;
  }
  if (!rehearse) {
    await overwrite(file, before, bytes).catch(async (thrown) => {
      // Where not even that can be undone, it is before the next write, or at the next start.
      await overwrite(file, await read(file), before);
      await rm(entry, { force: true });
      throw thrown;
    });
  }
  await rm(entry, { force: true });
}

/** What is longer than before is written first: a full disk then refuses it while the rest still stands. */
async function overwrite(file: FileHandle, before: Uint8Array, after: Uint8Array): Promise<void> {
  for (const [start, end] of [
    [before.length, after.length],
    [0, Math.min(before.length, after.length)],
  ] as const) {
    for (let at = start; at < end; ) at += (await file.write(after, at, end - at, at)).bytesWritten;
    await file.sync();
  }
  await file.truncate(after.length);
  await file.sync();
}

/** Undoes what was begun and not finished. Never rejects; says what it could not undo. */
export async function undoUnfinished(journal: string): Promise<readonly Failure[]> {
  const names = await readdir(journal).catch(() => []);
  const entries = names.filter((name) => name.endsWith('.json')).map((name) => join(journal, name));
  const done = await Promise.all(entries.map((entry) => undo(entry, journal).catch(failureOf)));
  return done.filter((why) => why !== null);
}

async function undo(entry: string, journal: string): Promise<Failure | null> {
  const written = await readIfThere(entry);
  if (written === null) return null;
  const { target, before, after } = unfinished(JSON.parse(written.toString('utf8')));
  const is = await readIfThere(target);
  const why = is === null ? null : await undoIn(target, latin1(is), before, after, journal);
  await rm(entry, { force: true });
  return why;
}

async function undoIn(
  target: string,
  is: string,
  before: string,
  after: string,
  journal: string,
): Promise<Failure | null> {
  if (is === before || is === after) return null;
  if (isMixture(is, before, after)) {
    await putBack(target, Buffer.from(before, 'latin1'));
    return null;
  }
  const copy = join(journal, `${basename(target)}.before`);
  // It stays until a person deletes it: longer than a session may. In a file of another kind there is nothing of the sort.
  await replaceFile(copy, Buffer.from(withoutOurs('credentials', before) ?? before, 'latin1'));
  return failure('file.unfinished', { path: target, copy });
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readRegular(path);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw fileFailure(thrown, path, 'read');
  }
}

async function putBack(target: string, before: Buffer): Promise<void> {
  const file = await open(target, 'r+').catch((thrown) => {
    throw fileFailure(thrown, target);
  });
  try {
    await overwrite(file, await read(file), before);
  } finally {
    await file.close();
  }
}

/** As a write leaves it that was cut off, or did not reach the disk in order; what anybody wrote since is no such thing. */
function isMixture(is: string, before: string, after: string): boolean {
  if (is.length < Math.min(before.length, after.length) || is.length > Math.max(before.length, after.length))
    return false;
  for (let at = 0; at < is.length; at++) {
    const sign = is[at];
    if (sign !== before[at] && sign !== after[at] && sign !== '\0') return false;
  }
  return true;
}

/** No certainty, which only writing gives; but the usual case is found out before anything is spent. */
async function refuseFullDisk(target: string, more: number): Promise<void> {
  if (more <= 0) return;
  const { bavail, bsize } = await statfs(target);
  const { size, blocks } = await stat(target);
  // What the file's last block has room for costs nothing.
  const room = bavail * bsize + Math.max(0, blocks * 512 - size);
  if (room < more) throw new FailureError('file.disk-full', { path: target });
}

async function read(file: FileHandle): Promise<Buffer> {
  const { size } = await file.stat();
  const bytes = Buffer.alloc(size);
  const { bytesRead } = await file.read(bytes, 0, size, 0);
  return bytes.subarray(0, bytesRead);
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
