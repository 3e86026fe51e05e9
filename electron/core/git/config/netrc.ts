/**
 * `~/.netrc` as curl reads it for git, before any helper is asked: whose login would go to CodeCommit. Of all other words
 * nothing is kept. As curl's lib/netrc.c has it; https://everything.curl.dev/usingcurl/netrc.html
 */
import { codecommitHost } from '../codecommit-host.ts';
import type { Finding } from './finding.ts';

/** Entries of `~/.netrc` that curl would take for CodeCommit. */
export function findInNetrc(text: string, origin: string): readonly Finding[] {
  const words = text.split('\n').map((line) => line.toLowerCase().split(/\s+/));
  const lineOf = (word: string) => words.findIndex((line) => line.includes(word)) + 1 || null;
  return codecommitMachines(text).map((value) => {
    return { code: 'netrc', origin, name: 'machine', value, mend: null, line: lineOf(value) };
  });
}

/** The machines that are CodeCommit's, and `default`, which stands for every host without an entry in front of it. */
export function codecommitMachines(text: string): readonly string[] {
  const lines = readLines(text);
  if (!lines) return [];
  const words = lines.flatMap((line) => line.words.map((word) => word.toLowerCase()));
  const hosts = [...new Set(words)].filter((word) => codecommitHost(word)?.name === word);
  const named = hosts.filter((host) => entryFor(lines, host) === 'machine');
  return entryFor(lines, null) === 'default' ? [...named, 'default'] : named;
}

interface Line {
  readonly words: readonly string[];
  /** An empty line ends a macro; one of blanks does not. */
  readonly isEmpty: boolean;
}

/** What gives this host, or one that has no entry, a login or a password. Words of the grammar are known where they count alone. */
function entryFor(lines: readonly Line[], host: string | null): 'machine' | 'default' | null {
  let state: 'between' | 'macro' | 'name' | 'machine' | 'default' = 'between';
  for (const { words, isEmpty } of lines) {
    if (state === 'macro' && isEmpty) state = 'between';
    for (const word of words) {
      const is = word.toLowerCase();
      if (state === 'macro') break;
      if (state === 'name') state = is === host ? 'machine' : 'between';
      else if (is === 'machine') state = 'name';
      else if (state !== 'between' && (is === 'login' || is === 'password')) return state;
      else if (state === 'between' && is === 'default') state = 'default';
      else if (state === 'between' && is === 'macdef') state = 'macro';
    }
  }
  return null;
}

/** A word in quotes, with escapes; or up to the next blank. A sharp sign before a word begins a comment. */
const WORD = /[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^\s"#]\S*))/y;
const REST = /[ \t]*(?:#.*)?\r?$/y;

/** Null where a quote has no end: then curl takes nothing at all. */
function readLines(text: string): readonly Line[] | null {
  const lines: Line[] = [];
  for (const line of text.split('\n')) {
    const words: string[] = [];
    let at = 0;
    for (;;) {
      WORD.lastIndex = at;
      const [all = '', quoted, plain = ''] = WORD.exec(line) ?? [];
      if (all === '') break;
      words.push(quoted?.replace(/\\(.)/g, '$1') ?? plain);
      at += all.length;
    }
    REST.lastIndex = at;
    if (!REST.test(line)) return null;
    lines.push({ words, isEmpty: /^\r?$/.test(line) });
  }
  return lines;
}
