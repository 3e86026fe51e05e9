import { expect, test } from 'vitest';
import { appendSection } from '../../../electron/core/aws-files/append-section.ts';
import { BYTE_ORDER_MARK } from '../../../electron/core/base/bytes.ts';

test.each([
  ['', '[x]\nk\n'],
  ['a\n', 'a\n[x]\nk\n'],
  ['a', 'a\n[x]\nk'],
  ['\na', '\na\n[x]\nk'],
  ['\n', '\n[x]\nk\n'],
  ['a\r\n', 'a\r\n[x]\r\nk\r\n'],
  ['a\r\nb', 'a\r\nb\r\n[x]\r\nk'],
  ['a\nb\r\n', 'a\nb\r\n[x]\r\nk\r\n'],
  ['a\r\nb\n', 'a\r\nb\n[x]\nk\n'],
  ['a\r', 'a\r\n[x]\nk'],
  ['\ra\n', '\ra\n[x]\nk\n'],
  [BYTE_ORDER_MARK, `${BYTE_ORDER_MARK}[x]\nk\n`],
  [`${BYTE_ORDER_MARK}a`, `${BYTE_ORDER_MARK}a\n[x]\nk`],
])('after %j', (text, made) => {
  expect(appendSection(text, ['[x]', 'k'])).toBe(made);
});
