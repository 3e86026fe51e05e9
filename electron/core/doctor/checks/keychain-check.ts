/** Stale CodeCommit passwords in the places where git's helpers keep theirs, and what keeps on storing new ones. */
import { failure } from '../../base/failure.ts';
import type { GitState } from '../../git/config/setup.ts';
import type { StaleReport } from '../../git/stale/stale-entries.ts';
import { lineOfEntry, type StaleEntry } from '../../git/stale/stale-entry.ts';
import { type Check, ifKnown } from '../check.ts';
import { type DoctorFinding, found } from '../finding.ts';
import { lineFound, linesOf } from './git-checks.ts';

export const keychainCheck: Check = {
  name: 'keychain',
  look: ({ stale, git }) =>
    ifKnown(stale, ({ entries, failures }: StaleReport) => {
      const temporary = entries.filter(({ kind, outcome }) => kind === 'temporary' && outcome !== 'removed');
      const own = entries.filter(({ kind }) => kind === 'static');
      return [
        ...(git.known ? multiplying(temporary, git.value) : []),
        ...ofEach('keychain.stale', temporary, 'stale-entries'),
        ...ofEach('keychain.own-credential', own),
        ...failures.map(({ failure: why }) => found(why)),
      ];
    }),
};

/** Fewer than a person reads. */
const SHOWN = 5;

function ofEach(
  code: 'keychain.stale' | 'keychain.own-credential',
  entries: readonly StaleEntry[],
  mend: DoctorFinding['mend'] = null,
): readonly DoctorFinding[] {
  const n = entries.length;
  return n === 0 ? [] : [found(failure(code, { n }), { evidence: shown(entries), mend })];
}

function shown(entries: readonly StaleEntry[]): readonly string[] {
  const lines = entries.slice(0, SHOWN).map(lineOfEntry);
  return entries.length > SHOWN ? [...lines, `… +${entries.length - SHOWN}`] : lines;
}

/** git's helpers store each under a user name of its own, so that with each session there is one more. */
function multiplying(temporary: readonly StaleEntry[], { setUp, findings }: GitState): readonly DoctorFinding[] {
  const keeper = findings.find(({ code }) => code === 'keeps-passwords' || code === 'helper-after');
  if (setUp && !keeper) return [];
  const users = new Map<string, Set<string>>();
  for (const { host, user } of temporary) {
    const known = users.get(host) ?? new Set();
    if (user) users.set(host, known.add(user));
  }
  return [...users].flatMap(([host, { size: n }]) => {
    if (n < 2) return [];
    const mend = setUp && keeper ? lineFound(keeper).mend : 'git-set-up';
    return [found(failure('keychain.multiplies', { n, host }), { evidence: keeper ? linesOf(keeper) : [], mend })];
  });
}
