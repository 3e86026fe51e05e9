/** The policy of a user who may do without MFA just what leads to it, and its variants. It passes Daypass's own check. */
import { flag, list, nullable, object, oneOf, type Parser, text } from '../base/parse.ts';
import { BROWSER_ACTIONS } from './browser-statement.ts';

export const PARTITIONS = ['aws', 'aws-cn', 'aws-us-gov'] as const;
export type PolicyPartition = (typeof PARTITIONS)[number];

export interface PolicyWishes {
  readonly partition: PolicyPartition;
  /** The user enrols an MFA device without help. */
  readonly enrolment: boolean;
  /** The user may sign in with the browser, as `aws login` does. */
  readonly browser: boolean;
  /** Repositories of CodeCommit, by name. */
  readonly repositories: readonly string[];
  readonly buckets: readonly string[];
  /** In place of all else: the policy of this bucket itself. */
  readonly bucketPolicy: string | null;
}

const MOST = 10;
const repository = text(100, /^[\w.*-]+$/);
const bucket = text(63, /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/);

export const policyWishes: Parser<PolicyWishes> = object({
  partition: oneOf(...PARTITIONS),
  enrolment: flag,
  browser: flag,
  repositories: list(repository, MOST),
  buckets: list(bucket, MOST),
  bucketPolicy: nullable(bucket),
});

/** Statements as AWS writes them. */
interface Written {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: '*';
  readonly Action?: readonly string[] | string;
  readonly NotAction?: readonly string[];
  readonly Resource: readonly string[] | string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const MFA = 'aws:MultiFactorAuthPresent';
const WITH_MFA = { Bool: { [MFA]: 'true' } };
/** Long-term keys carry no such key, and only IfExists counts them as without MFA. */
const WITHOUT_MFA = { BoolIfExists: { [MFA]: 'false' } };

const OWN_DEVICE = ['iam:GetMFADevice', 'iam:GetUser', 'iam:ListMFADevices', 'iam:ResyncMFADevice'];
const ACCOUNT = ['iam:ListVirtualMFADevices'];
/** A broken-off enrolment leaves a device that has to go before its name is free again. */
const NEW_DEVICE = ['iam:CreateVirtualMFADevice', 'iam:DeleteVirtualMFADevice'];
const ENABLE = 'iam:EnableMFADevice';
/** To rotate a key, and to find what gets in without MFA. */
export const OWN_KEYS = [
  'iam:CreateAccessKey',
  'iam:DeleteAccessKey',
  'iam:GetAccessKeyLastUsed',
  'iam:ListAccessKeys',
  'iam:ListServiceSpecificCredentials',
  'iam:ListSSHPublicKeys',
  'iam:UpdateAccessKey',
];
const OWN_PASSWORD = ['iam:ChangePassword', 'iam:GetLoginProfile'];

/** JSON, two blanks deep, with a line end at its end. */
export function generatePolicy(wishes: PolicyWishes): string {
  const Statement = wishes.bucketPolicy === null ? userStatements(wishes) : bucketStatements(wishes);
  return `${JSON.stringify({ Version: '2012-10-17', Statement }, null, 2)}\n`;
}

function userStatements(wishes: PolicyWishes): readonly Written[] {
  const { partition, enrolment, browser } = wishes;
  const user = `arn:${partition}:iam::*:user/\${aws:username}`;
  // The device's name is free, so it is any device's; IAM deletes none that is in use.
  const devices = `arn:${partition}:iam::*:mfa/*`;
  const allow = (Sid: string, Action: readonly string[], Resource: string | readonly string[]): Written => ({
    Sid,
    Effect: 'Allow',
    Action,
    Resource,
  });
  const ownDevice = enrolment ? [...OWN_DEVICE, ENABLE].sort() : OWN_DEVICE;
  const own = [...OWN_PASSWORD, ...OWN_KEYS, 'iam:DeactivateMFADevice'];
  const withMfa = enrolment ? own : [...own, ENABLE];
  const create = allow('CreateDevice', NEW_DEVICE, devices);
  return [
    allow('ReadAccount', ['iam:GetAccountPasswordPolicy', ...ACCOUNT], '*'),
    allow('FindOwnDevice', ownDevice, user),
    enrolment ? create : { ...create, Condition: WITH_MFA },
    { ...allow('OwnPasswordAndKeysWithMFA', withMfa, user), Condition: WITH_MFA },
    ...(browser ? [allow('SignInWithBrowser', BROWSER_ACTIONS, '*')] : []),
    ...workStatements(wishes),
    {
      Sid: 'DenyAllButThisWithoutMFA',
      Effect: 'Deny',
      NotAction: [...ownDevice, ...ACCOUNT, ...(enrolment ? NEW_DEVICE : []), ...(browser ? BROWSER_ACTIONS : [])],
      Resource: '*',
      Condition: WITHOUT_MFA,
    },
  ];
}

/** What lets a user set up an MFA device without help: to be allowed, and not to be denied without MFA. */
export const ENROLMENT = [...NEW_DEVICE, ENABLE, 'iam:ListMFADevices', 'iam:ResyncMFADevice'].sort();

/** A policy that allows just that. */
export function enrolmentPolicy(partition: PolicyPartition): string {
  const own = ENROLMENT.filter((action) => !NEW_DEVICE.includes(action));
  const Statement: readonly Written[] = [
    { Sid: 'EnrolOwnDevice', Effect: 'Allow', Action: own, Resource: `arn:${partition}:iam::*:user/\${aws:username}` },
    { Sid: 'CreateDevice', Effect: 'Allow', Action: NEW_DEVICE, Resource: `arn:${partition}:iam::*:mfa/*` },
  ];
  return `${JSON.stringify({ Version: '2012-10-17', Statement }, null, 2)}\n`;
}

/** What the user works on, each with MFA alone, so that it holds where the statement that denies is missing too. */
function workStatements({ partition, repositories, buckets }: PolicyWishes): readonly Written[] {
  const named = buckets.map((name) => `arn:${partition}:s3:::${name}`);
  const work: readonly (readonly [sid: string, actions: readonly string[], resources: readonly string[]])[] = [
    [
      'GitWithMFA',
      ['codecommit:GetRepository', 'codecommit:GitPull', 'codecommit:GitPush'],
      repositories.map((name) => `arn:${partition}:codecommit:*:*:${name}`),
    ],
    ['ListBucketsWithMFA', ['s3:GetBucketLocation', 's3:ListBucket'], named],
    ['ObjectsWithMFA', ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], named.map((name) => `${name}/*`)],
  ];
  return work
    .filter(([, , resources]) => resources.length > 0)
    .map(([Sid, Action, Resource]) => ({ Sid, Effect: 'Allow', Action, Resource, Condition: WITH_MFA }));
}

/** Only users are kept out: roles, and AWS's own services, never sign in with MFA. */
function bucketStatements({ partition, bucketPolicy }: PolicyWishes): readonly Written[] {
  const arn = `arn:${partition}:s3:::${bucketPolicy}`;
  return [
    {
      Sid: 'DenyUsersWithoutMFA',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: [arn, `${arn}/*`],
      Condition: { ...WITHOUT_MFA, ArnLike: { 'aws:PrincipalArn': `arn:${partition}:iam::*:user/*` } },
    },
  ];
}
