/** Every check, in the order in which a person reads them: what is stored already is a cause of its own, whatever git is told. */
import type { Check } from './check.ts';
import { awsFilesCheck } from './checks/aws-files-check.ts';
import { clockCheck } from './checks/clock-check.ts';
import { environmentCheck } from './checks/environment-check.ts';
import { gitCheck, gitConfigChecks } from './checks/git-checks.ts';
import { keychainCheck } from './checks/keychain-check.ts';
import { networkCheck } from './checks/network-check.ts';
import { ownChecks } from './checks/own-checks.ts';
import { programsCheck } from './checks/programs-check.ts';

export const CHECKS: readonly Check[] = [
  clockCheck,
  networkCheck,
  programsCheck,
  environmentCheck,
  gitCheck,
  keychainCheck,
  ...gitConfigChecks,
  awsFilesCheck,
  ...ownChecks,
];
