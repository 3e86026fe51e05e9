/** git itself, whether it asks Daypass, and the lines of its configuration that stand in the way. */
import { failure } from '../../base/failure.ts';
import type { Finding } from '../../git/config/config-findings.ts';
import { type Check, type DoctorFinding, found, ifKnown } from '../check.ts';
import type { MendName } from '../mend.ts';

export const gitChecks: readonly Check[] = [
  {
    name: 'git',
    look: ({ git }) => ifKnown(git, ({ version }) => (version === null ? [found(failure('git.missing'))] : [])),
  },
  {
    name: 'git-set-up',
    behind: ['git'],
    look: ({ git }) =>
      ifKnown(git, ({ setUp }) => (setUp ? [] : [found(failure('git.not-set-up'), { mend: 'git-set-up' })])),
  },
  {
    name: 'git-config',
    behind: ['git'],
    look: ({ git }) => ifKnown(git, ({ findings }) => findings.map(lineFound)),
  },
];

const MENDS: Record<NonNullable<Finding['mend']>, MendName> = { 'set-up': 'git-set-up', remove: 'git-lines' };

/** A line, where it stands and what mends it. */
export const lineFound = ({ code, origin, value, mend }: Finding): DoctorFinding =>
  found(failure(`git-config.${code}`), {
    evidence: [`${value} (${origin.replace(/^file:/, '')})`],
    mend: mend && MENDS[mend],
  });
