/** Puts new rows into a section of somebody else's, where they change nothing that stands there. */
import type { Bytes } from '../base/bytes.ts';
import type { LinedSection } from './botocore-reading.ts';
import type { Ini } from './ini.ts';
import { indentOf, joinLines, type Written } from './lines.ts';

/** Before the first key and indented as it is: there a line continues nothing, and nothing continues it. */
export function insertRows(ini: Ini, section: LinedSection, rows: readonly Bytes[]): Bytes {
  const [first] = section.keys;
  const place = first?.lines[0] ?? section.header;
  const indent = first ? indentOf(place) : '';
  const end = section.header.end || '\n';
  const added = rows.map((bytes): Written => ({ bytes: indent + bytes, end }));
  const both = first ? [...added, place] : [{ bytes: place.bytes, end }, ...added];
  const made = joinLines({ mark: ini.mark, lines: ini.lines.flatMap((line) => (line === place ? both : [line])) });
  // A header that ended the file without a line end has got one; the file stays open at its end.
  return section.header.end === '' ? made.slice(0, -end.length) : made;
}
