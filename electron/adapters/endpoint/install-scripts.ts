/** Puts the scripts where git and people find them, and where they stay when the app itself is moved. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureFile } from '../files/ensure-file.ts';
import { makePrivateFolder } from '../files/replace-file.ts';

/**
 * Copies each file of a folder, atomically and only where it differs. `from` may lie inside an asar. Rejects with a
 * FailureError (file.*).
 */
export async function installScripts(from: string, to: string, mode = 0o755): Promise<void> {
  await makePrivateFolder(to);
  for (const name of await readdir(from)) await ensureFile(join(to, name), await readFile(join(from, name)), mode);
}
