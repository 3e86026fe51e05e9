/**
 * Daypass's own lines in git's global file: what they are, how they are told from a person's, and how they are put at
 * the end and taken out again with every other byte as it was. Texts are bytes, one character each.
 */
import { type Bytes, encodeUtf8 } from '../../base/bytes.ts';
import { PATTERNS } from './config-name.ts';

export interface SectionContent {
  /** Daypass's folder, absolute, with the system's own separators. */
  readonly folder: string;
  /** git has the client that reaches a Unix socket. */
  readonly cacheClient: boolean;
  readonly windows: boolean;
  readonly rewrites: readonly Rewrite[];
}

/** `url.BASE.insteadOf = PREFIX`, for each prefix. */
export interface Rewrite {
  readonly base: string;
  readonly prefixes: readonly string[];
}

const BEGIN = '# daypass: begin. Written by Daypass; "daypass git undo" takes it out. Changes belong outside of it.';
const END = '# daypass: end';

/** The helper entries, in their order, as git shall read them. */
export function helperValues({ folder, cacheClient, windows }: SectionContent): readonly string[] {
  const at = windows ? folder.replaceAll('\\', '/') : folder;
  const quoted = (name: string) => `'${`${at}/${name}`.replaceAll("'", `'\\''`)}'`;
  // Only `get` may reach the client: `store` would start a daemon of git's own on our socket when we are not there.
  const client = `!f() { test "$1" = get && exec git credential-cache --socket ${quoted('git.sock')} get; }; f`;
  const script = `!${quoted('bin/daypass')} git-credential`;
  return cacheClient ? ['', client, script] : ['', script];
}

/** The lines between the marks and the marks themselves, each with its line end. */
export function sectionText(content: SectionContent, lineEnd: string): Bytes {
  const helpers = helperValues(content).map((value) => (value === '' ? '\thelper =' : `\thelper = ${quote(value)}`));
  const credentials = PATTERNS.flatMap((url) => [`[credential "${url}"]`, ...helpers, '\tuseHttpPath = true']);
  const urls = content.rewrites.flatMap(({ base, prefixes }) => [
    `[url "${base}"]`,
    ...prefixes.map((prefix) => `\tinsteadOf = ${quote(prefix)}`),
  ]);
  return encodeUtf8([BEGIN, ...credentials, ...urls, END, ''].join(lineEnd));
}

const quote = (value: string): string => `"${value.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;

/** What a line between the marks may be, also one that an earlier version or another folder wrote. */
const OURS = [
  /^\[credential "https:\/\/[^"]*git-codecommit[^"]+"\]$/,
  /^\thelper =$/,
  /^\thelper = "!f\(\) \{ test .+git credential-cache --socket '.+git\.sock' get; \}; f"$/,
  /^\thelper = "!'.+\/bin\/daypass' git-credential"$/,
  /^\tuseHttpPath = true$/,
  /^\[url "https:\/\/git-codecommit\.[^"]+\/v1\/repos\/"\]$/,
  /^\tinsteadOf = "codecommit:[^"]+"$/,
];

/** The file without our lines, or null where they were changed by hand so that taking them out could lose something. */
export function withoutSection(text: Bytes | null): { readonly text: Bytes | null } | null {
  let rest = text ?? '';
  for (;;) {
    const found = findSection(rest);
    if (found === 'changed') return null;
    if (found === 'none') return { text: text === null ? null : rest };
    const before = rest.slice(0, found.start);
    const after = rest.slice(found.end);
    if (before === '' && after === '') return { text: null };
    rest = withoutSeparator(before, after, found.lineEnd) + after;
  }
}

/** The file with our lines as its last; `text` is one without them. */
export function withSection(text: Bytes | null, content: SectionContent): Bytes {
  const lineEnd = text?.includes('\r\n') ? '\r\n' : '\n';
  // The line end in front ends a last line that has none, or is an empty line; taking it back restores either.
  return text === null ? sectionText(content, lineEnd) : text + lineEnd + sectionText(content, lineEnd);
}

function withoutSeparator(before: Bytes, after: Bytes, lineEnd: string): Bytes {
  if (!before.endsWith(lineEnd)) return before;
  const first = before.slice(0, -lineEnd.length);
  // What somebody has added after us still needs a line of its own.
  return after === '' || first === '' || first.endsWith('\n') ? first : before;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly lineEnd: string;
}

const MARK = /^[ \t]*# daypass: (begin|end)\b[^\n]*\n?/gm;

function findSection(text: Bytes): Found | 'none' | 'changed' {
  const [begin, end] = [...text.matchAll(MARK)];
  if (!begin) return 'none';
  if (begin[1] !== 'begin' || end?.[1] !== 'end') return 'changed';
  const from = begin.index + begin[0].length;
  const inside = text.slice(from, end.index).split(/\r?\n/);
  // The last piece is what stands between the last line end and the mark.
  if (inside.pop() !== '' || inside.some((line) => !OURS.some((ours) => ours.test(line)))) return 'changed';
  const after = end.index + end[0].length;
  if (!startsSection(text.slice(after))) return 'changed';
  return { start: begin.index, end: after, lineEnd: begin[0].endsWith('\r\n') ? '\r\n' : '\n' };
}

/** Without us a setting that follows us directly would fall into somebody else's section. */
function startsSection(after: Bytes): boolean {
  return (
    after
      .split('\n')
      .find((line) => !/^\s*(?:[#;]|$)/.test(line))
      ?.trimStart()
      .startsWith('[') ?? true
  );
}
