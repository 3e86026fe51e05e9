/** The text of a file as its bytes: nothing a parser could not read is lost on the way through an editor. */

/** One character for each byte, U+0000 to U+00FF: what Node calls `latin1`. */
export type Bytes = string;

/** The UTF-8 byte order mark. */
export const BYTE_ORDER_MARK: Bytes = '\u00ef\u00bb\u00bf';

/** The text that these bytes are in UTF-8, or undefined where they are not UTF-8. */
export function decodeUtf8(bytes: Bytes): string | undefined {
  if (!/[\u0080-\u00ff]/.test(bytes)) return bytes;
  try {
    return decodeURIComponent(bytes.replace(/[%\u0080-\u00ff]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`));
  } catch {
    return undefined;
  }
}

/** As decodeUtf8, with a replacement character for what is not UTF-8. */
export function decodeLossy(bytes: Bytes): string {
  const sequences =
    /[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}|[\u0080-\u00ff]/g;
  return decodeUtf8(bytes) ?? bytes.replace(sequences, (sequence) => decodeUtf8(sequence) ?? '\ufffd');
}

/** The UTF-8 bytes of a text; throws a URIError where a surrogate stands alone. */
export function encodeUtf8(text: string): Bytes {
  return encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
