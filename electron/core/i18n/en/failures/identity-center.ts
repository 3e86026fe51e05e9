/** IAM Identity Center: the sign-in of a company, and what it gives access to. */
import type { FailureTexts } from '../../failure-texts.ts';

export const identityCenter: FailureTexts<'identity-center'> = {
  'identity-center.none': {
    cause: 'Nobody is signed in to {startUrl} on this computer.',
    fix: 'Sign in; the browser asks the rest.',
  },
  'identity-center.ended': {
    cause: 'The sign-in to {startUrl} has ended.',
    fix: 'Sign in again.',
  },
  'identity-center.code-expired': {
    cause: 'The sign-in took too long, or its code was used before.',
    fix: 'Try again, and confirm in the browser within a few minutes.',
  },
  'identity-center.denied': {
    cause: 'Access was not allowed: {message}',
    fix: 'Try again and choose “Allow” in the browser. If you did, ask whoever runs Identity Center.',
  },
  'identity-center.client': {
    cause: 'Identity Center no longer knows Daypass as a program.',
    fix: 'Try again: Daypass registers itself again.',
  },
  'identity-center.start-url': {
    cause: 'There is no Identity Center at {startUrl} in {region}: {message}',
    fix: 'Check both: your company’s page of IAM Identity Center, or whoever runs it, names the AWS access portal URL and the region.',
  },
  'identity-center.scope': {
    cause: 'Identity Center does not know one of these scopes: {scopes}',
    fix: 'Correct sso_registration_scopes in the config file; sso:account:access is enough.',
  },
  'identity-center.role': {
    cause: 'You do not have, or no longer have, the role {role} in account {account}.',
    fix: 'Edit the profile and choose another role, or ask whoever runs Identity Center to assign it to you.',
  },
  'identity-center.no-account': {
    cause: 'You are signed in to {startUrl}, but no account is assigned to you there.',
    fix: 'Ask whoever runs Identity Center for access to an account.',
  },
  'identity-center.encryption-key': {
    cause: 'Identity Center may not use the key that its data is encrypted with: {message}',
    fix: 'Only whoever runs the AWS account can mend that: the key’s policy must let Identity Center use it.',
  },
};
