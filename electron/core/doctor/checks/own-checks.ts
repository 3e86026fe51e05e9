/** What went wrong last: in the profiles, and in Daypass itself. */
import { type Check, found, ifKnown } from '../check.ts';

export const ownChecks: readonly Check[] = [
  {
    name: 'profiles',
    look: ({ profiles }) =>
      ifKnown(profiles, (ill) =>
        ill.map(({ name, failure, evidence = [] }) => found(failure, { profile: name, evidence })),
      ),
  },
  { name: 'daypass', look: ({ notices }) => ifKnown(notices, (list) => list.map((failure) => found(failure))) },
];
