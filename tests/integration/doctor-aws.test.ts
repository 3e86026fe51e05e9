// What AWS refuses: the AWS CLI prints AWS's words, the doctor says which of their causes it is, with what was asked, and
// with what it says the error is gone.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sts } from '../../electron/adapters/aws/sts.ts';
import { failureOf } from '../../electron/core/base/failure.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import { explain } from '../../electron/core/i18n/messages.ts';
import { type Aws, type AwsUser, startAws } from '../aws/aws.ts';
import { choiceWith, throughWith } from '../unit/samples.ts';
import { awsProgram } from '../world/programs.ts';
import { DoctorHome } from './doctor-home.ts';

const HOUR = 3_600;
const ROLE = { sessionName: 'ada', externalId: null } as const;

let folder: string;
let aws: Aws;
let doctor: DoctorHome;
let profile: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daypass-doctor-aws-'));
  aws = await startAws({ folder });
});
afterAll(async () => {
  await aws.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  aws.resetDevice();
  aws.faults.skewMs = 0;
  doctor = await DoctorHome.start(aws);
  // Without this a machine has one warning, and that is not what these are about.
  await doctor.mend('git-set-up');
  profile = doctor.addProfile();
});
afterEach(() => doctor.stop());

const masked = (id: string) => `${id.slice(0, 4)}…${id.slice(-4)}`;
const keyLine = (id = aws.user.accessKeyId) => `[work] aws_access_key_id = ${masked(id)}`;
const signIn = (id = profile, code?: string) =>
  doctor.signIn(id, code).then(
    () => 'ok',
    (thrown) => failureOf(thrown).code,
  );
const sessionToken = (serial: string, code: string) =>
  doctor.awsCli(['sts', 'get-session-token', '--serial-number', serial, '--token-code', code]);
const identity = (name = 'work') => doctor.awsCli(['sts', 'get-caller-identity'], name);
const wrongCode = async (): Promise<string> =>
  String((Number(await aws.code()) + 500_000) % 1_000_000).padStart(6, '0');

/** All that the doctor says, and that nothing secret is in it. */
async function found() {
  const findings = await doctor.findings();
  const all = `${JSON.stringify(findings)}${(await doctor.daypass('doctor', '--report')).stdout}`;
  expect(all).not.toContain(aws.user.secretAccessKey);
  expect(all).not.toContain(aws.user.accessKeyId);
  return findings;
}

test('a wrong secret is not a wrong clock: the key is named, and the right secret mends it', async () => {
  doctor.writeKey({ ...aws.user, secretAccessKey: `${aws.user.secretAccessKey.slice(0, -1)}!` });
  expect((await identity()).stderr).toContain('SignatureDoesNotMatch');
  expect(await signIn()).toBe('key.wrong-secret');
  const [first, ...others] = await found();
  expect(first).toMatchObject({ code: 'key.wrong-secret', severity: 'error', profile: 'work-mfa' });
  expect(first?.evidence).toEqual([keyLine(), `region = ${aws.codecommit.region}`]);
  expect(others).toEqual([]);
  doctor.writeKey(aws.user);
  expect(await identity()).toMatchObject({ status: 0 });
  expect(await signIn()).toBe('ok');
  expect(await found()).toEqual([]);
});

test('a wrong clock is not a wrong secret: Daypass signs in by AWS’s time, and says how far this computer is off', async () => {
  aws.faults.skewMs = 40 * 60_000;
  const { stderr } = await identity();
  expect(stderr).toContain('SignatureDoesNotMatch');
  expect(stderr).toContain('Signature expired');
  expect(await signIn()).toBe('ok');
  const [first, ...others] = await found();
  expect(first).toMatchObject({ code: 'clock.refused', severity: 'error' });
  expect(first?.cause).toContain('40 min slow');
  expect(others).toEqual([]);
  // The clock is set: for these two that is as if AWS's were.
  aws.faults.skewMs = 0;
  expect(await identity()).toMatchObject({ status: 0 });
  expect(await signIn()).toBe('ok');
  expect(await found()).toEqual([]);
});

test('an inactive key is named, and active again it signs in', async () => {
  const user = aws.addUser({ name: 'ina', policy: [{ Effect: 'Allow', Action: ['*'], Resource: ['*'] }] });
  doctor.writeKey(user);
  const ina = doctor.addProfile({ name: 'ina-mfa', serial: user.serial });
  expect(await signIn(ina, await aws.freshCode(user))).toBe('ok');
  const set = (status: string) =>
    doctor.awsCli(['iam', 'update-access-key', '--access-key-id', user.accessKeyId, '--status', status], 'ina-mfa');
  expect(await set('Inactive')).toMatchObject({ status: 0 });
  expect((await identity()).stderr).toContain('InvalidClientTokenId');
  expect(await signIn(ina, await aws.freshCode(user))).toBe('key.unknown');
  const [first, ...others] = await found();
  expect(first).toMatchObject({ code: 'key.unknown', profile: 'ina-mfa' });
  expect(first?.evidence[0]).toBe(keyLine(user.accessKeyId));
  expect(others).toEqual([]);
  expect(await set('Active')).toMatchObject({ status: 0 });
  expect(await signIn(ina, await aws.freshCode(user))).toBe('ok');
  expect(await found()).toEqual([]);
});

test('a key of another partition is as unknown: its region stands beside it', async () => {
  const user = aws.addUser({ name: 'chen', partition: 'aws-cn' });
  doctor.writeKey(user);
  expect((await identity()).stderr).toContain('InvalidClientTokenId');
  expect(await signIn()).toBe('key.unknown');
  const [first] = await found();
  expect(first?.cause).toContain(`${aws.codecommit.region} is in another partition`);
  expect(first?.evidence).toEqual([keyLine(user.accessKeyId), `region = ${aws.codecommit.region}`]);
});

test('a session in the place of a long-term key is refused before a code is spent', async () => {
  expect(await signIn()).toBe('ok');
  const [, id = '', secret = '', token = ''] =
    /\[work-mfa\]\naws_access_key_id = (\S+)\naws_secret_access_key = (\S+)\naws_session_token = (\S+)/.exec(
      doctor.home.read('.aws/credentials') ?? '',
    ) ?? [];
  await doctor.app.sessions.signOut(doctor.app.book.profile(profile));
  const lines = [`aws_access_key_id = ${id}`, `aws_secret_access_key = ${secret}`, `aws_session_token = ${token}`];
  doctor.home.write('.aws/credentials', `[work]\n${lines.join('\n')}\n`, 0o600);
  expect((await sessionToken(aws.user.serial, await aws.freshCode())).stderr).toContain(
    'Cannot call GetSessionToken with session credentials',
  );
  expect(await signIn()).toBe('key.temporary');
  const [first] = await found();
  expect(first).toMatchObject({ code: 'key.temporary', profile: 'work-mfa' });
  doctor.writeKey(aws.user);
  expect(await signIn()).toBe('ok');
  expect(await found()).toEqual([]);
});

describe('“unable to validate MFA code” has two causes', () => {
  const SAID = 'unable to validate MFA code';

  test('the device is not this user’s: it is named, and the right one mends it', async () => {
    const serial = `${aws.user.serial}-old`;
    const old = doctor.addProfile({ name: 'old-mfa', serial });
    expect((await sessionToken(serial, await aws.freshCode())).stderr).toContain(SAID);
    expect(await signIn(old)).toBe('device.refused');
    const [first, ...others] = await found();
    expect(first).toMatchObject({ code: 'device.refused', profile: 'old-mfa' });
    expect(first?.evidence).toEqual([keyLine(), `serial = ${serial}`]);
    expect(others).toEqual([]);
    const { id: _, dailyAt: __, ...choice } = doctor.app.book.profile(old);
    await doctor.app.changes.edit(old, choiceWith({ ...choice, serial: aws.user.serial }));
    expect(await signIn(old)).toBe('ok');
    expect(await found()).toEqual([]);
  });

  test('its tries are used up: a device that has worked is not called wrong, but asked to rest', async () => {
    const first = await aws.freshCode();
    expect(await signIn(profile, first)).toBe('ok');
    // Elsewhere, so that Daypass does not know how many there were.
    const { serial } = aws.user;
    for (let n = 0; n < 10; n++) await sessionToken(serial, await wrongCode());
    const good = await aws.freshCode();
    expect((await sessionToken(serial, good)).stderr).toContain(SAID);
    expect(await signIn(profile, good)).toBe('device.cooling-down');
    const [finding, ...others] = await found();
    expect(finding).toMatchObject({ code: 'device.cooling-down', profile: 'work-mfa' });
    expect(finding?.evidence).toEqual([keyLine(), `serial = ${serial}`]);
    expect(others).toEqual([]);
    // As after some minutes; of the codes that the device takes one is new to Daypass.
    aws.resetDevice();
    const near = await Promise.all([-1, 0, 1].map((steps) => aws.code(Date.now() + steps * 30_000)));
    expect(await signIn(profile, near.find((code) => code !== first && code !== good) ?? '')).toBe('ok');
    expect(await found()).toEqual([]);
  });
});

describe('a role', () => {
  const roleProfile = (name: string, arn: string, through: string | null, user: AwsUser = aws.user) =>
    doctor.addProfile(
      through === null
        ? { name, serial: user.serial, durationSeconds: HOUR, role: { ...ROLE, arn } }
        : { name, way: throughWith(through, { ...ROLE, arn }) },
    );

  test('whose trust asks for MFA, assumed from a role’s session: MFA was not there; with a code of its own it is', async () => {
    const outer = aws.addRole({ name: `outer-${Date.now()}`, maxSessionDuration: HOUR, requireMfa: true });
    const inner = aws.addRole({ name: `inner-${Date.now()}`, maxSessionDuration: HOUR, requireMfa: true });
    const parent = roleProfile('outer', outer.arn, null);
    const child = roleProfile('inner', inner.arn, parent);
    expect(await signIn(parent)).toBe('ok');
    const assume = ['sts', 'assume-role', '--role-session-name', 'ada', '--role-arn', inner.arn];
    expect((await doctor.awsCli(assume, 'outer')).stderr).toContain('is not authorized to perform: sts:AssumeRole');
    await expect(doctor.app.signIns.withoutCode(child)).rejects.toMatchObject({ failure: { code: 'role.denied' } });
    const [first, ...others] = await found();
    expect(first).toMatchObject({ code: 'role.denied', profile: 'inner' });
    expect(first?.cause).toContain('a role’s session never does');
    expect(first?.evidence).toContain(`role_arn = ${inner.arn}`);
    expect(others).toEqual([]);
    const { id: _, dailyAt: __, ...choice } = doctor.app.book.profile(child);
    await doctor.app.changes.edit(
      child,
      choiceWith({
        ...choice,
        way: choiceWith({ serial: aws.user.serial, durationSeconds: HOUR, role: { ...ROLE, arn: inner.arn } }).way,
      }),
    );
    expect(await signIn(child)).toBe('ok');
    expect(await found()).toEqual([]);
  });

  test('that a policy denies: MFA was there, so it is not MFA that was missing', async () => {
    const role = aws.addRole({ name: `denied-${Date.now()}`, maxSessionDuration: HOUR, requireMfa: false });
    const user = aws.addUser({
      name: `dan-${Date.now()}`,
      policy: [
        { Effect: 'Allow', Action: ['*'], Resource: ['*'] },
        { Effect: 'Deny', Action: ['sts:AssumeRole'], Resource: [role.arn] },
      ],
    });
    doctor.writeKey(user);
    const denied = roleProfile('denied', role.arn, null, user);
    const assume = ['sts', 'assume-role', '--role-session-name', 'dan', '--role-arn', role.arn];
    const mfa = ['--serial-number', user.serial, '--token-code', await aws.freshCode(user)];
    expect((await doctor.awsCli([...assume, ...mfa])).stderr).toContain('with an explicit deny');
    expect(await signIn(denied, await aws.freshCode(user))).toBe('policy.denied');
    const [first, ...others] = await found();
    expect(first).toMatchObject({ code: 'policy.denied', profile: 'denied' });
    expect(first?.cause).toContain('The request had MFA');
    expect(first?.evidence).toEqual([keyLine(user.accessKeyId), `serial = ${user.serial}`, `role_arn = ${role.arn}`]);
    expect(others).toEqual([]);
  });
});

test('a session of AWS’s global address does not count in a region that has to be switched on, and is no unknown key', async () => {
  const through = { HTTPS_PROXY: aws.proxyUrl, AWS_CA_BUNDLE: aws.codecommit.caFile };
  const cli = (region: string, args: readonly string[], env: Record<string, string>) =>
    doctor.home.run(awsProgram(), ['--region', region, '--output', 'json', 'sts', ...args], {
      env: { ...through, ...env },
    });
  const { accessKeyId, secretAccessKey } = aws.user;
  const key = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
  const made = await cli('us-east-1', ['get-session-token', '--endpoint-url', 'https://sts.amazonaws.com'], key);
  const { Credentials } = JSON.parse(made.stdout);
  const session = {
    accessKeyId: Credentials.AccessKeyId,
    secretAccessKey: Credentials.SecretAccessKey,
    sessionToken: Credentials.SessionToken,
  };
  const env = {
    AWS_ACCESS_KEY_ID: session.accessKeyId,
    AWS_SECRET_ACCESS_KEY: session.secretAccessKey,
    AWS_SESSION_TOKEN: session.sessionToken,
  };
  expect((await cli('eu-south-1', ['get-caller-identity'], env)).stderr).toContain('InvalidClientTokenId');

  const to = { fetch, env: { AWS_ENDPOINT_URL: aws.url }, clockOffset: () => 0, heardDate: () => {} };
  const asked = (region: string) =>
    sts(to)
      .identity(new Secret(session), region, new AbortController().signal)
      .then(() => null, failureOf);
  const why = await asked('eu-south-1');
  expect(why?.code).toBe('session.unknown');
  expect(why && explain(why, 'en').cause).toContain('global endpoint');
  expect(await asked('eu-west-1')).toBeNull();
  expect(await cli('eu-west-1', ['get-caller-identity'], env)).toMatchObject({ status: 0 });
});
