/** Policies as AWS's own guides print them: nothing in them is called wrong that is right. */
import { expect, test } from 'vitest';
import { checkPolicy } from '../../../electron/core/policy/check-policy.ts';
import { OWN_USER, text, WITHOUT } from './policies.ts';

const own = (Sid: string, ...Action: readonly string[]) => ({ Sid, Effect: 'Allow', Action, Resource: OWN_USER });

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html */
const SELF_MANAGE = text(
  {
    Sid: 'AllowViewAccountInfo',
    Effect: 'Allow',
    Action: ['iam:GetAccountPasswordPolicy', 'iam:ListVirtualMFADevices'],
    Resource: '*',
  },
  own('AllowManageOwnPasswords', 'iam:ChangePassword', 'iam:GetUser'),
  own(
    'AllowManageOwnAccessKeys',
    ...['iam:CreateAccessKey', 'iam:DeleteAccessKey', 'iam:GetAccessKeyLastUsed', 'iam:ListAccessKeys'],
    'iam:UpdateAccessKey',
  ),
  own(
    'AllowManageOwnSigningCertificates',
    ...['iam:DeleteSigningCertificate', 'iam:ListSigningCertificates', 'iam:UpdateSigningCertificate'],
    'iam:UploadSigningCertificate',
  ),
  own(
    'AllowManageOwnSSHPublicKeys',
    ...['iam:DeleteSSHPublicKey', 'iam:GetSSHPublicKey', 'iam:ListSSHPublicKeys', 'iam:UpdateSSHPublicKey'],
    'iam:UploadSSHPublicKey',
  ),
  own(
    'AllowManageOwnGitCredentials',
    ...['iam:CreateServiceSpecificCredential', 'iam:DeleteServiceSpecificCredential'],
    ...['iam:ListServiceSpecificCredentials', 'iam:ResetServiceSpecificCredential'],
    'iam:UpdateServiceSpecificCredential',
  ),
  {
    Sid: 'AllowManageOwnVirtualMFADevice',
    Effect: 'Allow',
    Action: ['iam:CreateVirtualMFADevice'],
    Resource: 'arn:aws:iam::*:mfa/*',
  },
  own(
    'AllowManageOwnUserMFA',
    ...['iam:DeactivateMFADevice', 'iam:EnableMFADevice', 'iam:GetMFADevice', 'iam:ListMFADevices'],
    'iam:ResyncMFADevice',
  ),
  {
    Sid: 'DenyAllExceptListedIfNoMFA',
    Effect: 'Deny',
    NotAction: [
      ...['iam:CreateVirtualMFADevice', 'iam:EnableMFADevice', 'iam:GetUser', 'iam:GetMFADevice', 'iam:ListMFADevices'],
      ...['iam:ListVirtualMFADevices', 'iam:ResyncMFADevice', 'sts:GetSessionToken'],
    ],
    Resource: '*',
    Condition: WITHOUT,
  },
);

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html */
const BUCKET_WITH_MFA = text({
  Sid: '',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: 'arn:aws:s3:::amzn-s3-demo-bucket/taxdocuments/*',
  Condition: { Null: { 'aws:MultiFactorAuthAge': true } },
});

const ROLE_WITH_MFA = text({
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'sts:AssumeRole',
  Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
});

const BUCKET_BY_CONSOLE = text(
  { Effect: 'Allow', Action: ['s3:ListAllMyBuckets', 's3:GetBucketLocation'], Resource: 'arn:aws:s3:::*' },
  {
    Effect: 'Allow',
    Action: 's3:ListBucket',
    Resource: 'arn:aws:s3:::amzn-s3-demo-bucket',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own form of a variable
    Condition: { StringLike: { 's3:prefix': ['', 'home/', 'home/${aws:username}/*'] } },
  },
  {
    Effect: 'Allow',
    Action: 's3:*',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own form of a variable
    Resource: 'arn:aws:s3:::amzn-s3-demo-bucket/home/${aws:username}/*',
  },
);

test.each([
  ['self-management of credentials', SELF_MANAGE, ['no-delete-device', 'password-until-mfa', 'session-token']],
  ['a bucket’s folder with MFA', BUCKET_WITH_MFA, []],
  ['a role with MFA', ROLE_WITH_MFA, []],
  ['a home folder in a bucket', BUCKET_BY_CONSOLE, []],
])('%s', (_, policy, codes) => {
  expect(checkPolicy(policy).findings.map(({ code }) => code)).toEqual(codes);
});
