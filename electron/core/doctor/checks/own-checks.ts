/** What went wrong last: in the profiles, and in Daypass itself. */
import { type Check, found, ifKnown } from '../check.ts';

/** What is the network's or the clock's is found there, once for all. */
const isCause = (code: string): boolean => code.startsWith('network.') || code === 'clock.skewed';

export const ownChecks: readonly Check[] = [
  {
    name: 'profiles',
    look: ({ profiles }) =>
      ifKnown(profiles, (ill) =>
        ill
          .filter(({ failure: { code } }) => !isCause(code))
          .map(({ name, failure }) => found(failure, { profile: name })),
      ),
  },
  { name: 'daypass', look: ({ notices }) => ifKnown(notices, (list) => list.map((failure) => found(failure))) },
];
