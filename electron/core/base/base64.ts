/** Base64 in both of its alphabets (RFC 4648), over bytes as characters. */
import type { Bytes } from './bytes.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The alphabet of URLs, without padding. */
export function base64Url(bytes: Bytes): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const part = bytes.slice(at, at + 3);
    const bits = [0, 1, 2].reduce((sum, i) => (sum << 8) | (i < part.length ? part.charCodeAt(i) : 0), 0);
    for (let i = 0; i <= part.length; i++) text += ALPHABET.charAt((bits >> (18 - 6 * i)) & 63);
  }
  return text;
}

/** Of either alphabet, with padding or without; null where it is none. */
export function fromBase64(text: string): Bytes | null {
  const digits = text
    .replace(/={1,2}$/, '')
    .replaceAll('+', '-')
    .replaceAll('/', '_');
  if (!/^[\w-]*$/.test(digits) || digits.length % 4 === 1) return null;
  let bytes = '';
  let bits = 0;
  for (let at = 0; at < digits.length; at++) {
    bits = ((bits << 6) | ALPHABET.indexOf(digits.charAt(at))) & 0xffff;
    const left = (at % 4) * 2;
    if (left > 0) bytes += String.fromCharCode((bits >> (6 - left)) & 0xff);
  }
  return bytes;
}
