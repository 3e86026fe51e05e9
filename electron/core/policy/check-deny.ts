/** What is amiss with "deny all but MFA": what its list lacks, what it should not list, and what nothing allows. */
import { BROWSER_ACTIONS } from './browser-statement.ts';
import { isDenyWithoutMfa, letPast } from './deny-without-mfa.ts';
import { matches } from './matches.ts';
import type { Policy, Statement } from './policy.ts';
import { serviceOf } from './policy.ts';
import { finding, type PolicyCode, type PolicyFinding } from './policy-finding.ts';

export function checkDeny({ statements }: Policy): readonly PolicyFinding[] {
  return statements.filter(isDenyWithoutMfa).flatMap((deny) => {
    const lets = (action: string) => letPast(deny).some((pattern) => matches(pattern, action));
    const tell = (code: PolicyCode, evidence = '') => [finding(code, deny.place, evidence)];
    const everything = letPast(deny).filter((pattern) => /^\*+(:\*+)?$/.test(pattern));
    if (everything.length > 0) return tell('deny-nothing', everything.join(', '));
    const services = letPast(deny).filter((pattern) => /:\*+$/.test(pattern));
    const opened = letPast(deny).filter((pattern) => OPENS.some((action) => matches(pattern, action)));
    const unallowed = letPast(deny).filter((pattern) => !needsNothing(pattern) && !isAllowed(pattern, statements));
    const browser = BROWSER_ACTIONS.filter((action) => !lets(action));
    return [
      ...(services.length > 0 ? tell('whole-service', services.join(', ')) : []),
      ...(opened.length > 0 ? tell('gate-opened', opened.join(', ')) : []),
      ...(lets('iam:ListMFADevices') ? [] : tell('no-list-devices')),
      ...(unallowed.length > 0 ? tell('nothing-allows', unallowed.join(', ')) : []),
      ...(lets('iam:CreateVirtualMFADevice') && !lets('iam:DeleteVirtualMFADevice') ? tell('no-delete-device') : []),
      ...(promisesPassword(statements) && !lets('iam:ChangePassword') ? tell('password-until-mfa') : []),
      ...(browser.length > 0 && isWanted(statements) ? tell('browser-denied', browser.join(', ')) : []),
    ];
  });
}

/** With these MFA, or the policy itself, can be taken away by who has no MFA. */
const OPENS = [
  'iam:DeactivateMFADevice',
  'iam:DeleteUserPolicy',
  'iam:DetachUserPolicy',
  'iam:PutUserPolicy',
  'iam:AttachUserPolicy',
  'iam:RemoveUserFromGroup',
];

const needsNothing = (action: string): boolean => /^sts:(GetSessionToken|GetCallerIdentity)$/i.test(action);

const allows = ({ effect, allBut, actions }: Statement, action: string): boolean =>
  effect === 'Allow' && allBut !== actions.some((pattern) => matches(pattern, action));

/** On whatever resource: which one, the resources' own check judges. A pattern is allowed by the same one, or a wider one. */
const isAllowed = (action: string, statements: readonly Statement[]): boolean =>
  statements.some((statement) => allows(statement, action));

/** An Allow that asks for nothing more says to a person that it works now. */
const promisesPassword = (statements: readonly Statement[]): boolean =>
  statements.some(
    (statement) =>
      statement.conditions.length === 0 && !isEverything(statement) && allows(statement, 'iam:ChangePassword'),
  );

const isEverything = ({ actions, allBut }: Statement): boolean =>
  allBut || actions.some((action) => /^\*+(:\*+)?$/.test(action));

/** Signing in with the browser is wanted where the policy speaks of it. */
const isWanted = (statements: readonly Statement[]): boolean =>
  statements.some(({ actions }) => actions.some((action) => serviceOf(action) === 'signin'));
