/** What git's configuration says of the way to CodeCommit: URLs, HTTP and protocols. */
import { codecommitHost } from '../codecommit-host.ts';
import { type Named, reachesCodeCommit } from './config-name.ts';
import type { FindingCode } from './finding.ts';

/** `url.BASE.insteadOf = PREFIX` turns what begins with PREFIX into BASE and the rest. */
export function judgeUrl({ subsection, key, value }: Named): FindingCode | null {
  if (subsection === null || value === null || !/^(?:push)?insteadof$/.test(key)) return null;
  if (namesUser(subsection)) return 'user-in-url';
  const takesCodeCommit = value !== '' && CODECOMMIT_URL.some((url) => url.startsWith(value) || value.startsWith(url));
  const isCodeCommit = codecommitHost(partsOf(subsection).host) !== null && subsection.startsWith('https://');
  const isOurs = subsection.startsWith('daypass:');
  return takesCodeCommit && !isCodeCommit && !isOurs ? 'rewritten-url' : null;
}

const CODECOMMIT_URL = [
  ...['https://git-codecommit.', 'https://git-codecommit-fips.', 'https://vpce-'],
  ...['codecommit://', 'codecommit::'],
];

export function judgeRemote({ key, value }: Named): FindingCode | null {
  if (value === null || (key !== 'url' && key !== 'pushurl')) return null;
  if (namesUser(value)) return 'user-in-url';
  return sshHost(value) !== null ? 'ssh-key' : null;
}

/** The CodeCommit host of a URL that goes by SSH. */
function sshHost(url: string): string | null {
  const [, host = ''] = /^ssh:\/\/(?:[^/@]*@)?([^/:]+)/i.exec(url) ?? [];
  return codecommitHost(host)?.name ?? null;
}

/** Of `http` and `http.URL`. */
export function judgeHttp({ subsection, key, value }: Named): FindingCode | null {
  if (!reachesCodeCommit(subsection)) return null;
  if (key === 'extraheader') return /^\s*(?:proxy-)?authorization\s*:/i.test(value ?? '') ? 'auth-header' : null;
  if (key === 'cookiefile') return subsection !== null && value ? 'cookie-file' : null;
  // For CodeCommit alone it saves a round trip.
  if (key === 'proactiveauth')
    return subsection === null && /^(?:basic|auto)$/i.test(value ?? '') ? 'proactive-auth' : null;
  return null;
}

/**
 * CodeCommit's URLs need https, and `codecommit:` ones Daypass's remote helper. `protocol.allow` holds where
 * `protocol.NAME.allow` says nothing, which for Daypass's it does; the last one of a name counts.
 */
export function judgeProtocol(entry: Named, all: readonly Named[]): FindingCode | null {
  const said = (name: string | null) =>
    all.findLast(({ section, subsection, key }) => section === 'protocol' && subsection === name && key === 'allow');
  const counts = [said('https') ?? said(null), said('daypass')];
  const isMeant = counts.some((one) => one?.name === entry.name && one.origin === entry.origin);
  return isMeant && entry.value?.toLowerCase() === 'never' ? 'protocol-off' : null;
}

function partsOf(url: string): { readonly user: string; readonly host: string } {
  const [, user = '', host = ''] = /^https?:\/\/(?:([^/@]*)@)?([^/]*)/i.exec(url) ?? [];
  return { user, host };
}

/** Whether this is a CodeCommit URL with a user in it. */
function namesUser(url: string): boolean {
  const { user, host } = partsOf(url);
  return user !== '' && codecommitHost(host) !== null;
}
