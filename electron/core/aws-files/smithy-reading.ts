/**
 * Reads lines exactly as the AWS SDK for JavaScript does (smithy's shared-ini-file-loader), except that it goes on
 * where that refuses the file, and says where that is. Sections and keys that the SDK drops are left out.
 * https://github.com/smithy-lang/smithy-typescript, parseIni.ts
 */
import type { Line } from './lines.ts';
import type { Flaw, Key, Section } from './section.ts';

/** A section of two words, which becomes one with a dot. */
export const PREFIXED = /^([\w-]+)\s(["']?)([\w\-@+.%:/]+)\2$/;
const KNOWN_PREFIXES = ['profile', 'sso-session', 'services'];
const FORBIDDEN = ['__proto__', 'profile __proto__'];

export interface SmithyReading {
  readonly sections: readonly Section[];
  readonly flaws: readonly Flaw[];
}

export function readAsSmithy(lines: readonly Line[]): SmithyReading {
  const sections: (Section & { keys: Key[] })[] = [];
  const flaws: Flaw[] = [];
  let section: (typeof sections)[number] | undefined;
  let parent: string | undefined;
  for (const row of rows(lines)) {
    const text = withoutComment(row.text);
    if (text.startsWith('[') && text.endsWith(']')) {
      const name = text.slice(1, -1);
      section = isKept(name) ? { name, header: row.first, keys: [] } : undefined;
      if (section) sections.push(section);
      if (FORBIDDEN.includes(name)) flaws.push({ reason: 'forbidden-section', line: row.first.number, section: name });
      parent = undefined;
      continue;
    }
    const equals = text.indexOf('=');
    if (!section || equals < 1) continue;
    const name = text.slice(0, equals).trim();
    const value = text.slice(equals + 1).trim();
    if (value === '') {
      parent = name;
      continue;
    }
    if (row.text.trimStart() === row.text) parent = undefined;
    section.keys.push({ name: parent === undefined ? name : `${parent}.${name}`, value });
  }
  return { sections, flaws };
}

/** What stands before the first `#` or `;` at the beginning of a word. */
export function withoutComment(text: string): string {
  const comment = text.search(/(^|\s)[;#]/);
  return (comment < 0 ? text : text.slice(0, comment)).trim();
}

function isKept(name: string): boolean {
  const prefix = PREFIXED.exec(name)?.[1];
  return name !== '' && (prefix === undefined || KNOWN_PREFIXES.includes(prefix));
}

/** To this parser a carriage return alone ends no line. */
function* rows(lines: readonly Line[]): Generator<{ first: Line; text: string }> {
  let open: Line[] = [];
  for (const line of lines) {
    if (line.end === '\r' && line !== lines.at(-1)) open.push(line);
    else if (open.length === 0) yield { first: line, text: line.text };
    else {
      yield { first: open[0] ?? line, text: [...open, line].map(({ text }) => text).join('\r') };
      open = [];
    }
  }
}
