/** Every check, in the order in which a person reads them. */
import type { Check } from './check.ts';
import { awsFilesCheck } from './checks/aws-files-check.ts';
import { gitChecks } from './checks/git-checks.ts';
import { keychainCheck } from './checks/keychain-check.ts';
import { ownChecks } from './checks/own-checks.ts';

export const CHECKS: readonly Check[] = [...gitChecks, keychainCheck, awsFilesCheck, ...ownChecks];
