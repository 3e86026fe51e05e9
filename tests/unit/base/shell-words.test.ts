import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { sh } from '../../../electron/core/base/shell-words.ts';

test.each([
  ['plain', "'plain'"],
  ['', "''"],
  ["o'neil's", "'o'\\''neil'\\''s'"],
  ['$HOME `id` "x" \\', '\'$HOME `id` "x" \\\''],
])('%j', (word, quoted) => {
  expect(sh(word)).toBe(quoted);
});

test.skipIf(process.platform === 'win32')('a shell reads each word as it is', () => {
  const words = ["o'neil's", '$HOME', '`id`', '"x"', '\\', 'two  blanks', 'a\nb', '*', ''];
  const script = `printf '%s\\0' ${words.map(sh).join(' ')}`;
  expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)).toEqual(words);
});
