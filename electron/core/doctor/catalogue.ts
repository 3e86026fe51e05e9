/** Every check, in the order in which a person reads them: what is stored already is a cause of its own, whatever git is told. */
import type { Check } from './check.ts';
import { gitCheck, gitConfigChecks } from './checks/git-checks.ts';
import { keychainCheck } from './checks/keychain-check.ts';
import { ownChecks } from './checks/own-checks.ts';

export const CHECKS: readonly Check[] = [gitCheck, keychainCheck, ...gitConfigChecks, ...ownChecks];
