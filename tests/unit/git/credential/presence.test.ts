import { expect, test } from 'vitest';
import { presenceOf } from '../../../../electron/core/git/credential/presence.ts';

test.each([
  ['600', 'terminal'],
  ['900', 'person'],
  ['300', 'unseen'],
  ['2', 'nobody'],
  // Whoever says something else, or nothing, is no git that we have set up.
  ['3600', 'person'],
  ['', 'person'],
  ['x', 'person'],
  ['toString', 'person'],
  [null, 'person'],
  [undefined, 'person'],
])('%s: %s', (seconds, presence) => {
  expect(presenceOf(seconds)).toBe(presence);
});
