/** Puts lines of a start file behind a comment sign; every other byte stays as it is. */
import type { Bytes } from '../../base/bytes.ts';
import type { Setting } from './start-file.ts';

export function withLinesCommentedOut(text: Bytes, lines: ReadonlySet<number>): Bytes {
  return text
    .split('\n')
    .map((line, at) => (lines.has(at + 1) ? `# ${line}` : line))
    .join('\n');
}

/** The same as a person is shown it: a unified diff without lines around, in which no value stands. */
export function commentedOutDiff(path: string, settings: readonly Setting[]): string {
  const lines = [...new Set(settings.map(({ line }) => line))].sort((a, b) => a - b);
  if (lines.length === 0) return '';
  const hunks = lines.flatMap((line) => {
    const names = settings.filter((one) => one.line === line).map(({ name, shown }) => `${name}=${shown}`);
    return [`@@ -${line} +${line} @@`, `-${names.join(' ')}`, `+# ${names.join(' ')}`];
  });
  return [`--- ${path}`, `+++ ${path}`, ...hunks, ''].join('\n');
}
