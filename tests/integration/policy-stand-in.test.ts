// The policy that Daypass makes, and the one of the user whom it was made for, as the real AWS CLI and git meet them: the
// stand-in judges by an evaluation of its own. (Debian: awscli, git.)
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generatePolicy } from '../../electron/core/policy/generate-policy.ts';
import { type Aws, type AwsUser, startAws } from '../aws/aws.ts';
import { readPolicy } from '../aws/policy.ts';
import { prepareClients, type RealClients } from '../aws/real-clients.ts';
import { USERS_OWN } from '../unit/policy/policies.ts';

const made = generatePolicy({
  partition: 'aws',
  enrolment: true,
  browser: false,
  repositories: ['app'],
  buckets: [],
  bucketPolicy: null,
});

let folder: string;
let aws: Aws;
let clients: RealClients;
let ann: AwsUser;
let bob: AwsUser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'policy-'));
  aws = await startAws({ folder: join(folder, 'aws') });
  clients = await prepareClients(aws, join(folder, 'home'));
  ann = aws.addUser({ name: 'ann', deviceName: 'anns-phone', policy: readPolicy(made) });
  bob = aws.addUser({ name: 'bob', policy: readPolicy(USERS_OWN) });
  await aws.addRepository('app');
  await aws.addRepository('other');
});
afterAll(async () => {
  await aws?.close();
  await rm(folder, { recursive: true, force: true });
});

const iam = (...args: string[]) => clients.awsCli(['iam', ...args]);
const denied = (action: string) =>
  new RegExp(`\\(AccessDenied\\) .* iam:${action} .*with an explicit deny in an identity-based policy`);
const notAllowed = (action: string) => new RegExp(`no identity-based policy allows the iam:${action} action`);
const newDevice = (name: string) =>
  iam(
    ...['create-virtual-mfa-device', '--virtual-mfa-device-name', name],
    ...['--outfile', join(clients.home, name), '--bootstrap-method', 'Base32StringSeed'],
  );

/** Signs in with MFA, which no policy can deny. */
async function signIn(user: AwsUser): Promise<void> {
  await clients.signIn(user);
  const code = await aws.freshCode(user);
  const { stdout } = await clients.awsCli([
    'sts',
    'get-session-token',
    '--serial-number',
    user.serial,
    '--token-code',
    code,
  ]);
  const { AccessKeyId, SecretAccessKey, SessionToken } = JSON.parse(stdout).Credentials;
  await clients.signIn({ accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken });
}

/** One commit, pushed. */
async function push(repository: string) {
  const at = join(clients.home, `${repository}-${Math.random()}`);
  await clients.git(['init', '--quiet', at]);
  await clients.git(['-C', at, 'commit', '--quiet', '--allow-empty', '-m', 'one']);
  return clients.git(['-C', at, 'push', '--force', aws.codecommit.url(repository), 'HEAD:refs/heads/main']);
}

describe('under the policy that is made', () => {
  test('a long-term key finds its device, enrols another, and does nothing else', async () => {
    await clients.signIn(ann);
    const devices = await iam('list-mfa-devices', '--query', 'MFADevices[].SerialNumber');
    expect(JSON.parse(devices.stdout)).toEqual([ann.serial]);
    expect((await iam('list-virtual-mfa-devices')).stdout).toContain(ann.serial);
    // What a broken-off enrolment leaves can be taken away.
    const serial = JSON.parse((await newDevice('tablet')).stdout).VirtualMFADevice.SerialNumber;
    expect((await iam('delete-virtual-mfa-device', '--serial-number', serial)).stderr).toBe('');
    expect((await newDevice('tablet')).stderr).toBe('');

    expect((await iam('list-access-keys')).stderr).toMatch(denied('ListAccessKeys'));
    const password = await iam('change-password', '--old-password', 'Old-word-1', '--new-password', 'New-word-1');
    expect(password.stderr).toMatch(denied('ChangePassword'));
    expect((await iam('list-mfa-devices', '--user-name', 'bob')).stderr).toMatch(notAllowed('ListMFADevices'));
    expect((await push('app')).stderr).toContain('The requested URL returned error: 403');
  });

  test('with MFA the keys are the user’s own, and git reaches the repository that was named', async () => {
    await signIn(ann);
    expect((await iam('list-access-keys')).stdout).toContain(ann.accessKeyId);
    expect((await iam('list-access-keys', '--user-name', 'bob')).stderr).toMatch(notAllowed('ListAccessKeys'));
    const password = await iam('change-password', '--old-password', 'Old-word-1', '--new-password', 'New-word-1');
    expect(password.stderr).toContain('(NoSuchEntity)');
    expect(await push('app')).toMatchObject({ status: 0 });
    expect((await clients.git(['ls-remote', aws.codecommit.url('app')])).stdout).toContain('refs/heads/main');
    expect((await push('other')).stderr).toContain('The requested URL returned error: 403');
  });
});

describe('under the user’s own policy', () => {
  test('what it spares from the Deny is not allowed by that, and a session is to be had all the same', async () => {
    await clients.signIn(bob);
    expect((await iam('list-mfa-devices')).stderr).toMatch(notAllowed('ListMFADevices'));
    expect((await newDevice('bobs-tablet')).stderr).toMatch(notAllowed('CreateVirtualMFADevice'));
    expect((await iam('get-user')).stderr).toMatch(denied('GetUser'));
    await signIn(bob);
    expect((await iam('get-user')).stdout).toContain(bob.arn);
    expect((await iam('list-access-keys')).stderr).toMatch(notAllowed('ListAccessKeys'));
  });
});
