/** The files that stand beside another while it is written: how they are called, and that none stays behind. */
import { randomBytes } from 'node:crypto';
import { readdir, rm, stat, truncate } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** No write takes so long: a temporary file this old was left by a Daypass that was killed. */
const ABANDONED_MS = 10 * 60_000;
/** Of a long name, so that there is room for the rest. */
const NAME_LENGTH = 50;

const startOf = (target: string): string => `.${basename(target).slice(0, NAME_LENGTH)}.`;
const END = '.daypass';
const ANY = /^\..*\.[0-9a-f]{12}\.daypass$/;

export const temporaryFor = (target: string): string =>
  join(dirname(target), `${startOf(target)}${randomBytes(6).toString('hex')}${END}`);

/** Where even that is not allowed, nothing stays in it. */
export async function removeTemporary(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => truncate(path).catch(() => {}));
}

/** They are as secret as the file itself, and nobody else takes them away. */
export async function removeAbandoned(target: string): Promise<void> {
  const [start, folder] = [startOf(target), dirname(target)];
  for (const name of await namesIn(folder)) {
    if (!name.startsWith(start) || !name.endsWith(END)) continue;
    const age = Date.now() - ((await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? Number.NaN);
    if (age > ABANDONED_MS) await removeTemporary(join(folder, name));
  }
}

/** For the start, when nothing is being written yet: whatever is there was left behind, however new it is. */
export async function sweepTemporaries(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) if (ANY.test(name)) await removeTemporary(join(folder, name));
}

const namesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => []);
