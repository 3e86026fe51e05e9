/** What the names of git's settings say: `section.SUBSECTION.key`, and which hosts a URL in the middle is meant for. */

import type { GitEntry } from './port.ts';

/** These cover CodeCommit; `*` is one whole label. https://git-scm.com/docs/git-config#Documentation/git-config.txt-httplturlgt */
export const PATTERNS = [
  'https://git-codecommit.*.amazonaws.com',
  'https://git-codecommit-fips.*.amazonaws.com',
  'https://git-codecommit.*.amazonaws.com.cn',
  'https://*.git-codecommit.*.vpce.amazonaws.com',
  'https://*.git-codecommit-fips.*.vpce.amazonaws.com',
] as const;

export interface ConfigName {
  /** In lower case, as git gives it. */
  readonly section: string;
  readonly subsection: string | null;
  readonly key: string;
}

export function splitName(name: string): ConfigName {
  const first = name.indexOf('.');
  const last = name.lastIndexOf('.');
  return {
    section: name.slice(0, first).toLowerCase(),
    subsection: first === last ? null : name.slice(first + 1, last),
    key: name.slice(last + 1).toLowerCase(),
  };
}

/** An entry and the parts of its name. */
export interface Named extends GitEntry, ConfigName {}
export const withName = (entry: GitEntry): Named => ({ ...entry, ...splitName(entry.name) });

/** A name without a value is true; so are these, and every number but 0. */
export const isTrue = (value: string | null): boolean =>
  value === null || /^(?:true|yes|on|[+-]?0*[1-9]\d*[kmg]?)$/i.test(value);

interface UrlPattern {
  readonly labels: readonly string[];
  readonly path: string;
}

// The scheme may be left out in credential sections.
const URL_PATTERN = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:[^/@]*@)?([^/:]*)(?::(\d+))?(\/.*)?$/i;

function parsePattern(text: string): UrlPattern | null {
  const [, scheme = 'https', host = '', port = '443', path = ''] = URL_PATTERN.exec(text) ?? [];
  if (scheme.toLowerCase() !== 'https' || port !== '443') return null;
  return { labels: host.toLowerCase().split('.'), path: path.replace(/\/+$/, '') };
}

const REPOSITORIES = '/v1/repos/';

/** Whether settings of this subsection (null: of none) reach some repository that the pattern covers. */
export function overlaps(subsection: string | null, pattern: string): boolean {
  if (subsection === null) return true;
  const a = parsePattern(subsection);
  const b = parsePattern(pattern);
  if (!a || !b || a.labels.length !== b.labels.length) return false;
  const hosts = a.labels.every((label, i) => label === '*' || b.labels[i] === '*' || label === b.labels[i]);
  const path = `${a.path}/`;
  return hosts && (path.startsWith(REPOSITORIES) || REPOSITORIES.startsWith(path));
}

/** Whether some CodeCommit repository is reached. */
export const reachesCodeCommit = (subsection: string | null): boolean =>
  PATTERNS.some((pattern) => overlaps(subsection, pattern));
