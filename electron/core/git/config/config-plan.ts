/** What `git setup` and `git undo` make of the global file: our sections as the last ones, or the file as it was before. */

import { type Bytes, decodeUtf8 } from '../../base/bytes.ts';
import { failure, type Result } from '../../base/failure.ts';
import { type Installation, judgeAll } from './config-findings.ts';
import { withoutSettings } from './config-mend.ts';
import { type SectionContent, withoutSection, withSection } from './config-section.ts';
import type { GitEntry } from './port.ts';
import { unifiedDiff } from './unified-diff.ts';

/** What git's global file can be changed to: with our sections, without them, or without the lines of others in the way. */
export const GIT_CHANGES = ['set-up', 'undo', 'mend'] as const;
export type GitChange = (typeof GIT_CHANGES)[number];

export interface GlobalFile {
  readonly path: string;
  /** Null where there is no file. */
  readonly text: Bytes | null;
}

export interface ConfigPlan {
  readonly file: GlobalFile;
  readonly after: Bytes | null;
  /** Empty where nothing changes. */
  readonly diff: string;
}

/** Setting up what is set up already changes nothing, unless something has come after it since: it becomes last again. */
export function planSetup(file: GlobalFile, content: SectionContent): Result<ConfigPlan> {
  const rest = withoutSection(file.text);
  return rest ? planned(file, withSection(rest.text, content)) : changed(file);
}

/** Undoing what is not set up changes nothing. */
export function planUndo(file: GlobalFile): Result<ConfigPlan> {
  const rest = withoutSection(file.text);
  return rest ? planned(file, rest.text) : changed(file);
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
  return after === null ? changed(file) : planned(file, unwanted.size ? after : file.text);
}

function planned(file: GlobalFile, after: Bytes | null): Result<ConfigPlan> {
  return { ok: true, value: { file, after, diff: unifiedDiff(shown(file.text), shown(after), file.path) } };
}

const changed = ({ path }: GlobalFile): Result<never> => ({
  ok: false,
  failure: failure('git.config-changed', { path }),
});

const shown = (text: Bytes | null): string => decodeUtf8(text ?? '').text;
