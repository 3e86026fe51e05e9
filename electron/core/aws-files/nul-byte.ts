/** Finds what makes a file no text: a NUL stands in none, but in every file that Windows wrote as UTF-16, which no AWS tool reads. */
import type { Bytes } from '../base/bytes.ts';
import type { Refusal } from './profile-edit.ts';

export function nulByteIn(text: Bytes): Refusal | undefined {
  const at = text.indexOf('\0');
  return at < 0 ? undefined : { reason: 'nul-byte', line: text.slice(0, at).split(/\r\n|\n|\r/).length };
}
