import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unifiedDiff } from '../../../../electron/core/git/config/unified-diff.ts';

const lines = (...words: readonly (string | number)[]) => words.map((word) => `${word}\n`).join('');
const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

// As `diff -u` prints them.
test.each([
  ['nothing', 'a\n', 'a\n', ''],
  ['a new file', '', 'a\nb\n', '@@ -0,0 +1,2 @@\n+a\n+b\n'],
  ['a removed file', 'a\nb\n', '', '@@ -1,2 +0,0 @@\n-a\n-b\n'],
  ['an addition at the end', lines(...ten), lines(...ten, 'x'), '@@ -8,3 +8,4 @@\n 8\n 9\n 10\n+x\n'],
  [
    'a change in the middle',
    lines(...ten),
    lines(1, 2, 3, 4, 'x', 6, 7, 8, 9, 10),
    '@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n',
  ],
  [
    'two changes far from each other',
    lines('a', ...ten, 'b'),
    lines(...ten),
    '@@ -1,4 +1,3 @@\n-a\n 1\n 2\n 3\n@@ -9,4 +8,3 @@\n 8\n 9\n 10\n-b\n',
  ],
  [
    'two changes with six lines between',
    lines('a', 1, 2, 3, 4, 5, 6, 'b'),
    lines(1, 2, 3, 4, 5, 6),
    '@@ -1,8 +1,6 @@\n-a\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n',
  ],
  [
    'a changed line before one that stays: what went, then what came',
    lines('p', 'm', 'r'),
    lines('q', 'm', 's'),
    '@@ -1,3 +1,3 @@\n-p\n+q\n m\n-r\n+s\n',
  ],
  ['a line put in', lines(1, 2), lines(1, 'x', 2), '@@ -1,2 +1,3 @@\n 1\n+x\n 2\n'],
  [
    'no line end',
    'a',
    'a\nb',
    '@@ -1,1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n\\ No newline at end of file\n',
  ],
  ['a move', lines('a', 'b', 'c'), lines('b', 'c', 'a'), '@@ -1,3 +1,3 @@\n-a\n b\n c\n+a\n'],
  ['other line ends', 'a\r\nb\r\n', 'a\nb\r\n', '@@ -1,2 +1,2 @@\n-a\n+a\n b\n'],
  ['a carriage return within', 'a\rb\n', 'a\rc\n', '@@ -1,1 +1,1 @@\n-a\rb\n+a\rc\n'],
])('%s', (_, before, after, hunks) => {
  expect(unifiedDiff(before, after, 'f')).toBe(hunks && `--- f\n+++ f\n${hunks}`);
});

interface Hunk {
  readonly was: number;
  readonly is: number;
  readonly rows: readonly string[];
}

/** Reads what was printed, counting what each head says. */
function hunksOf(diff: string): Hunk[] {
  const hunks: (Hunk & { rows: string[] })[] = [];
  for (const row of diff.split('\n').slice(2, -1)) {
    const head = /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@$/.exec(row);
    if (!head) {
      hunks.at(-1)?.rows.push(row);
      continue;
    }
    const [was = 0, removed = 0, is = 0, added = 0] = head.slice(1).map(Number);
    // Where there are no lines, the head names the line before.
    hunks.push({ was: removed === 0 ? was : was - 1, is: added === 0 ? is : is - 1, rows: [] });
  }
  return hunks;
}

/** The length of the longest common subsequence, row by row. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let above = b.map(() => 0);
  for (const one of a) {
    const row: number[] = [];
    for (const [j, other] of b.entries()) {
      row.push(one === other ? 1 + (above[j - 1] ?? 0) : Math.max(above[j] ?? 0, row[j - 1] ?? 0));
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}

const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9 });
const far = fc.constantFrom<string[]>([], ['1'], ['1', '2', '3'], ['1', '2', '3', '4', '5', '6', '7', '8', '9']);

test('whatever is changed: the least that can be, in its place, with three lines around it', () => {
  const sides = fc.record({ head: far, was: text, is: text, between: far, wasToo: text, isToo: text, tail: far });
  fc.assert(
    fc.property(sides, ({ head, was, is, between, wasToo, isToo, tail }) => {
      const before = [...head, ...was, ...between, ...wasToo, ...tail];
      const after = [...head, ...is, ...between, ...isToo, ...tail];
      const hunks = hunksOf(unifiedDiff(lines(...before), lines(...after), 'f'));
      let [i, j, changes] = [0, 0, 0];
      for (const { was, is, rows } of hunks) {
        const skipped = before.slice(i, was);
        expect(after.slice(j, is)).toEqual(skipped);
        const of = (sign: string) =>
          rows.filter((row) => row.startsWith(sign) || row.startsWith(' ')).map((row) => row.slice(1));
        expect(before.slice(was, was + of('-').length)).toEqual(of('-'));
        expect(after.slice(is, is + of('+').length)).toEqual(of('+'));
        [i, j] = [was + of('-').length, is + of('+').length];
        const signs = rows.map((row) => row[0]).join('');
        changes += signs.replaceAll(' ', '').length;
        const [, lead = '', trail = ''] = /^( *)[-+].*?( *)$/.exec(signs) ?? expect.fail(signs);
        expect(lead.length).toBe(skipped.length > 0 ? 3 : Math.min(lead.length, 3));
        expect(trail.length).toBe(i < before.length ? 3 : Math.min(trail.length, 3));
        expect(signs.slice(lead.length, signs.length - trail.length)).not.toMatch(/ {7}/);
      }
      expect(before.slice(i)).toEqual(after.slice(j));
      expect(changes).toBe(before.length + after.length - 2 * longestCommon(before, after));
    }),
    { numRuns: 500 },
  );
});
