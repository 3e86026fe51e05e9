/** The text of a file as its bytes: nothing that a parser could not read is lost on the way through an editor. */

/** One character for each byte, U+0000 to U+00FF: what Node calls `latin1`. */
export type Bytes = string;

/** The UTF-8 byte order mark. */
export const BYTE_ORDER_MARK: Bytes = '\u00ef\u00bb\u00bf';

/** One character in UTF-8 that is not ASCII (Unicode, table 3-7), or a byte that belongs to none. */
const SEQUENCES = new RegExp(
  [
    '[\\xc2-\\xdf][\\x80-\\xbf]',
    '\\xe0[\\xa0-\\xbf][\\x80-\\xbf]|\\xed[\\x80-\\x9f][\\x80-\\xbf]|[\\xe1-\\xec\\xee\\xef][\\x80-\\xbf]{2}',
    '\\xf0[\\x90-\\xbf][\\x80-\\xbf]{2}|[\\xf1-\\xf3][\\x80-\\xbf]{3}|\\xf4[\\x80-\\x8f][\\x80-\\xbf]{2}',
    '[\\x80-\\xff]',
  ].join('|'),
  'g',
);

/** The text that the bytes are in UTF-8, with replacement characters for those that are not. */
export function decodeUtf8(bytes: Bytes): { text: string; isUtf8: boolean } {
  let isUtf8 = true;
  const text = bytes.replace(SEQUENCES, (sequence) => {
    if (sequence.length === 1) {
      isUtf8 = false;
      return '\ufffd';
    }
    // The lead byte has as many bits in front as there are bytes, and a zero; each other byte has six bits of the code.
    const lead = sequence.charCodeAt(0) & (0x7f >> sequence.length);
    const more = Array.from(sequence.slice(1), (byte) => byte.charCodeAt(0) & 0x3f);
    return String.fromCodePoint(more.reduce((code, bits) => (code << 6) | bits, lead));
  });
  return { text, isUtf8 };
}

/** The UTF-8 bytes of a text; throws a URIError where a surrogate stands alone. */
export function encodeUtf8(text: string): Bytes {
  return encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
