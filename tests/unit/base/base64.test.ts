import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64Url, fromBase64 } from '../../../electron/core/base/base64.ts';

const bytes = fc.uint8Array({ maxLength: 80 }).map((array) => Buffer.from(array));

test('bytes become the text that Node makes of them', () => {
  fc.assert(fc.property(bytes, (buffer) => base64Url(buffer.toString('latin1')) === buffer.toString('base64url')));
});

test('either alphabet, with padding or without, becomes the bytes again', () => {
  fc.assert(
    fc.property(bytes, (buffer) => {
      for (const text of [
        buffer.toString('base64'),
        buffer.toString('base64url'),
        buffer.toString('base64').replace(/=/g, ''),
      ]) {
        expect(fromBase64(text)).toBe(buffer.toString('latin1'));
      }
    }),
  );
});

test.each(['A', 'AAAAA', 'AB=C', 'AB==C', 'A B', 'ABC*', 'AA===', 'ä'])('%j is none', (text) => {
  expect(fromBase64(text)).toBeNull();
});
