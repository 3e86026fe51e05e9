/** What Daypass says of policies, and the policies that it makes, judged by an evaluation that shares no code with it. */
import { describe, expect, test } from 'vitest';
import { checkPolicy } from '../../../electron/core/policy/check-policy.ts';
import { generatePolicy, type PolicyWishes } from '../../../electron/core/policy/generate-policy.ts';
import { decide, readPolicy } from '../../aws/policy.ts';
import { text, USERS_OWN } from './policies.ts';

const ACCOUNT = '123456789012';
const OWN = `arn:aws:iam::${ACCOUNT}:user/ann`;
const OTHER = `arn:aws:iam::${ACCOUNT}:user/bob`;
const DEVICE = `arn:aws:iam::${ACCOUNT}:mfa/any-name`;

/** As AWS fills them: a long-term key brings no word of MFA, and the age is there with MFA alone. */
const WHO = {
  'a long-term key': {},
  'a session without MFA': { 'aws:MultiFactorAuthPresent': 'false' },
  'a session with MFA': { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '60' },
} as const;
type Who = keyof typeof WHO;
const EVERYBODY = Object.keys(WHO) as Who[];
const WITHOUT_MFA = EVERYBODY.slice(0, 2);

const ask = (policy: string, who: Who, action: string, resource: string, arn: string = OWN) =>
  decide(readPolicy(policy), {
    action,
    resource,
    context: { 'aws:username': 'ann', 'aws:PrincipalArn': arn, ...WHO[who] },
  });

/** All that a user may wish to do, each on what it is about. */
const CALLS: readonly (readonly [action: string, resource: string])[] = [
  ['iam:GetUser', OWN],
  ['iam:GetMFADevice', OWN],
  ['iam:ListMFADevices', OWN],
  ['iam:ResyncMFADevice', OWN],
  ['iam:EnableMFADevice', OWN],
  ['iam:DeactivateMFADevice', OWN],
  ['iam:CreateVirtualMFADevice', DEVICE],
  ['iam:DeleteVirtualMFADevice', DEVICE],
  ['iam:ListVirtualMFADevices', '*'],
  ['iam:ListUsers', '*'],
  ['iam:GetAccountPasswordPolicy', '*'],
  ['iam:ChangePassword', OWN],
  ['iam:GetLoginProfile', OWN],
  ['iam:UpdateLoginProfile', OWN],
  ['iam:CreateAccessKey', OWN],
  ['iam:UpdateAccessKey', OWN],
  ['iam:DeleteAccessKey', OWN],
  ['iam:ListAccessKeys', OWN],
  ['iam:CreateAccessKey', OTHER],
  ['iam:EnableMFADevice', OTHER],
  ['iam:ChangePassword', OTHER],
  ['iam:AttachUserPolicy', OWN],
  ['signin:AuthorizeOAuth2Access', '*'],
  ['signin:CreateOAuth2Token', '*'],
  ['codecommit:GitPull', `arn:aws:codecommit:eu-west-1:${ACCOUNT}:app`],
  ['codecommit:GitPush', `arn:aws:codecommit:eu-west-1:${ACCOUNT}:app`],
  ['codecommit:GitPull', `arn:aws:codecommit:eu-west-1:${ACCOUNT}:other`],
  ['s3:ListBucket', 'arn:aws:s3:::billing'],
  ['s3:GetObject', 'arn:aws:s3:::billing/a/b'],
  ['s3:GetObject', 'arn:aws:s3:::other/a'],
  ['ec2:RunInstances', '*'],
];

const shown = (action: string, resource: string) =>
  [action, ...(resource === OTHER ? ['of another'] : []), ...(/other/.test(resource) ? ['of another'] : [])].join(' ');
const allowedTo = (policy: string, who: Who) =>
  CALLS.filter((call) => ask(policy, who, ...call) === 'allowed').map((call) => shown(...call));

const wishes: PolicyWishes = {
  partition: 'aws',
  enrolment: true,
  browser: false,
  repositories: [],
  buckets: [],
  bucketPolicy: null,
};
const FIND = ['iam:GetUser', 'iam:GetMFADevice', 'iam:ListMFADevices', 'iam:ResyncMFADevice'];
const ENROL = ['iam:EnableMFADevice', 'iam:CreateVirtualMFADevice', 'iam:DeleteVirtualMFADevice'];
const BROWSER = ['signin:AuthorizeOAuth2Access', 'signin:CreateOAuth2Token'];
const SELF = [
  'iam:DeactivateMFADevice',
  'iam:GetAccountPasswordPolicy',
  'iam:ChangePassword',
  'iam:GetLoginProfile',
  'iam:CreateAccessKey',
  'iam:UpdateAccessKey',
  'iam:DeleteAccessKey',
  'iam:ListAccessKeys',
];
const WORK = ['codecommit:GitPull', 'codecommit:GitPush', 's3:ListBucket', 's3:GetObject'];

describe('the policy that is made', () => {
  const cases: readonly (readonly [name: string, more: Partial<PolicyWishes>, without: string[], more: string[]])[] = [
    ['for a user', {}, [...FIND, ...ENROL], []],
    ['without enrolment', { enrolment: false }, FIND, ENROL],
    ['with the browser’s sign-in', { browser: true }, [...FIND, ...ENROL, ...BROWSER], []],
    ['with git and S3', { repositories: ['app'], buckets: ['billing'] }, [...FIND, ...ENROL], WORK],
  ];
  test.each(cases)('%s allows just this without MFA, and the rest with it', (_, more, without, withMfa) => {
    const policy = generatePolicy({ ...wishes, ...more });
    const listed = [...without, 'iam:ListVirtualMFADevices'].sort();
    for (const who of WITHOUT_MFA) expect(allowedTo(policy, who).sort(), who).toEqual(listed);
    expect(allowedTo(policy, 'a session with MFA').sort()).toEqual([...listed, ...SELF, ...withMfa].sort());
  });

  test.each(cases)('%s denies all else without MFA, whatever other policies allow', (_, more, without) => {
    const policy = generatePolicy({ ...wishes, ...more });
    const listed = [...without, 'iam:ListVirtualMFADevices'];
    for (const who of WITHOUT_MFA) {
      for (const [action, resource] of CALLS.filter(([one]) => !listed.includes(one))) {
        expect(ask(policy, who, action, resource), `${who}: ${action}`).toBe('explicitly denied');
      }
    }
  });

  test('for a bucket denies users without MFA, and nobody else', () => {
    const policy = generatePolicy({ ...wishes, bucketPolicy: 'billing' });
    const role = `arn:aws:sts::${ACCOUNT}:assumed-role/backup/a`;
    for (const [action, resource] of [
      ['s3:ListBucket', 'arn:aws:s3:::billing'],
      ['s3:GetObject', 'arn:aws:s3:::billing/a'],
    ] as const) {
      for (const who of WITHOUT_MFA) {
        expect(ask(policy, who, action, resource)).toBe('explicitly denied');
        expect(ask(policy, who, action, resource, role)).toBe('not allowed');
      }
      expect(ask(policy, 'a session with MFA', action, resource)).toBe('not allowed');
    }
  });
});

test('the user’s own policy allows nothing without MFA, and with MFA what it names', () => {
  for (const who of WITHOUT_MFA) {
    expect(allowedTo(USERS_OWN, who)).toEqual([]);
    const passed = CALLS.filter((call) => ask(USERS_OWN, who, ...call) === 'not allowed').map(([action]) => action);
    expect([...new Set(passed)].sort()).toEqual(JSON.parse(USERS_OWN).Statement[1].NotAction.sort());
  }
  expect(allowedTo(USERS_OWN, 'a session with MFA').sort()).toEqual(
    ['iam:ChangePassword', 'iam:GetLoginProfile', 'iam:GetUser', 'iam:UpdateLoginProfile'].sort(),
  );
});

describe('a condition is called wrong just where it is', () => {
  const KEYS: Readonly<Record<string, readonly string[]>> = {
    'aws:MultiFactorAuthPresent': ['true', 'false'],
    'aws:MultiFactorAuthAge': ['3600'],
  };
  const conditions = Object.entries(KEYS).flatMap(([key, values]) => {
    const ofTruth = key.endsWith('Present') ? ['Bool', 'BoolIfExists'] : [];
    const numeric = ['NumericLessThan', 'NumericGreaterThan'].flatMap((one) => [one, `${one}IfExists`]);
    const operators = key.endsWith('Present') ? ofTruth : numeric;
    return [
      ...operators.flatMap((operator) => values.map((value) => ({ [operator]: { [key]: value } }))),
      ...['true', 'false'].map((value) => ({ Null: { [key]: value } })),
    ];
  });
  const ALL = { Effect: 'Allow', Action: '*', Resource: '*' };
  const verdicts = (policy: string) =>
    EVERYBODY.map((who) => ask(policy, who, 's3:GetObject', 'arn:aws:s3:::a/b') === 'allowed');
  const isCalledWrong = (policy: string) =>
    checkPolicy(policy).findings.some(({ code }) => /^(deny-|allow-(lets|without)|null-)/.test(code));

  test.each(conditions)('Deny when %j', (Condition) => {
    const policy = text(ALL, { Effect: 'Deny', Action: 's3:*', Resource: '*', Condition });
    const isRight = JSON.stringify(verdicts(policy)) === JSON.stringify([false, false, true]);
    expect(isCalledWrong(policy)).toBe(!isRight);
  });

  test.each(conditions)('Allow when %j', (Condition) => {
    const policy = text({ Effect: 'Allow', Action: 's3:*', Resource: '*', Condition });
    const isRight = JSON.stringify(verdicts(policy)) === JSON.stringify([false, false, true]);
    expect(isCalledWrong(policy)).toBe(!isRight);
  });
});
