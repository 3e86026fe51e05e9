/** What in git's configuration stands in the way of Daypass's answers, or will: read from what git itself reads. */

import { codecommitHost } from '../codecommit-host.ts';
import { isStaticUser } from '../stale/stale-entry.ts';
import { type ConfigName, overlaps, PATTERNS, reachesCodeCommit, splitName } from './config-name.ts';
import { isOwnFile } from './config-section.ts';
import { codecommitMachines } from './netrc.ts';
import type { GitEntry } from './port.ts';

export type FindingCode =
  /** A helper that is asked after ours: it gets every password to keep, and can answer before nobody else. */
  | 'helper-after'
  /** An empty `helper` after ours: git does not ask us. */
  | 'helper-reset'
  /** `useHttpPath` is off after ours: git does not say which repository, and nothing can be signed. */
  | 'path-off'
  /** AWS's own helper, as guides have it written. */
  | 'aws-helper'
  /** Our lines in a file that is not Daypass's own: a copy of it, where there is no Daypass, takes git's other helpers away. */
  | 'lines-in-file'
  /** A section `credentials`, which git does not know. */
  | 'misspelt-section'
  /** `useHttpPath` for all hosts: other hosts' passwords are kept for each repository. */
  | 'path-global'
  /** `useHttpPath` for CodeCommit and no helper. */
  | 'path-without-helper'
  /** A helper that keeps passwords, asked for CodeCommit because git is not set up. */
  | 'keeps-passwords'
  /** The name of an HTTPS git credential of IAM: its owner's own helper answers, not Daypass. */
  | 'own-credential'
  /** The URL's user reaches the server in place of ours. */
  | 'user-in-url'
  /** CodeCommit's https URLs are turned into something else. */
  | 'rewritten-url'
  /** curl takes this before any helper is asked. */
  | 'netrc';

export interface Finding {
  readonly code: FindingCode;
  /** The file, as git names it. */
  readonly origin: string;
  readonly name: string;
  /** Fit to be shown: what could be a password is left out. */
  readonly value: string;
  /** By setting up (again), by taking the lines out of the global file, or by a person. */
  readonly mend: 'set-up' | 'remove' | null;
}

interface Named extends GitEntry, ConfigName {}

/** `ours`: our helper values without the empty one; `globalOrigin`: the origin of entries in the file that we can edit. */
export interface Installation {
  readonly ours: readonly string[];
  /** What earlier versions wrote in place of one of them. */
  readonly earlier?: readonly string[];
  readonly globalOrigin: string;
}

const KEEPERS =
  /(?:^|[\\/\s'-])(?:osxkeychain|manager(?:-core)?|libsecret|store|cache|wincred|gnome-keyring|netrc)(?:\.exe)?(?=['\s]|$)/;
/** Daypass's script as a helper, of this folder or another. */
const SCRIPT = /^!'.+\/bin\/daypass' git-credential$/;
const AWS_HELPER = /\baws(?:\.exe|\.cmd)?['"]?\s.*\bcodecommit\s+credential-helper\b/;

/** Whether git asks us first for every CodeCommit host, and tells us the repository. */
export function isSetUp(entries: readonly GitEntry[], { ours, earlier = [] }: Installation): boolean {
  const named = entries.map(withName);
  return PATTERNS.every((pattern) => {
    const credential = named.filter((e) => e.section === 'credential' && overlaps(e.subsection, pattern));
    const helpers = credential.filter((e) => e.key === 'helper').map((e) => e.value ?? '');
    const inForce = helpers.slice(helpers.lastIndexOf('') + 1);
    const path = credential.findLast((e) => e.key === 'usehttppath');
    return (
      ours.every((value, i) => [value, ...earlier].includes(inForce[i] ?? '')) &&
      path !== undefined &&
      isTrue(path.value)
    );
  });
}

export function findInConfig(entries: readonly GitEntry[], installation: Installation): readonly Finding[] {
  return judgeAll(entries, installation).map(({ entry, code, mend }) => {
    return { code, origin: entry.origin, name: shownUrl(entry.name), value: shownValue(entry), mend };
  });
}

interface Judged {
  readonly entry: GitEntry;
  readonly code: FindingCode;
  readonly mend: Finding['mend'];
}

export function judgeAll(entries: readonly GitEntry[], { ours, globalOrigin }: Installation): readonly Judged[] {
  const named = entries.map(withName);
  const last = named.findLastIndex((e) => e.key === 'helper' && ours.includes(e.value ?? ''));
  const inFile = named.findIndex((e) => e.key === 'helper' && SCRIPT.test(e.value ?? '') && !isOwnFile(e.origin));
  return entries.flatMap((entry, i) => {
    const code = i === inFile ? 'lines-in-file' : judge(withName(entry), last >= 0 && i > last, last >= 0, named);
    return code ? [{ entry, code, mend: entry.origin === globalOrigin ? MENDS[code] : null }] : [];
  });
}

const MENDS: Record<FindingCode, Finding['mend']> = {
  'helper-after': 'set-up',
  'helper-reset': 'set-up',
  'path-off': 'set-up',
  'aws-helper': 'remove',
  'lines-in-file': 'set-up',
  'misspelt-section': 'remove',
  'path-global': 'remove',
  'path-without-helper': 'set-up',
  'keeps-passwords': 'set-up',
  'own-credential': null,
  'user-in-url': null,
  'rewritten-url': null,
  netrc: null,
};

function judge(entry: Named, afterOurs: boolean, installed: boolean, all: readonly Named[]): FindingCode | null {
  const { section, subsection, key } = entry;
  const value = entry.value ?? '';
  if (section === 'credentials') return 'misspelt-section';
  if (section === 'url') return judgeUrl(entry);
  if (section === 'remote' && (key === 'url' || key === 'pushurl')) return namesUser(value) ? 'user-in-url' : null;
  if (section !== 'credential' || !reachesCodeCommit(subsection)) return null;
  if (key === 'helper') {
    if (AWS_HELPER.test(value)) return 'aws-helper';
    if (afterOurs) return value === '' ? 'helper-reset' : 'helper-after';
    return !installed && KEEPERS.test(value) ? 'keeps-passwords' : null;
  }
  if (key === 'username') return isStaticUser(value) ? 'own-credential' : null;
  if (key !== 'usehttppath') return null;
  if (!isTrue(entry.value)) return afterOurs ? 'path-off' : null;
  if (subsection === null) return 'path-global';
  const served = all.some(
    (e) => e.section === 'credential' && e.key === 'helper' && e.value && overlaps(e.subsection, subsection),
  );
  return served ? null : 'path-without-helper';
}

/** `url.BASE.insteadOf = PREFIX` turns what begins with PREFIX into BASE and the rest. */
function judgeUrl({ subsection, key, value }: Named): FindingCode | null {
  if (subsection === null || value === null || !/^(?:push)?insteadof$/.test(key)) return null;
  if (namesUser(subsection)) return 'user-in-url';
  const takesCodeCommit = value !== '' && CODECOMMIT_URL.some((url) => url.startsWith(value) || value.startsWith(url));
  const isCodeCommit = codecommitHost(partsOf(subsection).host) !== null && subsection.startsWith('https://');
  return takesCodeCommit && !isCodeCommit ? 'rewritten-url' : null;
}

const CODECOMMIT_URL = ['https://git-codecommit.', 'https://git-codecommit-fips.', 'https://vpce-'];

function partsOf(url: string): { readonly user: string; readonly host: string } {
  const [, user = '', host = ''] = /^https?:\/\/(?:([^/@]*)@)?([^/]*)/i.exec(url) ?? [];
  return { user, host };
}

/** Whether this is a CodeCommit URL with a user in it. */
function namesUser(url: string): boolean {
  const { user, host } = partsOf(url);
  return user !== '' && codecommitHost(host) !== null;
}

/** Entries of `~/.netrc` that curl would take for CodeCommit. */
export const findInNetrc = (text: string, origin: string): readonly Finding[] =>
  codecommitMachines(text).map((value) => ({ code: 'netrc', origin, name: 'machine', value, mend: null }));

const withName = (entry: GitEntry): Named => ({ ...entry, ...splitName(entry.name) });

/** A name without a value is true; so are these, and every number but 0. */
const isTrue = (value: string | null): boolean =>
  value === null || /^(?:true|yes|on|[+-]?0*[1-9]\d*[kmg]?)$/i.test(value);

const SHOWN = 120;

/** Helpers can be shell text of any kind, URLs can carry a password: neither is shown in full. */
function shownValue({ value }: GitEntry): string {
  if (value === null) return '';
  if (value.startsWith('!') && !AWS_HELPER.test(value)) return `${value.slice(0, 24).split(/password|token/i)[0]}…`;
  return shownUrl(value).slice(0, SHOWN);
}

const shownUrl = (text: string): string => text.replace(/(:\/\/[^/@:]*):[^/@]*@/g, '$1:…@');
