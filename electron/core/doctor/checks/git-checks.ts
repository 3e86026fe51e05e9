/** git itself, whether it asks Daypass, and the lines of its configuration that stand in the way. */
import { failure } from '../../base/failure.ts';
import type { Finding } from '../../git/config/finding.ts';
import { type Check, ifKnown } from '../check.ts';
import { type DoctorFinding, found } from '../finding.ts';
import type { MendName } from '../mend.ts';

export const gitCheck: Check = {
  name: 'git',
  look: ({ git }) => ifKnown(git, ({ version }) => (version === null ? [found(failure('git.missing'))] : [])),
};

export const gitConfigChecks: readonly Check[] = [
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

/** A line, where it stands, what is right in its place, and what mends it. */
export const lineFound = (line: Finding): DoctorFinding =>
  found(failure(`git-config.${line.code}`), { evidence: linesOf(line), mend: line.mend && MENDS[line.mend] });

/** As a diff: what stands there with `-`, what is right with `+`. */
export function linesOf({ name, value, origin, line, right = [] }: Finding): readonly string[] {
  const place = `${origin.replace(/^file:/, '')}${line ? `:${line}` : ''}`;
  const setting = name === 'machine' ? `machine ${value}` : `${name} = ${value}`;
  return [`- ${setting} (${place})`, ...right.map((one) => `+ ${one}`)];
}
