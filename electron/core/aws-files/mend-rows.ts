/** Changes single rows of one section, each on a line of its own, or adds one: every other byte stays, and means what it meant. */
import { type Bytes, encodeUtf8 } from '../base/bytes.ts';
import type { Naming } from './find-section.ts';
import { parseIni } from './ini.ts';
import { insertRows } from './insert-rows.ts';
import { joinLines, type Line, type Written } from './lines.ts';
import { nulByteIn } from './nul-byte.ts';
import type { ProfileEdit } from './profile-edit.ts';
import { keepsMeaning } from './proof.ts';

/** By setting: its new value, null to take the row out; what is not named stays. */
export type RowChanges = ReadonlyMap<string, string | null>;

export function mendRows(text: Bytes, naming: Naming, changes: RowChanges): ProfileEdit {
  const found = onlySection(text, naming);
  if ('ok' in found) return found;
  const { before, section, refuse } = found;
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

/** Puts a setting into a section that has it not. */
export function addRow(text: Bytes, naming: Naming, setting: string, value: string): ProfileEdit {
  const found = onlySection(text, naming);
  if ('ok' in found) return found;
  const { before, section, refuse } = found;
  if (section.keys.some(({ name }) => name === setting)) return refuse(section.header);
  const made = insertRows(before, section, [encodeUtf8(`${setting} = ${value}`)]);
  const isKept = keepsMeaning(before, parseIni(made), naming, [setting]);
  return isKept ? { ok: true, text: made, changed: true } : refuse(section.header);
}

/** The only section of that name, or why it cannot be edited. */
function onlySection(text: Bytes, naming: Naming) {
  const nul = nulByteIn(text);
  if (nul) return { ok: false, refusal: nul } as const;
  const before = parseIni(text);
  const [section, second] = before.botocore.filter(({ name }) => naming.isExact(name));
  const refuse = (line: Line | undefined): ProfileEdit => ({
    ok: false,
    refusal: { reason: 'ambiguous', section: naming.header, ...(line && { line: line.number }) },
  });
  return !section || second ? refuse(second?.header) : { before, section, refuse };
}

const withValue = (row: Bytes, value: string): Bytes =>
  row.replace(/^([^=:]*[=:][ \t]*).*$/s, (_, front: string) => front + encodeUtf8(value));
