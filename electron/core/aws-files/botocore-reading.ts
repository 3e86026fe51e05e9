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
  const reader = new Reader(lines);
  for (const line of lines) reader.read(line);
  const sections = reader.close();
  const receivers = sections.some(({ name }) => name === DEFAULTS) ? reader.receivers() : [];
  const isRead = (key: Key) => receivers.some((keys) => !keys.has(key.name));
  const nested = sections.flatMap(({ name, keys }) => badNesting(name, name === DEFAULTS ? keys.filter(isRead) : keys));
  const flaws = [...reader.flaws, ...nested].sort((a, b) => a.line - b.line);
  return { sections, flaws };
}

interface OpenKey extends LinedKey {
  value: string;
  readonly lines: Line[];
  /** Empty lines, which belong to the value only where more of it follows. */
  blanks: number;
}

/** There may be millions of these: what is seldom asked for is not kept. */
class OpenSection implements LinedSection {
  readonly name: string;
  readonly header: Line;
  keys: OpenKey[] = [];
  /** How many lines of the file there are up to its end. */
  end = 0;
  readonly #all: readonly Line[];

  constructor(name: string, header: Line, all: readonly Line[]) {
    this.name = name;
    this.header = header;
    this.#all = all;
  }

  get lines(): readonly Line[] {
    return this.#all.slice(this.header.number - 1, this.end);
  }
}

/** Among fewer keys than this one is found at once without a set of their names. */
const FEW = 8;

class Reader {
  readonly flaws: Flaw[] = [];
  readonly #sections: OpenSection[] = [];
  /** By name: the only section of it while that has few keys, else the names of the keys of all. */
  readonly #known = new Map<string, OpenSection | Set<string>>();
  readonly #all: readonly Line[];
  #section: OpenSection | undefined;
  #key: OpenKey | undefined;
  #level = 0;

  constructor(all: readonly Line[]) {
    this.#all = all;
  }

  /** All sections, when all lines have been read. */
  close(): readonly LinedSection[] {
    this.#closeSection(this.#all.length);
    return this.#sections;
  }

  /** The names of the keys that each section has of its own, all sections of one name together. */
  receivers(): readonly Set<string>[] {
    return [...this.#known.keys()].filter((name) => name !== DEFAULTS).map((name) => this.#namesIn(name));
  }

  read(line: Line): void {
    if (!line.isUtf8) this.#flaw('not-utf8', line);
    const { text, indent } = strip(line.text);
    const isComment = text.startsWith('#') || text.startsWith(';');
    const isMore = this.#key !== undefined && indent > this.#level;
    if (isComment || text === '' || isMore) {
      if (!isComment && this.#key) goOn(this.#key, text, line);
      return;
    }
    this.#level = indent;
    const closing = text.startsWith('[') ? text.lastIndexOf(']') : -1;
    if (closing > 1) this.#openSection(text.slice(1, closing), line);
    else this.#readSetting(text, line);
  }

  #openSection(name: string, header: Line): void {
    this.#closeSection(header.number - 1);
    this.#section = new OpenSection(name, header, this.#all);
    this.#key = undefined;
    this.#sections.push(this.#section);
    if (!this.#known.has(name)) this.#known.set(name, this.#section);
    else if (name !== DEFAULTS) this.#flaw('duplicate-section', header);
  }

  #closeSection(end: number): void {
    if (!this.#section) return;
    this.#section.end = end;
    // Without the room that was held for more.
    this.#section.keys = this.#section.keys.slice();
  }

  #readSetting(text: string, line: Line): void {
    const section = this.#section;
    const equals = text.search(/[=:]/);
    if (!section) this.#flaw('text-before-section', line);
    else if (equals < 1) this.#flaw('not-a-setting', line);
    // Python keeps `= value` as a key without a name, which nothing continues; a line without `=` changes nothing.
    if (equals === 0) this.#key = undefined;
    if (!section || equals < 1) return;
    const name = strip(text.slice(0, equals)).text.toLowerCase();
    if (!this.#isNew(name, section)) this.#flaw('duplicate-key', line);
    this.#key = { name, value: strip(text.slice(equals + 1)).text, lines: [line], blanks: 0 };
    section.keys.push(this.#key);
  }

  #isNew(name: string, section: OpenSection): boolean {
    const isAlone = this.#known.get(section.name) === section && section.keys.length < FEW;
    if (isAlone) return !section.keys.some((key) => key.name === name);
    const names = this.#namesIn(section.name);
    return names.size < names.add(name).size;
  }

  #namesIn(section: string): Set<string> {
    const known = this.#known.get(section);
    if (known instanceof Set) return known;
    const names = new Set(known?.keys.map(({ name }) => name));
    this.#known.set(section, names);
    return names;
  }

  #flaw(reason: FlawReason, line: Line): void {
    this.flaws.push({ reason, line: line.number, ...(this.#section && { section: titleOf(this.#section.name) }) });
  }
}

function goOn(key: OpenKey, text: string, line: Line): void {
  if (text === '') {
    key.blanks++;
    return;
  }
  key.value += `${'\n'.repeat(key.blanks + 1)}${text}`;
  key.blanks = 0;
  key.lines.push(line);
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
