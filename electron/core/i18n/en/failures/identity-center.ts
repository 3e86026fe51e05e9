/** IAM Identity Center: the sign-in of a company, and what it gives access to. */
import type { FailureTexts } from '../../failure-texts.ts';

export const identityCenter: FailureTexts<'identity-center'> = {
  'identity-center.none': {
    cause: 'Nobody is signed in to {startUrl} on this computer.',
    fix: 'Sign in; the browser guides you.',
  },
  'identity-center.ended': {
    cause: 'The sign-in to {startUrl} has expired.',
    fix: 'Sign in again.',
  },
  'identity-center.code-expired': {
    cause: 'The sign-in took too long, or its code was already used.',
    fix: 'Try again, and confirm in the browser within a few minutes.',
  },
  'identity-center.denied': {
    cause: 'Access wasn’t allowed: {message}',
    fix: 'Try again and choose “Allow” in the browser. If you did, ask your Identity Center administrator.',
  },
  'identity-center.client': {
    cause: 'Identity Center no longer recognizes Daypass.',
    fix: 'Try again. Daypass then registers itself.',
  },
  'identity-center.start-url': {
    cause: 'There is no Identity Center at {startUrl} in {region}: {message}',
    fix: 'Check both. Your company’s IAM Identity Center page, or its administrator, can tell you the AWS access portal URL and the region.',
  },
  'identity-center.scope': {
    cause: 'Identity Center doesn’t know one of these scopes: {scopes}',
    fix: 'Correct sso_registration_scopes in the config file; sso:account:access is enough.',
  },
  'identity-center.role': {
    cause: 'You don’t have the role {role} in account {account}, or no longer have it.',
    fix: 'Edit the profile and choose another role, or ask your Identity Center administrator to assign it to you.',
  },
  'identity-center.no-account': {
    cause: 'You are signed in to {startUrl}, but have no account there.',
    fix: 'Ask your Identity Center administrator for access to an account.',
  },
  'identity-center.encryption-key': {
    cause: 'Identity Center isn’t allowed to use its own encryption key: {message}',
    fix: 'Only your AWS administrator can fix this: the key’s policy must allow Identity Center.',
  },
};
