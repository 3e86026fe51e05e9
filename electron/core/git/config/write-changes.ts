/** Writes several configuration files, or none: what fails takes back what was written before it. */
import type { FileChange } from './config-plan.ts';
import type { Git } from './port.ts';

/** Rejects with a FailureError; the files are then as they were. */
export async function writeChanges(git: Pick<Git, 'replaceFile'>, changes: readonly FileChange[]): Promise<void> {
  for (const [i, { path, text, after }] of changes.entries()) {
    try {
      await git.replaceFile(path, text, after);
    } catch (thrown) {
      await takeBack(git, changes.slice(0, i));
      throw thrown;
    }
  }
}

export async function takeBack(git: Pick<Git, 'replaceFile'>, changes: readonly FileChange[]): Promise<void> {
  for (const { path, text, after } of changes.toReversed()) await git.replaceFile(path, after, text);
}
