/** What in git's configuration stands in the way of Daypass's answers, or will: read from what git itself reads. */

import { isStaticUser } from '../stale/stale-entry.ts';
import { isTrue, type Named, overlaps, PATTERNS, reachesCodeCommit, withName } from './config-name.ts';
import { isOwnFile } from './config-section.ts';
import type { Finding, FindingCode } from './finding.ts';
import { judgeHttp, judgeProtocol, judgeRemote, judgeUrl } from './judge-connection.ts';
import type { GitEntry } from './port.ts';
import { rightLines } from './right-lines.ts';

/** The line of the nth setting of that entry's name in its file, counted from 1; null where it is not known. */
export type LineOf = (entry: GitEntry, nth: number) => number | null;

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

export function findInConfig(
  entries: readonly GitEntry[],
  installation: Installation,
  lineOf: LineOf = () => null,
): readonly Finding[] {
  return judgeAll(entries, installation).map(({ entry, code, mend }) => {
    const alike = entries.filter(({ origin, name }) => origin === entry.origin && name === entry.name);
    return {
      code,
      origin: entry.origin,
      name: shownUrl(entry.name),
      value: code === 'auth-header' ? 'Authorization: …' : shownValue(entry),
      mend,
      line: lineOf(entry, alike.indexOf(entry)),
      right: rightLines(code, withName(entry), installation.ours).map(shownUrl),
    };
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
  const ownOrigin = named.find((e) => isOwnFile(e.origin) && e.value === ours.at(-1))?.origin;
  const inFile = named.findIndex((e) => e.key === 'helper' && SCRIPT.test(e.value ?? '') && !isOwnFile(e.origin));
  const isOthers = ({ origin }: GitEntry) => isOwnFile(origin) && origin !== ownOrigin;
  const others = named.findIndex((e, i) => i > last && isOthers(e) && e.key === 'helper' && SCRIPT.test(e.value ?? ''));
  return entries.flatMap((entry, i) => {
    // Of another Daypass's lines one stands for all.
    if (isOthers(entry)) return i === others ? [{ entry, code: 'other-daypass', mend: 'set-up' }] : [];
    const code = i === inFile ? 'lines-in-file' : judge(withName(entry), last >= 0 && i > last, last >= 0, named);
    if (!code) return [];
    // What a line of ours to edit lets in, gives way once Daypass's comes after that line.
    const givesWay = entry.via === globalOrigin && MENDS[code] === 'set-up';
    return [{ entry, code, mend: entry.origin === globalOrigin || givesWay ? MENDS[code] : null }];
  });
}

const MENDS: Record<FindingCode, Finding['mend']> = {
  'helper-after': 'set-up',
  'helper-reset': 'set-up',
  'path-off': 'set-up',
  'aws-helper': 'remove',
  'lines-in-file': 'set-up',
  'other-daypass': 'set-up',
  'misspelt-section': 'remove',
  'path-global': 'remove',
  'path-without-helper': 'set-up',
  'keeps-passwords': 'set-up',
  'own-credential': null,
  'user-in-url': null,
  'rewritten-url': null,
  netrc: null,
  'auth-header': null,
  'cookie-file': null,
  'proactive-auth': null,
  'interactive-off': 'set-up',
  askpass: 'set-up',
  'protocol-off': null,
  'ssh-key': null,
  'trace-token': null,
  'config-elsewhere': null,
};

function judge(entry: Named, afterOurs: boolean, installed: boolean, all: readonly Named[]): FindingCode | null {
  const { section, subsection, key } = entry;
  const value = entry.value ?? '';
  if (section === 'credentials') return 'misspelt-section';
  if (section === 'url') return judgeUrl(entry);
  if (section === 'remote') return judgeRemote(entry);
  if (section === 'http') return judgeHttp(entry);
  if (section === 'protocol') return judgeProtocol(entry, all);
  // With Daypass git never comes so far as to ask somebody.
  if (section === 'core' && key === 'askpass') return installed || value === '' ? null : 'askpass';
  if (section !== 'credential' || !reachesCodeCommit(subsection)) return null;
  if (key === 'interactive') return installed || isTrue(entry.value) ? null : 'interactive-off';
  if (key === 'helper') {
    if (AWS_HELPER.test(value)) return 'aws-helper';
    if (afterOurs) return value === '' ? 'helper-reset' : 'helper-after';
    return !installed && KEEPERS.test(value) ? 'keeps-passwords' : null;
  }
  if (key === 'username') return isStaticUser(value) ? 'own-credential' : null;
  if (key !== 'usehttppath') return null;
  const isHalf = !installed && all.some((e) => e.key === 'helper' && AWS_HELPER.test(e.value ?? ''));
  if (!isTrue(entry.value)) return afterOurs || isHalf ? 'path-off' : null;
  if (subsection === null) return 'path-global';
  const served = all.some(
    (e) => e.section === 'credential' && e.key === 'helper' && e.value && overlaps(e.subsection, subsection),
  );
  return served ? null : 'path-without-helper';
}

const SHOWN = 120;

/** Helpers can be shell text of any kind, URLs can carry a password: neither is shown in full. */
function shownValue({ value }: GitEntry): string {
  if (value === null) return '';
  if (value.startsWith('!') && !AWS_HELPER.test(value) && !SCRIPT.test(value))
    return `${value.slice(0, 24).split(/password|token/i)[0]}…`;
  return shownUrl(value).slice(0, SHOWN);
}

/** Without passwords, and of AWS's keys the last four characters. */
const shownUrl = (text: string): string =>
  text
    .replace(/(:\/\/[^/@:]*):[^/@]*@/g, '$1:…@')
    .replace(/\b(AKIA|ASIA|APKA)[A-Z0-9]{8,}([A-Z0-9]{4})\b(?:%[^@/\s]*)?/g, '$1…$2');
