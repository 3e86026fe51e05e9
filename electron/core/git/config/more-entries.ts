/**
 * What git reads in some places only: files that a condition includes, and the repositories that its global configuration
 * knows by their folders. What stands there comes after, and can take Daypass's place.
 */

import type { LineOf } from './config-findings.ts';
import { lineOfSetting } from './config-mend.ts';
import type { Git, GitEntry } from './port.ts';

/** Each is a start of git. */
const MOST = 20;
const CONDITIONAL = /^includeif\..*\.path$/s;
/** Folders, as maintenance and Scalar list them, and those that people have called safe. */
const REPOSITORY = /^(?:maintenance\.repo|scalar\.repo|safe\.directory)$/;

/** The entries, each conditional include followed by what it would bring, and after all those of known repositories. */
export async function moreEntries(git: Git, entries: readonly GitEntry[]): Promise<readonly GitEntry[]> {
  const brought = new Map<GitEntry, readonly GitEntry[]>();
  const conditional = entries.filter(({ name, value }) => CONDITIONAL.test(name) && value).slice(0, MOST);
  await Promise.all(
    conditional.map(async (entry) => {
      const there = await git.entriesOf(entry.value ?? '', pathOf(entry) ?? '/');
      brought.set(
        entry,
        there.map((one) => ({ ...one, via: entry.origin })),
      );
    }),
  );
  const folders = entries.flatMap(({ name, value }) =>
    REPOSITORY.test(name) && value && /^(?:\/|[A-Za-z]:)/.test(value) ? [value] : [],
  );
  const own = [...new Set(folders)].slice(0, MOST).map((folder) => git.entriesOf(`${folder}/.git/config`, '/'));
  const everywhere = entries.flatMap((entry) => [entry, ...(brought.get(entry) ?? [])]);
  return [...everywhere, ...(await Promise.all(own)).flat()];
}

/** Where each entry stands. */
export async function lineFinder(git: Pick<Git, 'readFile'>, entries: readonly GitEntry[]): Promise<LineOf> {
  const texts = new Map<string, string>();
  const paths = [...new Set(entries.flatMap((entry) => pathOf(entry) ?? []))];
  await Promise.all(paths.map(async (path) => texts.set(path, (await git.readFile(path).catch(() => null)) ?? '')));
  return (entry, nth) => {
    const path = pathOf(entry);
    return path === null ? null : lineOfSetting(texts.get(path) ?? '', entry.name, nth);
  };
}

const pathOf = ({ origin }: GitEntry): string | null =>
  origin.startsWith('file:') ? origin.slice('file:'.length) : null;
