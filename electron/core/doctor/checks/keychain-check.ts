/** Stale CodeCommit passwords in the places where git's helpers keep theirs. */
import { failure } from '../../base/failure.ts';
import { type Check, found, ifKnown } from '../check.ts';

export const keychainCheck: Check = {
  name: 'keychain',
  look: ({ stale }) =>
    ifKnown(stale, ({ entries, failures }) => {
      const n = entries.filter(({ kind, outcome }) => kind === 'temporary' && outcome !== 'removed').length;
      const stuck = failures.map(({ failure: why }) => found(why));
      return n === 0 ? stuck : [found(failure('keychain.stale', { n }), { mend: 'stale-entries' }), ...stuck];
    }),
};
