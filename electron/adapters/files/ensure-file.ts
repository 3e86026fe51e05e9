/** Makes a file what it should be, and leaves alone one that is so already. */
import { chmod, stat } from 'node:fs/promises';
import { readRegular } from './read-regular.ts';
import { replaceFile } from './replace-file.ts';

/** Atomic, as replaceFile is, and rejects with the same failures. */
export async function ensureFile(path: string, bytes: Uint8Array, mode: number): Promise<void> {
  const there = await readRegular(path).catch(() => null);
  if (!there?.equals(bytes)) await replaceFile(path, bytes, { mode });
  // The mask of the app's start may have taken bits away.
  if (process.platform !== 'win32' && ((await stat(path)).mode & 0o777) !== mode) await chmod(path, mode);
}
