/** Adds a section after a file's last byte, such that taking its lines out again gives the file back. */
import { BYTE_ORDER_MARK, type Bytes } from '../base/bytes.ts';
import type { LineEnd } from './lines.ts';

/** Where the file's last line is open, ours is too: the line ends stand in front. */
export function appendSection(text: Bytes, rows: readonly Bytes[]): Bytes {
  const end = lineEndOf(text);
  const isOpen = text !== '' && text !== BYTE_ORDER_MARK && !text.endsWith('\n');
  return text + rows.map((bytes) => (isOpen ? end + bytes : bytes + end)).join('');
}

/** The file's own, but never a carriage return alone: the SDK for JavaScript would not see our section. */
function lineEndOf(text: Bytes): LineEnd {
  return text[text.lastIndexOf('\n') - 1] === '\r' ? '\r\n' : '\n';
}
