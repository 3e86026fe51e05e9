/** What went wrong last: in the profiles, and in Daypass itself. */
import { FAILURES, type Failure } from '../../base/failure.ts';
import type { FileFinding } from '../aws-files/look.ts';
import { type Check, found, ifKnown } from '../check.ts';

/** What is the network's or the clock's is found there, once for all. */
const isElsewhere = (code: string): boolean => code.startsWith('network.') || code === 'clock.skewed';

export const ownChecks: readonly Check[] = [
  {
    name: 'profiles',
    look: ({ profiles, awsFiles }) =>
      ifKnown(profiles, (ill) =>
        ill
          .filter(({ failure: { code } }) => !isElsewhere(code))
          .filter(
            ({ name, failure }) => !awsFiles.known || !awsFiles.value.some((seen) => explains(seen, name, failure)),
          )
          .map(({ name, failure }) => found(failure, { profile: name })),
      ),
  },
  { name: 'daypass', look: ({ notices }) => ifKnown(notices, (list) => list.map((failure) => found(failure))) },
];

/** The same, found in the files; or a line there that spoils the key with which the profile was refused. */
function explains({ failure, profile }: FileFinding, name: string, refused: Failure): boolean {
  if (profile === name && failure.code === refused.code) return true;
  const isCause = failure.params.source === refused.params.profile && FAILURES[failure.code].severity === 'error';
  return isCause && failure.code.startsWith('aws-files.') && /^key\.|^aws\.refused$/.test(refused.code);
}
