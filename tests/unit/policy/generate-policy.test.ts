import { describe, expect, test } from 'vitest';
import { FailureError } from '../../../electron/core/base/failure.ts';
import { checkPolicy } from '../../../electron/core/policy/check-policy.ts';
import {
  ENROLMENT,
  enrolmentPolicy,
  generatePolicy,
  PARTITIONS,
  type PolicyWishes,
  policyWishes,
} from '../../../electron/core/policy/generate-policy.ts';
import { POLICY_SIZE, parsePolicy } from '../../../electron/core/policy/parse-policy.ts';
import { decide, readPolicy } from '../../aws/policy.ts';

const wishes: PolicyWishes = {
  partition: 'aws',
  enrolment: true,
  browser: false,
  repositories: [],
  buckets: [],
  bucketPolicy: null,
};

const every: readonly PolicyWishes[] = PARTITIONS.flatMap((partition) =>
  [true, false].flatMap((enrolment) =>
    [true, false].flatMap((browser) =>
      [[], ['app', 'infra']].map((names) => ({
        ...wishes,
        partition,
        enrolment,
        browser,
        repositories: names,
        buckets: names,
      })),
    ),
  ),
);

describe.each(every)('%j', (wanted) => {
  const made = generatePolicy(wanted);
  const { findings, size } = { ...checkPolicy(made), ...parsePolicy(made) };

  test('passes its own check', () => {
    expect(checkPolicy(made).findings.filter(({ code }) => code !== 'too-large-for-user')).toEqual([]);
    if (wanted.buckets.length === 0) expect(findings).toEqual([]);
  });

  test('fits AWS’s limits', () => {
    expect(size).toBeLessThanOrEqual(wanted.buckets.length > 0 ? POLICY_SIZE.managed : POLICY_SIZE.user);
  });

  test('names no other part of AWS', () => {
    expect([...new Set([...made.matchAll(/"arn:([^:]*):/g)].map(([, partition]) => partition))]).toEqual([
      wanted.partition,
    ]);
  });
});

test('with as much as can be wished for it still fits', () => {
  const long = Array.from({ length: 10 }, (_, i) => `${i}${'a'.repeat(62)}`);
  const made = generatePolicy({ ...wishes, partition: 'aws-us-gov', browser: true, repositories: long, buckets: long });
  expect(checkPolicy(made).findings.map(({ code }) => code)).toEqual(['too-large-for-user']);
});

const listed = (wanted: PolicyWishes): readonly string[] =>
  JSON.parse(generatePolicy(wanted)).Statement.at(-1).NotAction;

test('without MFA passes just what finds a device, and what was wished for', () => {
  expect(listed({ ...wishes, enrolment: false })).toEqual([
    'iam:GetMFADevice',
    'iam:GetUser',
    'iam:ListMFADevices',
    'iam:ResyncMFADevice',
    'iam:ListVirtualMFADevices',
  ]);
  const enrolment = ['iam:EnableMFADevice', 'iam:CreateVirtualMFADevice', 'iam:DeleteVirtualMFADevice'];
  expect(listed(wishes)).toEqual(expect.arrayContaining(enrolment));
  expect(listed({ ...wishes, browser: true })).toEqual(
    expect.arrayContaining(['signin:AuthorizeOAuth2Access', 'signin:CreateOAuth2Token']),
  );
});

test('the policy of a bucket keeps out users alone, and passes its own check', () => {
  const made = generatePolicy({ ...wishes, partition: 'aws-cn', bucketPolicy: 'billing' });
  expect(checkPolicy(made).findings).toEqual([]);
  expect(JSON.parse(made).Statement).toEqual([
    {
      Sid: 'DenyUsersWithoutMFA',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: ['arn:aws-cn:s3:::billing', 'arn:aws-cn:s3:::billing/*'],
      Condition: {
        BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' },
        ArnLike: { 'aws:PrincipalArn': 'arn:aws-cn:iam::*:user/*' },
      },
    },
  ]);
});

describe('what is wished for', () => {
  test.each<[Partial<Record<keyof PolicyWishes, unknown>>]>([
    [{ partition: 'aws-eusc' }],
    [{ repositories: ['a/b'] }],
    [{ repositories: ['a"b'] }],
    [{ repositories: [''] }],
    [{ repositories: ['a'.repeat(101)] }],
    [{ buckets: ['a'.repeat(64)] }],
    [{ repositories: Array.from({ length: 11 }, () => 'a') }],
    [{ buckets: ['Billing'] }],
    [{ buckets: ['ab'] }],
    [{ buckets: ['a*'] }],
    [{ bucketPolicy: '' }],
    [{ enrolment: 'yes' }],
  ])('%j is refused', (wrong) => {
    expect(() => policyWishes({ ...wishes, ...wrong })).toThrow(FailureError);
  });

  test('all else is taken', () => {
    const wanted = {
      ...wishes,
      repositories: ['my.app-*', 'a'.repeat(100)],
      buckets: ['a.b-c', 'a'.repeat(63)],
      bucketPolicy: 'billing',
    };
    expect(policyWishes(wanted)).toEqual(wanted);
  });
});

test.each(PARTITIONS)('what lets a user enrol a device, in %s, stands out in nothing', (partition) => {
  const text = enrolmentPolicy(partition);
  expect(checkPolicy(text).well).toBe(true);
  const policy = readPolicy(text);
  const allows = (action: string, resource: string) =>
    decide(policy, { action, resource, context: { 'aws:username': 'ann' } });
  const own = `arn:${partition}:iam::123456789012:user/ann`;
  const device = `arn:${partition}:iam::123456789012:mfa/ann-daypass`;
  for (const action of ENROLMENT) expect(allows(action, /Virtual/.test(action) ? device : own)).toBe('allowed');
  expect(allows('iam:EnableMFADevice', `arn:${partition}:iam::123456789012:user/bob`)).toBe('not allowed');
});
