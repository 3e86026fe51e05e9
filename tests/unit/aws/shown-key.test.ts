import { expect, test } from 'vitest';
import { shownKey } from '../../../electron/core/aws/shown-key.ts';

test.each([
  ['AKIAIOSFODNN7EXAMPLE', 'AKIA…MPLE'],
  ['ASIAIOSFODNN7EXAMPLE', 'ASIA…MPLE'],
  // As a terminal has cut it down already.
  ['AKIA…MPLE', 'AKIA…MPLE'],
  // A secret in the place of the key, a key in quotes, and nothing.
  ['wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', '…'],
  ['"AKIAIOSFODNN7EXAMPLE"', '…'],
  ['', '…'],
])('%s is shown as %s', (value, shown) => {
  expect(shownKey(value)).toBe(shown);
});
