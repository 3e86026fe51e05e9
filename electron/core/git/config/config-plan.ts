/** What `git setup` and `git undo` make of Daypass's own file and of the global one, which includes it at its end: or both as they were before. */

import { type Bytes, decodeUtf8 } from '../../base/bytes.ts';
import { failure, type Result } from '../../base/failure.ts';
import { type Installation, judgeAll } from './config-findings.ts';
import { withoutSettings } from './config-mend.ts';
import { includePath, ownText, type SectionContent, withoutSection, withSection } from './config-section.ts';
import type { GitEntry } from './port.ts';
import { unifiedDiff } from './unified-diff.ts';

/** What git's global file can be changed to: with our sections, without them, or without the lines of others in the way. */
export const GIT_CHANGES = ['set-up', 'undo', 'mend'] as const;
export type GitChange = (typeof GIT_CHANGES)[number];

export interface ConfigFile {
  readonly path: string;
  /** Null where there is no file. */
  readonly text: Bytes | null;
}

export interface GlobalFile extends ConfigFile {
  /** What git takes `~` for, where that is sure. */
  readonly home: string | null;
}

export interface ConfigPlan {
  /** Only what differs, in the order in which it can be written: an include never names a file that is still to come. */
  readonly changes: readonly FileChange[];
  /** Empty where nothing changes. */
  readonly diff: string;
}

export interface FileChange extends ConfigFile {
  readonly after: Bytes | null;
}

/** Setting up what is set up already changes nothing, unless something has come after it since: it becomes last again. */
export function planSetup(file: GlobalFile, own: ConfigFile, content: SectionContent): Result<ConfigPlan> {
  const rest = withoutSection(file.text);
  if (!rest) return changed(file);
  const path = includePath(content.folder, content.windows, file.home);
  const [global, mine] = [
    { ...file, after: withSection(rest.text, path) },
    { ...own, after: ownText(content) },
  ];
  // What is a person's is shown first.
  return planned([mine, global], [global, mine]);
}

/** Undoing what is not set up changes nothing. */
export function planUndo(file: GlobalFile, own: ConfigFile): Result<ConfigPlan> {
  const rest = withoutSection(file.text);
  return rest
    ? planned([
        { ...file, after: rest.text },
        { ...own, after: null },
      ])
    : changed(file);
}

/** Takes out what guides tell people to write and what does harm beside us. `entries` are what git reads now. */
export function planMend(
  file: GlobalFile,
  entries: readonly GitEntry[],
  installation: Installation,
): Result<ConfigPlan> {
  const here = entries.filter((entry) => entry.origin === installation.globalOrigin);
  const unwanted = new Set<GitEntry | undefined>(
    judgeAll(entries, installation)
      .filter(({ mend }) => mend === 'remove')
      .map(({ entry }) => entry),
  );
  const nthOf = (name: string, nth: number) => here.filter((entry) => entry.name === name)[nth];
  const after = withoutSettings(file.text ?? '', (name, nth) => unwanted.has(nthOf(name, nth)));
  return after === null ? changed(file) : planned([{ ...file, after: unwanted.size ? after : file.text }]);
}

function planned(written: readonly FileChange[], told = written): Result<ConfigPlan> {
  const diffs = told.map(({ path, text, after }) => unifiedDiff(shown(text), shown(after), path));
  return { ok: true, value: { changes: written.filter(({ text, after }) => text !== after), diff: diffs.join('') } };
}

const changed = ({ path }: ConfigFile): Result<never> => ({
  ok: false,
  failure: failure('git.config-changed', { path }),
});

const shown = (text: Bytes | null): string => decodeUtf8(text ?? '').text;
