// A sign-in as the app makes it, against an AWS that refuses what AWS refuses: nothing here is faked but the address.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AwsConnection } from '../../electron/adapters/aws/aws-client.ts';
import { iam } from '../../electron/adapters/aws/iam.ts';
import { sts } from '../../electron/adapters/aws/sts.ts';
import { systemClock } from '../../electron/adapters/electron/clock.ts';
import { Attempts } from '../../electron/core/authenticator/attempts.ts';
import type { LongTermKey, SessionCredentials } from '../../electron/core/aws/credentials.ts';
import { AwsClock, CLOCK_TOLERANCE_MS } from '../../electron/core/base/aws-clock.ts';
import { type Failure, failureOf } from '../../electron/core/base/failure.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import type { NewSession } from '../../electron/core/session/way-in.ts';
import type { ProfileSettings } from '../../electron/core/settings/settings.ts';
import { WaysIn } from '../../electron/core/sources/ways-in.ts';
import { type Aws, startAws } from '../aws/aws.ts';
import { noLogins } from '../fakes/browser-sign-in.ts';
import { noTotp } from '../fakes/totp.ts';
import { type Different, HOUR, profileWith, throughWith } from '../unit/samples.ts';

let folder: string;
let aws: Aws;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daypass-sign-in-'));
  aws = await startAws({ folder });
});
afterAll(async () => {
  await aws?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  aws.resetDevice();
  Object.assign(aws.faults, { skewMs: 0, latencyMs: 0, dropConnections: false, dropReplies: false, throttle: false });
});

/** An app that has just been started. */
class App {
  readonly clock = new AwsClock(systemClock);
  readonly connection: { -readonly [K in keyof AwsConnection]: AwsConnection[K] } = {
    fetch,
    env: { AWS_ENDPOINT_URL: aws.url },
    clockOffset: () => this.clock.offset(),
    heardDate: (date, waited) => this.clock.learn(date, waited),
  };
  readonly sts = sts(this.connection);
  key: LongTermKey = {
    accessKeyId: aws.user.accessKeyId,
    secretAccessKey: new Secret(aws.user.secretAccessKey),
  };
  parent: Secret<SessionCredentials> | null = null;
  readonly cancel = new AbortController();
  readonly #attempts = new Attempts();

  async signIn(different: Different<ProfileSettings> = {}, code?: string | null): Promise<NewSession> {
    const ways = new WaysIn({
      sts: this.sts,
      clock: this.clock,
      attempts: this.#attempts,
      longTermKey: async () => this.key,
      totp: noTotp,
      ...noLogins,
      credentialsOf: () => this.parent,
      nameOf: (profile) => profile,
    });
    const profile = profileWith({
      region: 'eu-west-1',
      ...(different.way ? {} : { serial: aws.user.serial }),
      ...different,
    });
    const way = code === null ? ways.of(profile) : ways.withCode(profile, new Secret(code ?? (await aws.freshCode())));
    return way.open(profile, this.cancel.signal);
  }
}

const refusal = (asked: Promise<unknown>): Promise<Failure> =>
  asked.then(() => expect.fail('it was answered'), failureOf);
const actions = () => aws.requests.map((one) => JSON.stringify(one));
const sentSince = (before: number, action: string) =>
  actions()
    .slice(before)
    .filter((one) => one.includes(action)).length;

let app: App;
let began: number;
beforeEach(() => {
  app = new App();
  began = Date.now();
});

/** AWS counts whole seconds, from the moment in which it was asked. */
function expectEnd({ granted }: NewSession, lasts: number, skewMs = 0): void {
  expect(granted.expiresAt).toBeGreaterThan(began + skewMs + lasts - 1_000);
  expect(granted.expiresAt).toBeLessThanOrEqual(Date.now() + skewMs + lasts);
}

test('the right code gives a session that lasts as long as was asked, and that AWS knows', async () => {
  const session = await app.signIn({ durationSeconds: 7_200 });
  const { granted, identity } = session;
  expect(identity).toEqual({ account: aws.user.accountId, arn: aws.user.arn });
  expectEnd(session, 2 * HOUR);
  expect(await app.sts.identity(granted.credentials, 'eu-west-1', app.cancel.signal)).toEqual(identity);
});

describe('codes', () => {
  test('a wrong one is refused, and not tried again', async () => {
    const before = aws.requests.length;
    const wrong = (await aws.code()) === '000000' ? '000001' : '000000';
    expect((await refusal(app.signIn({}, wrong))).code).toBe('code.rejected');
    expect((await refusal(app.signIn({}, wrong))).code).toBe('code.used');
    expect(sentSince(before, 'GetSessionToken')).toBe(1);
  });

  test('one that was used is refused here, and by AWS where we do not know of it', async () => {
    const code = await aws.freshCode();
    await app.signIn({}, code);
    const before = aws.requests.length;
    expect((await refusal(app.signIn({}, code))).code).toBe('code.used');
    expect(sentSince(before, 'GetSessionToken')).toBe(0);
    expect((await refusal(new App().signIn({}, code))).code).toBe('code.rejected');
  });

  test('one whose answer was lost is spent, and is not sent again', async () => {
    const code = await aws.freshCode();
    app.connection.fetch = (url, init) => {
      // The work is done, then the connection is cut.
      aws.faults.dropReplies = String(init.body).includes('GetSessionToken');
      return fetch(url, init);
    };
    const before = aws.requests.length;
    expect((await refusal(app.signIn({}, code))).code).toBe('network.offline');
    expect((await refusal(app.signIn({}, code))).code).toBe('code.used');
    expect(sentSince(before, 'GetSessionToken')).toBe(1);
    aws.faults.dropReplies = false;
    expect((await refusal(new App().signIn({}, code))).code).toBe('code.rejected');
  });

  test('so many wrong ones that the device must rest are not sent; a locked one is told apart from a wrong serial', async () => {
    await app.signIn();
    const before = aws.requests.length;
    const codes: string[] = [];
    for (let i = 0; i < 12; i++) codes.push((await refusal(app.signIn({}, `99990${i % 10}`))).code);
    expect(codes.slice(0, 6)).toEqual([...Array(2).fill('code.rejected'), ...Array(4).fill('code.drifting')]);
    expect(new Set(codes.slice(6))).toEqual(new Set(['device.cooling-down', 'code.used']));
    expect(sentSince(before, 'GetSessionToken')).toBe(6);
    // Somebody else goes on until AWS locks the device; then even a good code is refused.
    const other = new App();
    for (let i = 0; i < 6; i++) await refusal(other.signIn({}, `88880${i}`));
    expect((await refusal(new App().signIn())).code).toBe('device.refused');
  });

  test('with the serial of another the device is called wrong', async () => {
    const serial = 'arn:aws:iam::123456789012:mfa/nobody';
    expect((await refusal(app.signIn({ serial }))).code).toBe('device.refused');
  });
});

describe('keys', () => {
  test.each<[string, () => LongTermKey, string]>([
    [
      'whose secret is wrong by a letter',
      () => ({ ...app.key, secretAccessKey: new Secret(`${aws.user.secretAccessKey.slice(0, -1)}!`) }),
      'key.wrong-secret',
    ],
    ['that nobody knows', () => ({ ...app.key, accessKeyId: 'AKIAIOSFODNN7EXAMPLE' }), 'key.unknown'],
  ])('%s are found out before a code is spent', async (_, key, code) => {
    const before = aws.requests.length;
    const fresh = await aws.freshCode();
    const right = app.key;
    app.key = key();
    expect(await refusal(app.signIn({}, fresh))).toMatchObject({ code, params: { profile: 'work' } });
    expect(sentSince(before, 'GetSessionToken')).toBe(0);
    app.key = right;
    await app.signIn({}, fresh);
  });

  test('throttled', async () => {
    aws.faults.throttle = true;
    expect((await refusal(app.signIn())).code).toBe('aws.throttled');
  });
});

describe('a clock that is hours off', () => {
  test.each([-30 * HOUR, -3 * HOUR, 3 * HOUR, 400 * 24 * HOUR])('by %i ms', async (skewMs) => {
    aws.faults.skewMs = skewMs;
    expectEnd(await app.signIn(), 12 * HOUR, skewMs);
    // The time is known as well as the answer was quick.
    const known = CLOCK_TOLERANCE_MS + 1_000 + Date.now() - began;
    expect(Math.abs(app.clock.offset() - skewMs)).toBeLessThanOrEqual(known);
  });
});

describe('roles', () => {
  const role = (arn: string, more: object = {}) => ({
    role: { arn, sessionName: 'ann', externalId: null, ...more },
    durationSeconds: 3_600,
  });

  test('with a code, up to what the role allows; who it is, is what AWS says', async () => {
    const { arn } = aws.addRole({ name: 'deploy', maxSessionDuration: 43_200, requireMfa: true });
    const session = await app.signIn({ ...role(arn), durationSeconds: 43_200 });
    const { granted, identity } = session;
    expect(identity.arn).toBe(`arn:aws:sts::${aws.user.accountId}:assumed-role/deploy/ann`);
    expect(await app.sts.identity(granted.credentials, 'eu-west-1', app.cancel.signal)).toEqual(identity);
    expectEnd(session, 12 * HOUR);
  });

  test('from a session, without a code, for an hour and no longer; and from that role into the next', async () => {
    const first = aws.addRole({ name: 'first', maxSessionDuration: 43_200, requireMfa: false });
    const second = aws.addRole({ name: 'second', maxSessionDuration: 43_200, requireMfa: false });
    app.parent = (await app.signIn()).granted.credentials;
    const long = { way: throughWith('p0', { arn: first.arn, durationSeconds: 3_601 }) };
    expect((await refusal(app.signIn(long, null))).code).toBe('role.duration');
    app.parent = (await app.signIn({ way: throughWith('p0', { arn: first.arn }) }, null)).granted.credentials;
    const { identity } = await app.signIn({ way: throughWith('p1', { arn: second.arn }) }, null);
    expect(identity.arn).toContain('assumed-role/second/ann');
  });

  test('refused: longer than its own maximum, without its external id, one that is not there', async () => {
    const short = aws.addRole({ name: 'short', maxSessionDuration: 3_600, requireMfa: true });
    expect((await refusal(app.signIn({ ...role(short.arn), durationSeconds: 7_200 }))).code).toBe('role.duration');
    const closed = aws.addRole({ name: 'closed', maxSessionDuration: 3_600, requireMfa: true, externalId: 'x-1' });
    expect((await refusal(app.signIn(role(closed.arn)))).code).toBe('role.denied');
    await app.signIn(role(closed.arn, { externalId: 'x-1' }));
    expect((await refusal(app.signIn(role(`${closed.arn}-not`)))).code).toBe('role.denied');
  });

  test('from a session that has ended', async () => {
    const { arn } = aws.addRole({ name: 'late', maxSessionDuration: 3_600, requireMfa: false });
    app.parent = (await app.signIn()).granted.credentials;
    aws.expireSession(app.parent.reveal().accessKeyId);
    expect((await refusal(app.signIn({ way: throughWith('p0', { arn }) }, null))).code).toBe('session.expired');
  });
});

describe('the devices of a user', () => {
  const devices = () => iam(app.connection).mfaDevices(app.key, 'eu-west-1', app.cancel.signal);

  test('are told without MFA, security keys among them', async () => {
    const fido = aws.addDevice(aws.user, 'blue', 'fido');
    expect(await devices()).toEqual(
      expect.arrayContaining([
        { serial: aws.user.serial, kind: 'totp' },
        { serial: fido.serial, kind: 'fido' },
      ]),
    );
    aws.removeDevice(fido);
  });

  test('are not told where a policy denies it', async () => {
    aws.faults.denyListMfaDevices = true;
    expect((await refusal(devices())).code).toBe('device.list-denied');
    aws.faults.denyListMfaDevices = false;
  });
});

test('cancelled in the middle, it says so at once and keeps the code', async () => {
  aws.faults.latencyMs = 60_000;
  const code = await aws.freshCode();
  const asked = refusal(app.signIn({}, code));
  setTimeout(() => app.cancel.abort(), 50);
  expect((await asked).code).toBe('sign-in.cancelled');
  aws.faults.latencyMs = 0;
  await new App().signIn({}, code);
});
