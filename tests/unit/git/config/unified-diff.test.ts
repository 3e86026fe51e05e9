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
    'no line end',
    'a',
    'a\nb',
    '@@ -1,1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n\\ No newline at end of file\n',
  ],
  ['a move', lines('a', 'b', 'c'), lines('b', 'c', 'a'), '@@ -1,3 +1,3 @@\n-a\n b\n c\n+a\n'],
])('%s', (_, before, after, hunks) => {
  expect(unifiedDiff(before, after, 'f')).toBe(hunks && `--- f\n+++ f\n${hunks}`);
});
