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
  if (!/[\u0080-\u00ff]/.test(bytes)) return { text: bytes, isUtf8: true };
  let isUtf8 = true;
  const text = bytes.replace(SEQUENCES, (sequence) => {
    const [lead = 0, ...more] = Array.from(sequence, (byte) => byte.charCodeAt(0));
    if (more.length === 0) {
      isUtf8 = false;
      return '\ufffd';
    }
    return String.fromCodePoint(more.reduce((code, byte) => (code << 6) | (byte & 0x3f), lead & (0x3f >> more.length)));
  });
  return { text, isUtf8 };
}

/** The UTF-8 bytes of a text; throws a URIError where a surrogate stands alone. */
export function encodeUtf8(text: string): Bytes {
  return encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
