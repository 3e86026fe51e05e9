/**
 * Reads lines exactly as botocore and the AWS CLI do (Python's RawConfigParser and botocore's nested values), except
 * that it goes on where they refuse the file, and says where that is.
 * https://github.com/python/cpython/blob/3.11/Lib/configparser.py, botocore/configloader.py
 */
import type { Line } from './lines.ts';
import { type Flaw, type FlawReason, type Key, type Section, titleOf } from './section.ts';

export interface LinedKey extends Key {
  /** The line of the key, then those that continue its value; comments between them are not among them. */
  readonly lines: readonly Line[];
}

export interface LinedSection extends Section {
  readonly keys: readonly LinedKey[];
  /** All lines from the header up to the next section's. */
  readonly lines: readonly Line[];
}

export interface BotocoreReading {
  readonly sections: readonly LinedSection[];
  /** In file order. */
  readonly flaws: readonly Flaw[];
}

/** Its keys leak into every section; it is no section itself and may come again. */
export const DEFAULTS = 'DEFAULT';

export function readAsBotocore(lines: readonly Line[]): BotocoreReading {
  const reader = new Reader();
  for (const line of lines) reader.read(line);
  const sections = reader.sections.map(closeSection);
  const receivers = [...reader.names].filter(([name]) => name !== DEFAULTS).map(([, keys]) => keys);
  const isRead = (key: Key) => receivers.some((own) => !own.has(key.name));
  const nested = sections.flatMap(({ name, keys }) => badNesting(name, name === DEFAULTS ? keys.filter(isRead) : keys));
  const flaws = [...reader.flaws, ...nested].sort((a, b) => a.line - b.line);
  return { sections, flaws };
}

interface OpenKey {
  readonly name: string;
  readonly parts: string[];
  readonly lines: Line[];
}

interface OpenSection {
  readonly name: string;
  readonly header: Line;
  readonly keys: OpenKey[];
  readonly lines: Line[];
}

class Reader {
  readonly sections: OpenSection[] = [];
  readonly flaws: Flaw[] = [];
  /** Each section's keys by name, all sections of one name together. */
  readonly names = new Map<string, Set<string>>();
  #section: OpenSection | undefined;
  #key: OpenKey | undefined;
  #level = 0;

  read(line: Line): void {
    if (!line.isUtf8) this.#flaw('not-utf8', line);
    const { text, indent } = strip(line.text);
    const isComment = text.startsWith('#') || text.startsWith(';');
    const isMore = this.#key !== undefined && indent > this.#level;
    if (isComment || text === '' || isMore) {
      this.#section?.lines.push(line);
      if (!isComment) this.#key?.parts.push(text);
      if (!isComment && text) this.#key?.lines.push(line);
      return;
    }
    this.#level = indent;
    const closing = text.startsWith('[') ? text.lastIndexOf(']') : -1;
    if (closing > 1) this.#openSection(text.slice(1, closing), line);
    else this.#readSetting(text, line);
  }

  #openSection(name: string, header: Line): void {
    this.#section = { name, header, keys: [], lines: [header] };
    this.#key = undefined;
    this.sections.push(this.#section);
    if (!this.names.has(name)) this.names.set(name, new Set());
    else if (name !== DEFAULTS) this.#flaw('duplicate-section', header);
  }

  #readSetting(text: string, line: Line): void {
    const section = this.#section;
    const equals = text.search(/[=:]/);
    if (!section) this.#flaw('text-before-section', line);
    else if (equals < 1) this.#flaw('not-a-setting', line);
    section?.lines.push(line);
    // Python keeps `= value` as a key without a name, which nothing continues; a line without `=` changes nothing.
    if (equals === 0) this.#key = undefined;
    if (!section || equals < 1) return;
    const name = strip(text.slice(0, equals)).text.toLowerCase();
    const seen = this.names.get(section.name);
    if (seen?.has(name)) this.#flaw('duplicate-key', line);
    seen?.add(name);
    this.#key = { name, parts: [strip(text.slice(equals + 1)).text], lines: [line] };
    section.keys.push(this.#key);
  }

  #flaw(reason: FlawReason, line: Line): void {
    this.flaws.push({ reason, line: line.number, ...(this.#section && { section: titleOf(this.#section.name) }) });
  }
}

function closeSection(section: OpenSection): LinedSection {
  const keys = section.keys.map(({ name, parts, lines }): LinedKey => ({ name, lines, value: joinParts(parts) }));
  return { ...section, keys };
}

function joinParts(parts: readonly string[]): string {
  let count = parts.length;
  while (count > 1 && parts[count - 1] === '') count--;
  return parts.slice(0, count).join('\n');
}

/** A value that begins on the next line is nested: botocore wants `=` in each of its lines, as Python knows lines. */
function badNesting(section: string, keys: readonly LinedKey[]): Flaw[] {
  return keys
    .filter(({ value }) => value.startsWith('\n'))
    .flatMap(({ lines }) => lines.slice(1))
    .filter(({ text }) => text.split(LINE_BREAKS).some((part) => strip(part).text && !part.includes('=')))
    .map(({ number }) => ({ reason: 'not-a-setting', line: number, section: titleOf(section) }));
}

/** Where str.splitlines() breaks what reading a file line by line does not. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
const LINE_BREAKS = /[\v\f\x1c-\x1e\x85\u2028\u2029]/;

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
