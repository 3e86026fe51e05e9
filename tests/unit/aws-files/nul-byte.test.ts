import { expect, test } from 'vitest';
import { nulByteIn } from '../../../electron/core/aws-files/nul-byte.ts';

test.each([
  ['\0', 1],
  ['a\0', 1],
  ['\0\n\n', 1],
  ['a\n\0', 2],
  ['a\r\nb\rc\nd\0\n\0', 4],
  ['\n\r\n\r\0', 4],
])('%j holds one in line %i', (text, line) => {
  expect(nulByteIn(text)).toEqual({ reason: 'nul-byte', line });
});

test.each(['', 'a\n', '0', '\\0'])('%j holds none', (text) => {
  expect(nulByteIn(text)).toBeUndefined();
});
