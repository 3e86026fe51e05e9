/** Cuts a file into lines that, put together again, are the same bytes. */
import { BYTE_ORDER_MARK, type Bytes, decodeUtf8 } from '../base/bytes.ts';

export type LineEnd = '\n' | '\r\n' | '\r' | '';

export interface Line {
  /** From 1, as editors count. */
  readonly number: number;
  readonly bytes: Bytes;
  readonly end: LineEnd;
  /** The bytes as text, with replacement characters where they are not UTF-8. */
  readonly text: string;
  readonly isUtf8: boolean;
}

/** What of a line is written. */
export type Written = Pick<Line, 'bytes' | 'end'>;

export interface Lines<L extends Written = Line> {
  /** The byte order mark, or nothing. */
  readonly mark: Bytes;
  readonly lines: readonly L[];
}

export function splitLines(text: Bytes): Lines {
  // A character above U+00FF would be written as another byte: the caller read the file in the wrong way.
  if (/[\u0100-\uffff]/.test(text)) throw new TypeError('the text of a file must be given as bytes');
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const parts = text.slice(mark.length).split(/(\r\n|\n|\r)/);
  const lines: Line[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const bytes = parts[i] ?? '';
    const end = (parts[i + 1] ?? '') as LineEnd;
    if (bytes || end) lines.push(line(i / 2 + 1, bytes, end));
  }
  return { mark, lines };
}

export function joinLines({ mark, lines }: Lines<Written>): Bytes {
  return mark + lines.map(({ bytes, end }) => bytes + end).join('');
}

/** The blanks that a line begins with. */
export const indentOf = ({ bytes }: Written): Bytes => bytes.slice(0, bytes.search(/[^ \t]|$/));

function line(number: number, bytes: Bytes, end: LineEnd): Line {
  const { text, isUtf8 } = decodeUtf8(bytes);
  return { number, bytes, end, text, isUtf8 };
}
