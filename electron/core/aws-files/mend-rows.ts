/** Changes single rows of one section, each on a line of its own: every other byte stays, and means what it meant. */
import { type Bytes, encodeUtf8 } from '../base/bytes.ts';
import type { Naming } from './find-section.ts';
import { parseIni } from './ini.ts';
import { joinLines, type Line, type Written } from './lines.ts';
import { nulByteIn } from './nul-byte.ts';
import type { ProfileEdit } from './profile-edit.ts';
import { keepsMeaning } from './proof.ts';

/** By setting: its new value, null to take the row out; what is not named stays. */
export type RowChanges = ReadonlyMap<string, string | null>;

export function mendRows(text: Bytes, naming: Naming, changes: RowChanges): ProfileEdit {
  const nul = nulByteIn(text);
  if (nul) return { ok: false, refusal: nul };
  const before = parseIni(text);
  const [section, second] = before.botocore.filter(({ name }) => naming.isExact(name));
  const refuse = (line: Line | undefined): ProfileEdit => ({
    ok: false,
    refusal: { reason: 'ambiguous', section: naming.header, ...(line && { line: line.number }) },
  });
  if (!section || second) return refuse(second?.header);
  const made = new Map<Line, Written | null>();
  for (const { name, lines } of section.keys) {
    const [line, more] = lines;
    const value = changes.get(name);
    if (value === undefined || !line) continue;
    if (more) return refuse(line);
    made.set(line, value === null ? null : { bytes: withValue(line.bytes, value), end: line.end });
  }
  const lines = before.lines.flatMap((line): Written[] => {
    const change = made.get(line);
    return change === undefined ? [line] : change === null ? [] : [change];
  });
  const after = parseIni(joinLines({ mark: before.mark, lines }));
  const isKept = keepsMeaning(before, after, naming, [...changes.keys()]);
  const result = joinLines(after);
  return isKept ? { ok: true, text: result, changed: result !== text } : refuse(section.header);
}

const withValue = (row: Bytes, value: string): Bytes =>
  row.replace(/^([^=:]*[=:][ \t]*).*$/s, (_, front: string) => front + encodeUtf8(value));
