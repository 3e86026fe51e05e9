import { expect, test } from 'vitest';
import { checkPolicy } from '../../../electron/core/policy/check-policy.ts';
import { generatePolicy } from '../../../electron/core/policy/generate-policy.ts';
import { OWN_KEYS_POLICY } from '../../../electron/core/policy/own-keys-policy.ts';
import { decide, readPolicy } from '../../aws/policy.ts';

test('what an administrator is asked for passes the check of policies, and allows just that, with MFA alone', () => {
  expect(checkPolicy(OWN_KEYS_POLICY).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const policy = readPolicy(OWN_KEYS_POLICY);
  const may = (action: string, mfa: string | undefined, user = 'ann') =>
    decide(policy, {
      action,
      resource: `arn:aws:iam::123456789012:user/${user}`,
      context: { 'aws:username': 'ann', 'aws:MultiFactorAuthPresent': mfa },
    });
  for (const action of [
    'ListAccessKeys',
    'CreateAccessKey',
    'UpdateAccessKey',
    'DeleteAccessKey',
    'GetAccessKeyLastUsed',
  ]) {
    expect([action, may(`iam:${action}`, 'true'), may(`iam:${action}`, undefined)]).toEqual([
      action,
      'allowed',
      'not allowed',
    ]);
  }
  expect(may('iam:CreateAccessKey', 'true', 'eve')).toBe('not allowed');
});

test('a policy that Daypass writes allows all that it asks an administrator for elsewhere', () => {
  const [{ Action }] = JSON.parse(OWN_KEYS_POLICY).Statement;
  const wishes = { partition: 'aws', browser: false, repositories: [], buckets: [], bucketPolicy: null } as const;
  for (const enrolment of [true, false]) {
    const policy = readPolicy(generatePolicy({ ...wishes, enrolment }));
    const may = (action: string, mfa: string | undefined) =>
      decide(policy, {
        action,
        resource: 'arn:aws:iam::123456789012:user/ann',
        context: { 'aws:username': 'ann', 'aws:MultiFactorAuthPresent': mfa },
      });
    expect(Action.map((action: string) => [action, may(action, 'true')])).toEqual(
      Action.map((action: string) => [action, 'allowed']),
    );
    expect(may('iam:ListSSHPublicKeys', undefined)).toBe('explicitly denied');
  }
});
