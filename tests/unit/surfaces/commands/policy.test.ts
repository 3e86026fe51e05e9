/** `daypass policy`: prints what was asked for, and says of a policy on standard input what it means and what is amiss. */
import { describe, expect, test } from 'vitest';
import type { Language } from '../../../../electron/core/i18n/words.ts';
import { generatePolicy } from '../../../../electron/core/policy/generate-policy.ts';
import { runCommand } from '../../../../electron/core/surfaces/commands/run-command.ts';
import { FakeCommandApp } from '../../../fakes/command-app.ts';
import { allow, deny, LISTED, text, USERS_OWN } from '../../policy/policies.ts';

const signal = new AbortController().signal;
const run = (args: readonly string[], input = '', language: Language = 'en') =>
  runCommand(new FakeCommandApp(), { command: 'policy', args, input, language, signal });
const wishes = {
  partition: 'aws',
  enrolment: true,
  browser: false,
  repositories: [],
  buckets: [],
  bucketPolicy: null,
} as const;

describe('prints', () => {
  test.each<[args: readonly string[], more: Partial<Parameters<typeof generatePolicy>[0]>]>([
    [[], {}],
    [['--partition', 'aws-cn'], { partition: 'aws-cn' }],
    [['--no-enrolment', '--browser'], { enrolment: false, browser: true }],
    [['--repositories', 'app, infra,', '--buckets=billing'], { repositories: ['app', 'infra'], buckets: ['billing'] }],
    [['--bucket-policy', 'billing'], { bucketPolicy: 'billing' }],
  ])('for %j what was asked for', async (args, more) => {
    expect(await run(args)).toEqual({ status: 0, stdout: generatePolicy({ ...wishes, ...more }), stderr: '' });
  });

  test.each([
    [['--partition', 'aws-eusc']],
    [['--repositories', 'a/b']],
    [['--buckets', 'A']],
    [['--bucket-policy', 'A']],
  ])('nothing for %j', async (args) => {
    const { status, stdout, stderr } = await run(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('One of these isn’t a valid name');
  });
});

describe('checks', () => {
  test('the policy of the user whom Daypass was made for', async () => {
    const { status, stdout } = await run(['check', '-'], USERS_OWN);
    expect(status).toBe(1);
    expect(stdout).toBe(`What it does:
- Statement 1 (AllowManageOwnPasswords), line 4, column 5
    Allows iam:ChangePassword, iam:GetUser, iam:GetLoginProfile, iam:UpdateLoginProfile on the signed-in user.
- Statement 2 (BlockMostAccessUnlessSignedInWithMFA), line 15, column 5
    Without MFA, denies everything but iam:CreateVirtualMFADevice, iam:EnableMFADevice, iam:ListMFADevices, iam:ListUsers, iam:ListVirtualMFADevices, iam:ResyncMFADevice, iam:GetAccountPasswordPolicy.
- Statement 2 (BlockMostAccessUnlessSignedInWithMFA), line 15, column 5
    This only exempts actions from the Deny. Another statement must allow them.
- Statement 2 (BlockMostAccessUnlessSignedInWithMFA), line 15, column 5
    GetSessionToken doesn’t have to be listed: it needs no permission, so a code always gets a session.

What was found:
! NotAction only exempts these from the Deny; nothing in this policy allows them.
    Statement 2 (BlockMostAccessUnlessSignedInWithMFA), line 15, column 5: iam:CreateVirtualMFADevice, iam:EnableMFADevice, iam:ListMFADevices, iam:ListUsers, iam:ListVirtualMFADevices, iam:ResyncMFADevice, iam:GetAccountPasswordPolicy
    Add an Allow for them, here or in another policy.
i iam:DeleteVirtualMFADevice isn’t listed, so what an unfinished setup leaves behind can’t be deleted without MFA.
    Statement 2 (BlockMostAccessUnlessSignedInWithMFA), line 15, column 5
    Add it to NotAction, or choose another name for the device.
i iam:ChangePassword is allowed here but denied without MFA.
    Statement 2 (BlockMostAccessUnlessSignedInWithMFA), line 15, column 5
    That is safer. Users who must change their password at first sign-in need it in NotAction.
`);
  });

  test.each<[name: string, input: string, status: number, said: RegExp]>([
    ['a sound one', text(LISTED, deny()), 0, /\n\nNo problems found\n$/],
    ['one with a note', text(allow({ Action: 'sts:GetSessionToken', Resource: '*' })), 0, /\ni GetSessionToken needs/],
    [
      'what is no JSON',
      '{"Version" 1}',
      1,
      /^What was found:\n✕ A colon is missing .*\n {4}line 1, column 12: \{"Version" 1\}\n/,
    ],
    ['nothing', '', 1, /^What was found:\n✕ There is nothing to check\.\n {4}Paste/],
  ])('%s', async (_, input, status, said) => {
    const reply = await run(['check', '-'], input);
    expect([reply.status, reply.stderr]).toEqual([status, '']);
    expect(reply.stdout).toMatch(said);
  });

  test('in the other language', async () => {
    const { stdout } = await run(['check', '-'], USERS_OWN, 'zh-TW');
    expect(stdout).toMatch(/允許 iam:ChangePassword、iam:GetUser[^（]*（對象：自己的使用者）/);
    expect(stdout).toContain(
      '陳述式 2（BlockMostAccessUnlessSignedInWithMFA），第 15 行第 5 欄：iam:CreateVirtualMFADevice',
    );
  });

  test.each<[args: readonly string[], said: string]>([
    [['check'], 'An argument is missing.'],
    [['explain', '-'], 'Unexpected argument “explain”.'],
    [['check', '-', '--browser'], 'Unexpected argument “--browser”.'],
    [['check', '-', '--partition', 'aws'], 'Unexpected argument “--partition”.'],
  ])('%j is no use of it', async (args, said) => {
    const { status, stderr } = await run(args, USERS_OWN);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
  });
});

describe('what statements mean', () => {
  test.each<[statement: object, said: string]>([
    [allow({ Action: '*', Resource: '*' }), 'Allows * on everything.'],
    [allow({ Action: undefined, NotAction: 'iam:*', Resource: '*' }), 'Allows everything but iam:* on everything.'],
    [
      allow({ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
      'Allows iam:GetUser on the signed-in user, only with MFA.',
    ],
    [
      allow({ Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.1' } } }),
      'Allows iam:GetUser on the signed-in user, under conditions.',
    ],
    [
      allow({ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true', 'aws:SecureTransport': 'true' } } }),
      'Allows iam:GetUser on the signed-in user, only with MFA and under further conditions.',
    ],
    [deny({ NotAction: undefined, Action: 's3:*' }), 'Denies s3:* on everything, when there is no MFA.'],
    [
      deny({ Resource: undefined, NotResource: 'arn:aws:iam::*:mfa/*' }),
      'Denies everything but iam:ListMFADevices on everything but MFA devices, when there is no MFA.',
    ],
    [deny({ NotAction: undefined, Action: '*' }), 'Without MFA, denies everything.'],
    [
      deny({ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } }),
      'Denies everything but iam:ListMFADevices on everything, in a session without MFA, but not with a long-term key.',
    ],
    [
      deny({ Condition: { Null: { 'aws:MultiFactorAuthPresent': 'true' } } }),
      'Denies everything but iam:ListMFADevices on everything, with a long-term key, but not in a session.',
    ],
    [
      deny({ Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false', 'aws:ViaAWSService': 'false' } } }),
      'Denies everything but iam:ListMFADevices on everything, when there is no MFA and under further conditions.',
    ],
    [{ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' }, 'Allows sts:AssumeRole on what it is attached to.'],
  ])('%j', async (statement, said) => {
    expect((await run(['check', '-'], text(statement))).stdout).toContain(`\n    ${said}\n`);
  });
});
