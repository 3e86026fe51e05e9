/** Takes single settings out of a configuration file, with their continuation lines, and leaves every other byte. */
import type { Bytes } from '../../base/bytes.ts';

interface Setting {
  /** As `git config --list` names it. */
  readonly name: string;
  /** Lines from `first` up to, not including, `end`. */
  readonly first: number;
  readonly end: number;
}

const HEADER = /^[ \t]*\[([\w.-]+)(?:[ \t]+"((?:[^"\\]|\\.)*)")?[ \t]*\][ \t]*(?:[#;].*)?\r?\n?$/;
const KEY = /^[ \t]*([A-Za-z][A-Za-z0-9-]*)[ \t]*(?:=|[#;]|\r?\n|$)/;
const BLANK = /^\s*(?:[#;].*)?\s*$/;

/**
 * Without the unwanted settings, `nth` counting those of one name from 0; a section that has nothing left loses its header too. Null where the file is
 * written in a way (a setting beside its header) in which this is not sure to be right.
 */
export function withoutSettings(text: Bytes, isUnwanted: (name: string, nth: number) => boolean): Bytes | null {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const read = readSettings(lines);
  if (!read) return null;
  const seen = new Map<string, number>();
  const gone = new Set<number>();
  for (const { name, first, end } of read.settings) {
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    if (isUnwanted(name, nth)) for (let i = first; i < end; i++) gone.add(i);
  }
  for (const { first, end } of read.sections) {
    const mine = read.settings.filter((setting) => setting.first > first && setting.first < end);
    const all = mine.length > 0 && mine.every((setting) => gone.has(setting.first));
    // Comments are somebody's words: the header stays with them.
    const bare = lines.slice(first + 1, end).every((line, n) => gone.has(first + 1 + n) || /^\s*$/.test(line));
    if (all && bare) gone.add(first);
  }
  return lines.filter((_, i) => !gone.has(i)).join('');
}

interface Reading {
  readonly settings: readonly Setting[];
  readonly sections: readonly { readonly first: number; readonly end: number }[];
}

function readSettings(lines: readonly string[]): Reading | null {
  const settings: Setting[] = [];
  const headers: number[] = [];
  let section = '';
  for (let i = 0; i < lines.length; ) {
    const line = (lines[i] ?? '').replace(i === 0 ? /^\u00ef\u00bb\u00bf/ : /^$/, '');
    const header = HEADER.exec(line);
    if (header) {
      headers.push(i);
      section = nameOfSection(header[1] ?? '', header[2]);
    } else if (!BLANK.test(line)) {
      const key = KEY.exec(line)?.[1];
      if (!key || !section) return null;
      const end = endOfValue(lines, i);
      settings.push({ name: `${section}.${key.toLowerCase()}`, first: i, end });
      i = end;
      continue;
    }
    i++;
  }
  const sections = headers.map((first, n) => ({ first, end: headers[n + 1] ?? lines.length }));
  return { settings, sections };
}

function nameOfSection(name: string, quoted: string | undefined): string {
  if (quoted !== undefined) return `${name.toLowerCase()}.${quoted.replace(/\\(.)/g, '$1')}`;
  // The old form [section.subsection] has no regard to case.
  return name.toLowerCase();
}

/** A backslash before the line end goes on with the next line, unless it stands in a comment or is escaped itself. */
function endOfValue(lines: readonly string[], first: number): number {
  let quoted = false;
  for (let i = first; i < lines.length; i++) {
    const line = (lines[i] ?? '').replace(/\r?\n$/, '');
    let goesOn = false;
    for (let c = 0; c < line.length; c++) {
      if (line[c] === '\\') {
        goesOn = c === line.length - 1;
        c++;
      } else if (line[c] === '"') quoted = !quoted;
      else if (!quoted && (line[c] === '#' || line[c] === ';')) break;
    }
    if (!goesOn) return i + 1;
  }
  return lines.length;
}
