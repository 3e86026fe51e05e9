/** git itself, whether it asks Daypass, and the lines of its configuration that stand in the way. */
import { failure } from '../../base/failure.ts';
import { type Check, found, ifKnown } from '../check.ts';
import type { Facts } from '../facts.ts';

const isMissing = ({ git }: Facts): boolean => git.known && git.value.version === null;

export const gitChecks: readonly Check[] = [
  {
    name: 'git',
    look: ({ git }) => ifKnown(git, ({ version }) => (version === null ? [found(failure('git.missing'))] : [])),
  },
  {
    name: 'git-set-up',
    look: (facts) =>
      isMissing(facts) ? null : ifKnown(facts.git, ({ setUp }) => (setUp ? [] : [found(failure('git.not-set-up'))])),
  },
  {
    name: 'git-config',
    look: (facts) =>
      isMissing(facts)
        ? null
        : ifKnown(facts.git, ({ findings }) => findings.map((line) => ({ is: 'git-line', line }) as const)),
  },
];
