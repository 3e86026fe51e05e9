// The stand-in for AWS, judged by clients that know nothing of it: the AWS CLI of this machine, AWS's own credential
// helper for CodeCommit, and git. (Debian: awscli, git.)
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetSessionTokenCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Aws, startAws } from '../aws/aws.ts';
import { lockMs } from '../aws/mfa-device.ts';
import { awsHelper, type ClientCredentials, prepareClients, type RealClients } from '../aws/real-clients.ts';

const minute = 60_000;

let folder: string;
let aws: Aws;
let clients: RealClients;
/** The servers' clock stands still between tests, so that no code ends in the middle of one. */
let time: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aws-stand-in-'));
  time = Date.now();
  aws = await startAws({ folder: join(folder, 'aws'), now: () => time });
  clients = await prepareClients(aws, join(folder, 'home'));
  await aws.addRepository('demo');
  aws.addBucket('daypass-demo');
});

afterAll(async () => {
  await aws?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  time = Date.now();
  aws.faults.skewMs = 0;
  aws.resetDevice();
  await clients.signIn(aws.user);
});

const refusal = (operation: string, code: string, message: string): string =>
  `An error occurred (${code}) when calling the ${operation} operation: ${message}`;

const wrongCode = 'MultiFactorAuthentication failed with invalid MFA one time pass code. ';
const wrongSerialOrLocked =
  'MultiFactorAuthentication failed, unable to validate MFA code.  ' +
  'Please verify your MFA serial number is valid and associated with this user.';

const getSessionToken = (code: string) =>
  clients.awsCli(['sts', 'get-session-token', '--serial-number', aws.user.serial, '--token-code', code]);

async function session(): Promise<ClientCredentials> {
  const { stdout } = await getSessionToken(await aws.freshCode());
  const { AccessKeyId, SecretAccessKey, SessionToken } = JSON.parse(stdout).Credentials;
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}

async function signInWithMfa(): Promise<ClientCredentials> {
  const credentials = await session();
  await clients.signIn(credentials);
  return credentials;
}

describe('aws sts', () => {
  test('the right code opens a session, once; a wrong one never does', async () => {
    const code = await aws.code();
    const first = await getSessionToken(code);
    expect(first.status).toBe(0);
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = JSON.parse(first.stdout).Credentials;
    expect(AccessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
    expect(SecretAccessKey).toMatch(/^[A-Za-z0-9+/]{40}$/);
    expect(SessionToken).toMatch(/^[A-Za-z0-9+/]{350,}={0,2}$/);
    expect(Date.parse(Expiration)).toBe(Math.floor(time / 1000) * 1000 + 12 * 60 * minute);

    const reused = await getSessionToken(code);
    expect(reused.stderr).toContain(refusal('GetSessionToken', 'AccessDenied', wrongCode));
    const wrong = await getSessionToken(await aws.code(time + 60 * minute));
    expect(wrong.stderr).toContain(refusal('GetSessionToken', 'AccessDenied', wrongCode));
    // 255 from version 1, 254 from version 2.
    expect([reused.status, wrong.status]).not.toContain(0);
  });

  test('after nine tries a good code is refused as a wrong serial is, and accepted minutes later', async () => {
    // The SDK makes the tries, as it starts no program for each of them.
    const sts = new STSClient({ endpoint: aws.url, region: 'eu-west-1', maxAttempts: 1, credentials: aws.user });
    const wrong = { SerialNumber: aws.user.serial, TokenCode: await aws.code(time + 60 * minute) };
    for (let tries = 0; tries < 9; tries += 1) {
      await expect(sts.send(new GetSessionTokenCommand(wrong))).rejects.toThrow(wrongCode);
    }
    sts.destroy();
    const locked = await getSessionToken(await aws.code());
    expect(locked.stderr).toContain(refusal('GetSessionToken', 'AccessDenied', wrongSerialOrLocked));
    time += lockMs;
    expect((await getSessionToken(await aws.code())).status).toBe(0);
  });

  test('a clock an hour off is told how far', async () => {
    const stamp = String.raw`(\d{8}T\d{6}Z)`;
    aws.faults.skewMs = 60 * minute;
    const slow = await clients.awsCli(['sts', 'get-caller-identity']);
    const expired = `Signature expired: ${stamp} is now earlier than ${stamp} \\(${stamp} - 15 min\\.\\)`;
    expect(slow.stderr).toMatch(new RegExp(`\\(SignatureDoesNotMatch\\) .* ${expired}`));
    aws.faults.skewMs = -60 * minute;
    const fast = await clients.awsCli(['sts', 'get-caller-identity']);
    const early = `Signature not yet current: ${stamp} is still later than ${stamp} \\(${stamp} \\+ 15 min\\.\\)`;
    expect(fast.stderr).toMatch(new RegExp(`\\(SignatureDoesNotMatch\\) .* ${early}`));
  });

  test('AWS’s own addresses lead here through the proxy, over TLS, and others nowhere', async () => {
    const identity = await clients.awsCli(['sts', 'get-caller-identity'], 'by proxy');
    expect(JSON.parse(identity.stdout).Arn).toBe(aws.user.arn);
    const elsewhere = await clients.awsCli(
      ['sts', 'get-caller-identity', '--endpoint-url', 'https://example.com'],
      'by proxy',
    );
    expect(elsewhere.stderr).toContain('Failed to connect to proxy URL');
  });
});

describe('aws iam and s3', () => {
  test('without MFA the device can be found, and nothing else be done', async () => {
    const devices = await clients.awsCli(['iam', 'list-mfa-devices', '--query', 'MFADevices[].SerialNumber']);
    expect(JSON.parse(devices.stdout)).toEqual([aws.user.serial]);
    const users = await clients.awsCli(['iam', 'list-users']);
    expect(users.stderr).toMatch(
      /\(AccessDenied\) .* iam:ListUsers .* with an explicit deny in an identity-based policy/,
    );
    const buckets = await clients.awsCli(['s3', 'ls']);
    expect(buckets.stderr).toMatch(/\(AccessDenied\) .* with an explicit deny in an identity-based policy/);
  });

  test('the session opens S3: list, put, get, the same bytes', async () => {
    await signInWithMfa();
    expect((await clients.awsCli(['s3', 'ls'])).stdout).toMatch(/ daypass-demo\n$/);
    const [from, to] = [join(clients.home, 'a + ü.bin'), join(clients.home, 'back.bin')];
    const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 251));
    await writeFile(from, bytes);
    const up = await clients.awsCli(['s3', 'cp', from, 's3://daypass-demo/in a folder/']);
    expect(up.stderr).toBe('');
    // Over TLS the same client leaves the body unsigned and uses the bucket's own host name.
    const down = await clients.awsCli(['s3', 'cp', 's3://daypass-demo/in a folder/a + ü.bin', to], 'by proxy');
    expect(down.stderr).toBe('');
    expect((await readFile(to)).equals(bytes)).toBe(true);
  });
});

describe('git with aws codecommit credential-helper', () => {
  const path = (name: string): string => join(clients.home, name);
  const lsRemote = (url = aws.codecommit.url('demo'), helper = awsHelper()) => clients.git(['ls-remote', url], helper);

  test('clones, pushes what is too large for one buffer, and clones the same again', async () => {
    await signInWithMfa();
    const url = aws.codecommit.url('demo');
    expect((await clients.git(['clone', url, path('one')])).status).toBe(0);
    // The push is larger than http.postBuffer, so it goes out chunked; sixty branches make the second clone's list of
    // wishes so long that git sends it gzipped.
    const bytes = randomBytes(1_500_000).toString('base64');
    const commits = Array.from({ length: 60 }, (_, i) => {
      const head = `commit refs/heads/branch-${i}\ncommitter Ada <ada@example.com> ${i} +0000\ndata 0\n\n`;
      return `${head}M 644 inline big\ndata ${bytes.length}\n${i === 0 ? bytes : `${i}`.padEnd(bytes.length)}\n`;
    });
    const made = await clients.git(['-C', path('one'), 'fast-import', '--quiet'], '', commits.join(''));
    expect(made.stderr).toBe('');
    const push = await clients.git(['-C', path('one'), 'push', '--all', 'origin']);
    expect(push).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('[new branch]      branch-59 -> branch-59'),
    });
    expect((await clients.git(['clone', '--branch', 'branch-0', url, path('two')])).status).toBe(0);
    expect(await readFile(join(path('two'), 'big'), 'latin1')).toBe(bytes);
    const branches = await clients.git(['-C', path('two'), 'branch', '--remotes']);
    expect(branches.stdout.match(/branch-\d+$/gm)).toHaveLength(60);
  });

  test('keys without MFA, another repository and another region are refused', async () => {
    expect((await lsRemote()).stderr).toContain('The requested URL returned error: 403');
    await signInWithMfa();
    expect((await lsRemote(aws.codecommit.url('none'))).stderr).toContain("/none/' not found");
    const elsewhere = 'https://git-codecommit.us-east-1.amazonaws.com/v1/repos/demo';
    expect((await lsRemote(elsewhere)).stderr).toContain("/demo/' not found");
    const noHelper = await lsRemote(aws.codecommit.url('demo'), '');
    expect(noHelper.stderr).toContain('could not read Username');
  });

  test('a password holds a quarter of an hour, and for its repository, region, token and key alone', async () => {
    const { accessKeyId } = await signInWithMfa();
    const answer = path('answer');
    const helper = `!f() { test "$1" = get && cat '${answer}'; }; f`;
    const forbidden = 'The requested URL returned error: 403';
    const keep = await clients.git(['credential', 'fill'], awsHelper(), `url=${aws.codecommit.url('demo')}\n`);
    const [, username = '', password = ''] = /username=(.*)\npassword=(.*)\n/.exec(keep.stdout) ?? [];
    const offer = async (changed: { username?: string; password?: string }, url?: string) => {
      await writeFile(answer, `username=${changed.username ?? username}\npassword=${changed.password ?? password}\n`, {
        mode: 0o600,
      });
      return lsRemote(url, helper);
    };
    time = Date.parse(password.slice(0, 16).replace(/(....)(..)(..T..)(..)(..Z)/, '$1-$2-$3:$4:$5'));
    expect((await offer({})).status).toBe(0);
    for (const skew of [-15, 15]) {
      aws.faults.skewMs = skew * minute;
      expect((await offer({})).status).toBe(0);
      aws.faults.skewMs += Math.sign(skew) * 1000;
      expect((await offer({})).stderr).toContain(forbidden);
    }
    aws.faults.skewMs = 0;

    const [key = '', token = ''] = username.split(/%(.*)/s);
    const refused: Parameters<typeof offer>[] = [
      [{ password: password.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')) }],
      [{ password: password.replace('Z', '') }],
      [{ username: key }],
      [{ username: `${key}%${token.slice(0, -1)}` }],
      [{ username: `${key}%25${token}` }],
      [{ username: `${key}%x%${token}` }],
      [{ username: `ASIA${'A'.repeat(16)}%${token}` }],
      [{}, 'https://git-codecommit.us-east-1.amazonaws.com/v1/repos/demo'],
      [{}, 'https://git-codecommit-fips.eu-west-1.amazonaws.com/v1/repos/demo'],
      [{}, aws.codecommit.url('demo2')],
    ];
    for (const [changed, url] of refused) expect((await offer(changed, url)).stderr).toContain(forbidden);

    aws.faults.codecommit401 = true;
    expect((await offer({ username: key })).stderr).toContain('Authentication failed');
    aws.faults.codecommit401 = false;
    aws.faults.codecommit429 = true;
    expect((await offer({})).stderr).toContain('The requested URL returned error: 429');
    aws.faults.codecommit429 = false;
    aws.faults.dropConnections = true;
    expect((await offer({})).stderr).toContain('unable to access');
    aws.faults.dropConnections = false;

    expect((await offer({})).status).toBe(0);
    aws.expireSession(accessKeyId);
    expect((await offer({})).stderr).toContain(forbidden);
  });
});

test('what is recorded names keys and never their secrets', async () => {
  const credentials = await session();
  const written = JSON.stringify(aws.requests);
  expect(written).toContain(aws.user.accessKeyId);
  for (const secret of [
    aws.user.secretAccessKey,
    aws.user.totpSecret,
    credentials.secretAccessKey,
    credentials.sessionToken,
  ]) {
    expect(written).not.toContain(secret);
  }
});
