import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BYTE_ORDER_MARK, decodeUtf8, encodeUtf8 } from '../../../electron/core/base/bytes.ts';

/** As Node reads them, where they are UTF-8. */
function expectAsNode(bytes: string): void {
  const buffer = Buffer.from(bytes, 'latin1');
  const { text, isUtf8: isRight } = decodeUtf8(bytes);
  // Not by expect, which takes a thousand times longer.
  if (isRight !== isUtf8(buffer) || (isRight && text !== buffer.toString('utf8')))
    expect(bytes).toBe('as Node reads it');
}

describe('decoding', () => {
  const edges = [0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff];
  const all = Array.from({ length: 256 }, (_, byte) => byte);

  test('of every byte, and of every two', () => {
    for (const one of all) {
      expectAsNode(String.fromCharCode(one));
      for (const two of all) expectAsNode(String.fromCharCode(one, two));
    }
  });

  test('of every three and four at the edges of what can follow', () => {
    for (const lead of all.filter((byte) => byte >= 0xdf))
      for (const two of all.filter((byte) => byte >= 0x7f && byte <= 0xc0))
        for (const three of edges) {
          expectAsNode(String.fromCharCode(lead, two, three));
          for (const four of edges) expectAsNode(String.fromCharCode(lead, two, three, four));
        }
  });

  test('each byte that belongs to no character is replaced, and the rest is read', () => {
    expect(decodeUtf8('a\u00e2\u0082b\u00c3\u00a9')).toEqual({ text: 'a\ufffd\ufffdbé', isUtf8: false });
  });

  test('a text without any other is what it was', () => {
    expect(decodeUtf8('[a]\tk = v\u007f')).toEqual({ text: '[a]\tk = v\u007f', isUtf8: true });
  });
});

test('any text is decoded from what it was encoded to', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const bytes = encodeUtf8(text);
      expect(bytes).toBe(Buffer.from(text, 'utf8').toString('latin1'));
      expect(decodeUtf8(bytes)).toEqual({ text, isUtf8: true });
    }),
  );
});

test('half a character cannot be written', () => {
  expect(() => encodeUtf8('a\ud800')).toThrow(URIError);
});

test('the byte order mark is U+FEFF', () => {
  expect(BYTE_ORDER_MARK).toBe(encodeUtf8('\ufeff'));
});
