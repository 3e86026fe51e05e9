/** Policies for the tests: a sound one, what is put in its place, and the one of the user whom Daypass was made for. */

// biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own form of a variable
export const OWN_USER = 'arn:aws:iam::*:user/${aws:username}';
export const WITHOUT = { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } };
export const WITH = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };

export const text = (...Statement: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement }, null, 2);

export const allow = (more: object): object => ({
  Effect: 'Allow',
  Action: 'iam:GetUser',
  Resource: OWN_USER,
  ...more,
});

/** "Deny all but MFA" with nothing amiss, where `LISTED` is allowed. */
export const deny = (more: object = {}): object => ({
  Effect: 'Deny',
  NotAction: ['iam:ListMFADevices'],
  Resource: '*',
  Condition: WITHOUT,
  ...more,
});
export const LISTED = allow({ Action: 'iam:ListMFADevices' });

export const USERS_OWN = text(
  {
    Sid: 'AllowManageOwnPasswords',
    Effect: 'Allow',
    Action: ['iam:ChangePassword', 'iam:GetUser', 'iam:GetLoginProfile', 'iam:UpdateLoginProfile'],
    Resource: OWN_USER,
  },
  {
    Sid: 'BlockMostAccessUnlessSignedInWithMFA',
    Effect: 'Deny',
    NotAction: [
      'iam:CreateVirtualMFADevice',
      'iam:EnableMFADevice',
      'iam:ListMFADevices',
      'iam:ListUsers',
      'iam:ListVirtualMFADevices',
      'iam:ResyncMFADevice',
      'iam:GetAccountPasswordPolicy',
    ],
    Resource: '*',
    Condition: WITHOUT,
  },
);
