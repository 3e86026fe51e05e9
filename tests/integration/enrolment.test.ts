// A new device at an AWS that refuses what AWS refuses, set up by Daypass and by AWS's own command line, side by side.

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CreateVirtualMFADeviceCommand, IAMClient } from '@aws-sdk/client-iam';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { awsServices } from '../../electron/adapters/aws/services.ts';
import { drawQr } from '../../electron/adapters/totp/draw-qr.ts';
import { totp } from '../../electron/adapters/totp/totp.ts';
import { failureOf } from '../../electron/core/base/failure.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import { type Aws, type AwsUser, startAws } from '../aws/aws.ts';
import { MfaDevice, stepMs } from '../aws/mfa-device.ts';
import { ownPolicy, ownPolicyWithDevices } from '../aws/own-policy.ts';
import { AppWorld } from '../fakes/app-world.ts';
import { choiceWith } from '../unit/samples.ts';
import { awsPrograms } from '../world/programs.ts';

const run = promisify(execFile);
const region = 'eu-west-1';
let folder: string;
let aws: Aws;
/** AWS's time and this computer's are together ahead of the machine's by this: a wait takes no time. */
let ahead = 0;
const now = () => Date.now() + ahead;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daypass-enrolment-'));
  ahead = 0;
  aws = await startAws({ folder, now });
});
afterEach(async () => {
  await aws.close();
  await rm(folder, { recursive: true, force: true });
});

/** A user without a device, and an app that has their key. */
function appOf(user: AwsUser) {
  aws.removeDevice(user);
  const w = new AppWorld();
  w.files.texts.credentials = `[work]\naws_access_key_id = ${user.accessKeyId}\naws_secret_access_key = ${user.secretAccessKey}\n`;
  const clock = { wall: now, steady: now };
  const timer = {
    after(ms: number, then: () => void) {
      const soon = setImmediate(() => {
        ahead += ms;
        then();
      });
      return () => clearImmediate(soon);
    },
  };
  const never = { after: () => () => {} };
  w.build({
    clock,
    // What only ends the secret's time, or a session, would pass time for nothing.
    timer: { after: (ms, then) => (ms <= stepMs ? timer : never).after(ms, then) },
    totp,
    drawQr,
    aws: (time) => awsServices({ fetch, env: { AWS_ENDPOINT_URL: aws.url } }, time),
  });
  return w.app;
}
const ada = (policy = ownPolicyWithDevices) => aws.addUser({ name: 'ann', policy });
const phoneOf = (secret: Secret<string>) => new MfaDevice(secret.reveal());
const secretOf = (text: string) => new Secret(text);
const cli = async (program: string, { accessKeyId, secretAccessKey }: AwsUser, ...args: readonly string[]) => {
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
  };
  const asked = ['--endpoint-url', aws.url, '--region', region, '--output', 'json', 'iam', ...args];
  return run(program, asked, { env }).then(
    ({ stdout }) => (stdout.trim() ? JSON.parse(stdout) : {}),
    ({ stderr }) => String(stderr),
  );
};

describe('under the policy of the user for whom it was made', () => {
  test('with a device allowed: two codes enrol it, a third signs in', async () => {
    const user = ada();
    const app = appOf(user);
    const { serial } = await app.enrolments.begin('work', region);
    expect(serial).toBe(`arn:aws:iam::${user.accountId}:mfa/ann-daypass`);
    const phone = phoneOf(app.enrolments.secret());
    await app.enrolments.enable([secretOf(phone.codeAt(now() - stepMs)), secretOf(phone.codeAt(now()))]);
    const id = app.changes.add(choiceWith({ serial, region }));
    const again = await app.signIns.withCode(id, secretOf(phone.codeAt(now()))).catch(failureOf);
    expect(again).toMatchObject({ code: 'code.used' });
    ahead += stepMs;
    await app.signIns.withCode(id, secretOf(phone.codeAt(now())));
    expect(app.sessions.sessionOf(id)?.identity.arn).toBe(user.arn);
  });

  test('kept in the keyring: no code of a person’s, and it signs in by itself', async () => {
    const app = appOf(ada());
    aws.faults.newDeviceDelayMs = 45_000;
    const { serial } = await app.enrolments.begin('work', region);
    await app.enrolments.keep();
    const id = app.changes.add(choiceWith({ serial, region }));
    await app.sessions.begun(id, new AbortController().signal);
    const refused = aws.requests.filter(({ action, outcome }) => action === 'GetSessionToken' && outcome !== 'ok');
    expect(refused.length).toBeGreaterThan(0);
  });

  test('without: what is denied is said in AWS’s words', async () => {
    const app = appOf(ada(ownPolicy));
    expect(await app.enrolments.begin('work', region).catch(failureOf)).toMatchObject({
      code: 'enrol.denied',
      params: {
        message: expect.stringMatching(
          /^User: arn:aws:iam::\d+:user\/ann is not authorized to perform: iam:CreateVirtualMFADevice on resource: \S+:mfa\/ann-daypass because no identity-based policy allows/,
        ),
      },
    });
  });

  test('a setup that was broken off has left its device, of nobody: the next takes another name', async () => {
    const user = ada();
    const app = appOf(user);
    await app.enrolments.begin('work', region);
    expect(await app.enrolments.begin('work', region)).toMatchObject({
      name: 'ann-daypass-2',
      taken: ['ann-daypass'],
      left: ['ann-daypass'],
    });
  });

  test('another user’s device of that name is none that was left', async () => {
    aws.addDevice(aws.addUser({ name: 'bob' }), 'ann-daypass');
    expect(await appOf(ada()).enrolments.begin('work', region)).toMatchObject({ name: 'ann-daypass-2', left: [] });
  });
});

test('where a policy lets a user make one device alone, called as the user, that is made', async () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own form of a variable
  const device = 'arn:*:iam::*:mfa/${aws:username}';
  const app = appOf(ada([{ Effect: 'Allow', Action: ['iam:CreateVirtualMFADevice'], Resource: [device] }]));
  expect(await app.enrolments.begin('work', region)).toMatchObject({ name: 'ann' });
});

describe('an authenticator that drifts', () => {
  test.each([7, -7, 50])('by %i steps: three refusals, two codes, and it signs in', async (steps) => {
    const user = ada();
    const app = appOf(user);
    const device = aws.addDevice(user, 'phone');
    aws.drift(steps, device);
    const id = app.changes.add(choiceWith({ serial: device.serial, region }));
    const shown = async (at = now()) => secretOf(await aws.code(at, device));
    const refusals: string[] = [];
    for (let n = 0; n < 3; n++) {
      await app.signIns.withCode(id, await shown()).catch((thrown) => refusals.push(failureOf(thrown).code));
      ahead += stepMs;
    }
    expect(refusals).toEqual(['code.rejected', 'code.rejected', 'code.drifting']);
    await app.resync(id, [await shown(now() - stepMs), await shown()]);
    ahead += stepMs;
    await app.signIns.withCode(id, await shown());
    expect(app.sessions.sessionOf(id)?.identity.arn).toBe(user.arn);
  });

  test('codes that do not follow each other, and a device that is gone, are told apart', async () => {
    const user = ada();
    const app = appOf(user);
    const device = aws.addDevice(user, 'phone');
    const id = app.changes.add(choiceWith({ serial: device.serial, region }));
    const shown = async (at = now()) => secretOf(await aws.code(at, device));
    const resync = async (before: number) => app.resync(id, [await shown(now() - before), await shown()]);
    expect(await resync(2 * stepMs).catch(failureOf)).toMatchObject({ code: 'enrol.codes-refused' });
    const codes = [await shown(now() - stepMs), await shown()] as const;
    aws.removeDevice(device);
    expect(await app.resync(id, codes).catch(failureOf)).toMatchObject({ code: 'enrol.gone' });
  });
});

describe.each(awsPrograms())('AWS’s command line $major.$minor', ({ path }) => {
  test('shows the device that Daypass has enrolled', async () => {
    const user = ada();
    const app = appOf(user);
    const { serial } = await app.enrolments.begin('work', region);
    expect(await cli(path, user, 'list-mfa-devices')).toEqual({ MFADevices: [] });
    const unassigned = () => cli(path, user, 'list-virtual-mfa-devices', '--assignment-status', 'Unassigned');
    expect((await unassigned()).VirtualMFADevices).toMatchObject([{ SerialNumber: serial }]);
    const phone = phoneOf(app.enrolments.secret());
    await app.enrolments.enable([secretOf(phone.codeAt(now() - stepMs)), secretOf(phone.codeAt(now()))]);
    expect((await cli(path, user, 'list-mfa-devices')).MFADevices).toMatchObject([
      { SerialNumber: serial, UserName: 'ann' },
    ]);
    expect((await unassigned()).VirtualMFADevices).toEqual([]);
  });

  test('enrols and brings into step as Daypass does', async () => {
    const user = ada();
    aws.removeDevice(user);
    // The command line writes the seed and the picture to files; the SDK hands them over.
    const credentials = { accessKeyId: user.accessKeyId, secretAccessKey: user.secretAccessKey };
    const client = new IAMClient({ region, endpoint: aws.url, credentials });
    const made = await client.send(new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'phone' }));
    const serial = made.VirtualMFADevice?.SerialNumber ?? '';
    const phone = new MfaDevice(Buffer.from(made.VirtualMFADevice?.Base32StringSeed ?? []).toString());
    expect(
      Buffer.from(made.VirtualMFADevice?.QRCodePNG ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    const two = (command: string, first: number, second: number) =>
      cli(
        path,
        user,
        command,
        ...['--user-name', 'ann', '--serial-number', serial],
        ...['--authentication-code1', phone.codeAt(first), '--authentication-code2', phone.codeAt(second)],
      );
    expect(await two('enable-mfa-device', now(), now())).toMatch(/InvalidAuthenticationCode/);
    expect(await two('enable-mfa-device', now() - stepMs, now())).toEqual({});
    expect(await two('enable-mfa-device', now(), now() + stepMs)).toMatch(/EntityAlreadyExists/);
    expect(await two('resync-mfa-device', now() - 20 * stepMs, now() - 19 * stepMs)).toEqual({});
    expect(await two('resync-mfa-device', now() - 20 * stepMs, now() - 18 * stepMs)).toMatch(
      /InvalidAuthenticationCode/,
    );
    expect(await cli(path, user, 'delete-virtual-mfa-device', '--serial-number', serial)).toMatch(/AccessDenied/);
  });
});
