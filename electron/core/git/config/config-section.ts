/**
 * Daypass's own file of git settings, and the lines that include it in git's global file: what they are, how they are
 * told from a person's, and how they are put at the end and taken out again with every other byte as it was. git passes
 * over an include that is not there, so a copy of the global file does no harm elsewhere. Texts are bytes, one character each.
 */
import { type Bytes, encodeUtf8 } from '../../base/bytes.ts';
import { PATTERNS } from './config-name.ts';
import type { KnownName } from './known-names.ts';

export interface SectionContent {
  /** Daypass's folder, absolute, with the system's own separators. */
  readonly folder: string;
  /** git has the client that reaches a Unix socket. */
  readonly cacheClient: boolean;
  readonly windows: boolean;
  readonly names: readonly KnownName[];
}

/** In Daypass's folder. */
export const OWN_FILE = 'daypass.gitconfig';

/** Whether an entry's origin is that file, of this folder or another. */
export const isOwnFile = (origin: string): boolean => origin.split(/[\\/]/).at(-1) === OWN_FILE;

const BEGIN = '# daypass: begin. Written by Daypass; "daypass git undo" takes it out. Changes belong outside of it.';
const END = '# daypass: end';

/** The helper entries, in their order, as git shall read them. */
export function helperValues(content: SectionContent): readonly string[] {
  const quoted = (name: string) => quotedPath(content, name);
  // Only `get` may reach the client: `store` would start a daemon of git's own on our socket when we are not there.
  const asks = `test "$1" = get || return; test ! -r ${quoted('bin/who-asks.sh')} || . ${quoted('bin/who-asks.sh')}`;
  const ask = `exec git credential-cache --timeout "\${dp_wait:-900}" --socket ${quoted('git.sock')} get`;
  const client = `!f() { ${asks}; ${ask}; }; f`;
  const script = `!${quoted('bin/daypass')} git-credential`;
  return content.cacheClient ? ['', client, script] : ['', script];
}

/** What an earlier Daypass wrote in place of the client above: it says nothing of a git that nobody sees. */
export const earlierHelpers = (content: SectionContent): readonly string[] => [
  `!f() { test "$1" = get && exec git credential-cache --socket ${quotedPath(content, 'git.sock')} get; }; f`,
];

const quotedPath = ({ folder, windows }: SectionContent, name: string): string =>
  shellWord(`${slashed(folder, windows)}/${name}`);

/**
 * Daypass's own file. `codecommit:` URLs go to our remote helper under a name of its own: what it does not answer it
 * leaves to the git-remote-codecommit that was there. It is told which profiles there are by settings, for when the app
 * is not running.
 */
export function ownText(content: SectionContent): Bytes {
  const { folder, windows, names } = content;
  const helpers = helperValues(content).map((value) => (value === '' ? '\thelper =' : `\thelper = ${quote(value)}`));
  const remote = `!${shellWord(`${slashed(folder, windows)}/bin/git-remote-codecommit`)}`;
  return encodeUtf8(
    [
      '# Written by Daypass and kept up to date by it; "daypass git undo" takes it away. Changes to it are lost.',
      ...PATTERNS.flatMap((url) => [`[credential "${url}"]`, ...helpers, '\tuseHttpPath = true']),
      ...['codecommit::', 'codecommit://'].flatMap((scheme) => [
        `[url "${scheme.replace('codecommit', 'daypass')}"]`,
        `\tinsteadOf = ${quote(scheme)}`,
      ]),
      '[alias]',
      `\tremote-daypass = ${quote(remote)}`,
      // git lets no submodule use a remote helper that it does not know.
      '[protocol "daypass"]',
      '\tallow = always',
      ...names.flatMap(({ name, region }) => [`[daypass ${quote(name)}]`, `\tregion = ${region}`]),
      '',
    ].join('\n'),
  );
}

/** The lines between the marks and the marks themselves, each with its line end. */
const sectionText = (path: string, lineEnd: string): Bytes =>
  encodeUtf8([BEGIN, '[include]', `\tpath = ${quote(path)}`, END, ''].join(lineEnd));

/** The path as the global file names Daypass's own: from `home`, which is what `~` is there, so that it holds on other computers too. */
export function includePath(folder: string, windows: boolean, home: string | null): string {
  const [at, root] = [slashed(folder, windows), home === null ? null : slashed(home, windows)];
  return `${root && at.startsWith(`${root}/`) ? `~${at.slice(root.length)}` : at}/${OWN_FILE}`;
}

const slashed = (path: string, windows: boolean): string => (windows ? path.replaceAll('\\', '/') : path);
const shellWord = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
const quote = (value: string): string => `"${value.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;

const OWN_PATH = /^\tpath = ".+\/daypass\.gitconfig"$/;
/** `git config --global include.path` puts what a person includes into the last section of that name, which is ours. */
const OTHER_PATH = /^\tpath = /;

/** What a line between the marks may be, also one that an earlier version or another folder wrote. */
const OURS = [
  /^\[include\]$/,
  OWN_PATH,
  // Earlier versions had all settings in the global file itself.
  /^\[credential "https:\/\/[^"]*git-codecommit[^"]+"\]$/,
  /^\thelper =$/,
  /^\thelper = "!f\(\) \{ test .+git credential-cache (?:--timeout .+ )?--socket '.+git\.sock' get; \}; f"$/,
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
    const after = found.theirs + rest.slice(found.end);
    if (before === '' && after === '') return { text: null };
    rest = withoutSeparator(before, after, found.lineEnd) + after;
  }
}

/** The file with our lines as its last; `text` is one without them. */
export function withSection(text: Bytes | null, path: string): Bytes {
  const lineEnd = text?.includes('\r\n') ? '\r\n' : '\n';
  // The line end in front ends a last line that has none, or is an empty line; taking it back restores either.
  return text === null ? sectionText(path, lineEnd) : text + lineEnd + sectionText(path, lineEnd);
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
  /** What a person includes, with a header of its own. */
  readonly theirs: Bytes;
}

const MARK = /^[ \t]*# daypass: (begin|end)\b[^\n]*\n?/gm;

function findSection(text: Bytes): Found | 'none' | 'changed' {
  const [begin, end] = [...text.matchAll(MARK)];
  if (!begin) return 'none';
  if (begin[1] !== 'begin' || end?.[1] !== 'end') return 'changed';
  const from = begin.index + begin[0].length;
  const inside = text.slice(from, end.index).split(/\r?\n/);
  // The last piece is what stands between the last line end and the mark.
  const theirs = inside.filter((line) => OTHER_PATH.test(line) && !OWN_PATH.test(line));
  const ours = inside.filter((line) => !theirs.includes(line));
  if (ours.pop() !== '' || ours.some((line) => !OURS.some((one) => one.test(line)))) return 'changed';
  const after = end.index + end[0].length;
  if (!startsSection(text.slice(after))) return 'changed';
  const lineEnd = begin[0].endsWith('\r\n') ? '\r\n' : '\n';
  const kept = theirs.length > 0 ? ['[include]', ...theirs, ''].join(lineEnd) : '';
  return { start: begin.index, end: after, lineEnd, theirs: kept };
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
