/**
 * Reads lines exactly as botocore and the AWS CLI do (Python's RawConfigParser and botocore's nested values), except
 * that it goes on where they refuse the file, and says where that is.
 * https://github.com/python/cpython/blob/3.11/Lib/configparser.py, botocore/configloader.py
 */
import type { Line } from './lines.ts';
import type { Flaw, FlawReason, Key, Reading, Section } from './section.ts';

/** Its keys leak into every section; it is no section itself and may come again. */
export const DEFAULTS = 'DEFAULT';

type OpenKey = { name: string; parts: string[]; lines: Line[] };
type OpenSection = { name: string; header: Line; keys: OpenKey[]; lines: Line[] };

export function readAsBotocore(lines: readonly Line[]): Reading {
  const sections: OpenSection[] = [];
  const flaws: Flaw[] = [];
  const seen = new Set<string>();
  let key: OpenKey | undefined;
  let level = 0;

  const flawed = (reason: FlawReason, line: Line) => {
    const section = sections.at(-1)?.name;
    flaws.push({ reason, line: line.number, ...(section !== undefined && { section }) });
  };
  const openSection = (name: string, header: Line) => {
    sections.push({ name, header, keys: [], lines: [header] });
    if (name !== DEFAULTS && seen.has(name)) flawed('duplicate-section', header);
    seen.add(name);
    key = undefined;
  };
  const openKey = (section: OpenSection, name: string, value: string, line: Line) => {
    // A key after a line end cannot be confused with a section's name, which has none.
    const place = `${section.name}\n${name}`;
    if (seen.has(place)) flawed('duplicate-key', line);
    seen.add(place);
    key = { name, parts: [value], lines: [line] };
    section.keys.push(key);
  };

  for (const line of lines) {
    if (!line.isUtf8) flawed('not-utf8', line);
    const { text, indent } = strip(line.text);
    const isComment = text.startsWith('#') || text.startsWith(';');
    const isMore = key !== undefined && indent > level;
    const closing = text.startsWith('[') ? text.lastIndexOf(']') : -1;
    if (text && !isComment && !isMore && closing > 1) {
      level = indent;
      openSection(text.slice(1, closing), line);
      continue;
    }
    const section = sections.at(-1);
    section?.lines.push(line);
    if (isComment) continue;
    if (!text) key?.parts.push('');
    else if (isMore) {
      key?.parts.push(text);
      key?.lines.push(line);
    } else {
      level = indent;
      const equals = text.search(/[=:]/);
      if (!section) flawed('text-before-section', line);
      else if (equals > 0) {
        openKey(section, strip(text.slice(0, equals)).text.toLowerCase(), strip(text.slice(equals + 1)).text, line);
      } else {
        flawed('not-a-setting', line);
        // Python keeps `= value` as a key without a name, which nothing continues; a line without `=` changes nothing.
        if (equals === 0) key = undefined;
      }
    }
  }
  const closed = sections.map(closeSection);
  return { sections: closed, flaws: [...flaws, ...closed.flatMap(badNesting)].sort((a, b) => a.line - b.line) };
}

function closeSection(section: OpenSection): Section {
  const keys = section.keys.map(({ name, parts, lines }): Key => ({ name, lines, value: joinParts(parts) }));
  return { ...section, keys };
}

function joinParts(parts: string[]): string {
  let count = parts.length;
  while (count > 1 && parts[count - 1] === '') count--;
  return parts.slice(0, count).join('\n');
}

/** A value that begins on the next line is nested: botocore wants `=` in each line of it, by its own idea of a line. */
function badNesting(section: Section): Flaw[] {
  const bad = (line: Line) =>
    line.text.split(/[\v\f\u001c-\u001e\u0085\u2028\u2029]/).some((text) => strip(text).text && !text.includes('='));
  return section.keys
    .filter(({ value }) => value.startsWith('\n'))
    .flatMap(({ lines }) => lines.slice(1).filter(bad))
    .map(({ number }) => ({ reason: 'not-a-setting', line: number, section: section.name }));
}

/** What Python's str.strip() leaves, and the number of characters before it. */
function strip(text: string): { text: string; indent: number } {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { text: text.slice(start, end), indent: start };
}

/** Python's str.isspace(): it takes the separators U+001C to U+001F and U+0085, JavaScript's takes U+FEFF. */
function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d) || (code >= 0x1c && code <= 0x1f);
  return code === 0x85 || (code !== 0xfeff && String.fromCharCode(code).trim() === '');
}
