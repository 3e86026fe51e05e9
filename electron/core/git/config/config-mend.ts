/** Takes single settings out of a configuration file, with their continuation lines, and leaves every other byte. */
import { BYTE_ORDER_MARK, type Bytes } from '../../base/bytes.ts';

interface Setting {
  /** As `git config --list` names it. */
  readonly name: string;
  /** Lines from `first` up to, not including, `end`. */
  readonly first: number;
  readonly end: number;
}

interface Section {
  readonly name: string;
  readonly header: number;
  readonly settings: Setting[];
}

const HEADER = /^[ \t]*\[([\w.-]+)(?:[ \t]+"((?:[^"\\]|\\.)*)")?[ \t]*\][ \t]*(?:[#;].*)?\r?\n?$/;
const KEY = /^[ \t]*([A-Za-z][A-Za-z0-9-]*)[ \t]*(?:=|[#;]|\r?\n|$)/;
const BLANK = /^\s*(?:[#;].*)?\s*$/;

/**
 * Without the unwanted settings, `nth` counting those of one name from 0; a section that has nothing left loses its header too. Null where the file is
 * written in a way (a setting beside its header) in which this is not sure to be right.
 */
export function withoutSettings(text: Bytes, isUnwanted: (name: string, nth: number) => boolean): Bytes | null {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const lines = text.slice(mark.length).match(/[^\n]*\n|[^\n]+/g) ?? [];
  const sections = readSections(lines);
  if (!sections) return null;
  const seen = new Map<string, number>();
  const gone = new Set<number>();
  for (const { name, first, end } of sections.flatMap(({ settings }) => settings)) {
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    if (isUnwanted(name, nth)) for (let i = first; i < end; i++) gone.add(i);
  }
  for (const [n, { header, settings }] of sections.entries()) {
    const rest = lines.slice(header + 1, sections[n + 1]?.header);
    // Comments are somebody's words: the header stays with them.
    const isBare = rest.every((line, i) => gone.has(header + 1 + i) || line.trim() === '');
    if (settings.length > 0 && isBare) gone.add(header);
  }
  return mark + lines.filter((_, i) => !gone.has(i)).join('');
}

/** The line, counted from 1, of the nth setting of a name; null where there is none. */
export function lineOfSetting(text: Bytes, name: string, nth: number): number | null {
  const lines =
    (text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text).match(/[^\n]*\n|[^\n]+/g) ?? [];
  const settings = (readSections(lines) ?? []).flatMap((section) => section.settings);
  const setting = settings.filter((one) => one.name === name)[nth];
  return setting ? setting.first + 1 : null;
}

function readSections(lines: readonly string[]): readonly Section[] | null {
  const sections: Section[] = [];
  let end = 0;
  for (const [i, line] of lines.entries()) {
    if (i < end) continue;
    const header = HEADER.exec(line);
    if (header) {
      sections.push({ name: nameOfSection(header[1] ?? '', header[2]), header: i, settings: [] });
    } else if (!BLANK.test(line)) {
      const key = KEY.exec(line)?.[1];
      const section = sections.at(-1);
      if (!key || !section) return null;
      end = endOfValue(lines, i);
      section.settings.push({ name: `${section.name}.${key.toLowerCase()}`, first: i, end });
    }
  }
  return sections;
}

function nameOfSection(name: string, quoted: string | undefined): string {
  if (quoted !== undefined) return `${name.toLowerCase()}.${quoted.replace(/\\(.)/g, '$1')}`;
  // The old form [section.subsection] has no regard to case.
  return name.toLowerCase();
}

/** A backslash before the line end goes on with the next line, unless it stands in a comment or is escaped itself. */
function endOfValue(lines: readonly string[], first: number): number {
  let isQuoted = false;
  for (let i = first; i < lines.length; i++) {
    let isEscaped = false;
    for (const letter of (lines[i] ?? '').replace(/\r?\n/, '')) {
      if (isEscaped) isEscaped = false;
      else if (letter === '\\') isEscaped = true;
      else if (letter === '"') isQuoted = !isQuoted;
      else if (!isQuoted && (letter === '#' || letter === ';')) break;
    }
    if (!isEscaped) return i + 1;
  }
  return lines.length;
}
