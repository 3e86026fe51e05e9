/** The difference between two texts as people know it from git: three lines around each change, `-` out, `+` in. */

const CONTEXT = 3;

interface Edit {
  readonly sign: ' ' | '-' | '+';
  readonly line: string;
}

/** Empty where nothing differs. */
export function unifiedDiff(before: string, after: string, name: string): string {
  if (before === after) return '';
  const edits = compare(splitLines(before), splitLines(after));
  const changed = edits.flatMap(({ sign }, i) => (sign === ' ' ? [] : [i]));
  const shown = new Set(changed.flatMap((i) => Array.from({ length: 2 * CONTEXT + 1 }, (_, n) => i - CONTEXT + n)));
  const out = [`--- ${name}`, `+++ ${name}`];
  let [was, is] = [1, 1];
  let hunk: { was: number; is: number; edits: Edit[] } | null = null;
  for (const [i, edit] of edits.entries()) {
    if (shown.has(i)) {
      hunk ??= { was, is, edits: [] };
      hunk.edits.push(edit);
    } else if (hunk) {
      out.push(...printed(hunk));
      hunk = null;
    }
    if (edit.sign !== '+') was++;
    if (edit.sign !== '-') is++;
  }
  if (hunk) out.push(...printed(hunk));
  return [...out, ''].join('\n');
}

function printed({ was, is, edits }: { was: number; is: number; edits: readonly Edit[] }): string[] {
  const count = (sign: string) => edits.filter((edit) => edit.sign !== sign).length;
  const range = (start: number, length: number) => `${length === 0 ? start - 1 : start},${length}`;
  const lines = edits.map(({ sign, line }) =>
    line.endsWith('\n') ? sign + line.slice(0, -1).replace(/\r$/, '') : `${sign}${line}\n\\ No newline at end of file`,
  );
  return [`@@ -${range(was, count('+'))} +${range(is, count('-'))} @@`, ...lines];
}

const splitLines = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? [];

/** By the longest common subsequence of what lies between the equal ends. */
function compare(before: readonly string[], after: readonly string[]): readonly Edit[] {
  const kept = (line: string): Edit => ({ sign: ' ', line });
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const middle = compareMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  return [...before.slice(0, head).map(kept), ...middle, ...before.slice(before.length - tail).map(kept)];
}

function compareMiddle(a: readonly string[], b: readonly string[]): readonly Edit[] {
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const edits: Edit[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (a[i] === b[j]) {
      edits.push({ sign: ' ', line: a[i] ?? '' });
      i++;
      j++;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
      edits.push({ sign: '-', line: a[i++] ?? '' });
    } else {
      edits.push({ sign: '+', line: b[j++] ?? '' });
    }
  }
  return edits;
}
