// What the stand-in gives and refuses, case by case, as AWS's own SDK for JavaScript sees it.
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateAccessKeyCommand,
  CreateVirtualMFADeviceCommand,
  DeleteAccessKeyCommand,
  EnableMFADeviceCommand,
  GetUserCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListMFADevicesCommand,
  ListUsersCommand,
  UpdateAccessKeyCommand,
} from '@aws-sdk/client-iam';
import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  type Credentials,
  GetCallerIdentityCommand,
  GetSessionTokenCommand,
  type GetSessionTokenCommandInput,
  STSClient,
} from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Aws, type AwsUser, startAws } from '../aws/aws.ts';
import { lockMs, stepMs } from '../aws/mfa-device.ts';
import { canonicalRequest, sha256, signature, stampOf, stringToSign } from '../aws/sigv4.ts';

const minute = 60_000;
let folder: string;
let aws: Aws;
let authority: string;
let time = Date.now();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aws-refusals-'));
  aws = await startAws({ folder, now: () => time });
  authority = await readFile(aws.codecommit.caFile, 'utf8');
});
afterAll(async () => {
  await aws?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  // The middle of a step, so that a step either way is a step.
  time = Math.floor(Date.now() / stepMs) * stepMs + stepMs / 2;
  aws.resetDevice();
  Object.assign(aws.faults, { skewMs: 0, latencyMs: 0, dropConnections: false, dropReplies: false });
  Object.assign(aws.faults, { throttle: false, stsDown: false, denyListMfaDevices: false, newKeyDelayMs: 0 });
});

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}
const keysOf = (credentials: Credentials | undefined): Keys => ({
  accessKeyId: credentials?.AccessKeyId ?? '',
  secretAccessKey: credentials?.SecretAccessKey ?? '',
  sessionToken: credentials?.SessionToken ?? '',
});

/** The stand-in under one of AWS's own host names: the name is resolved to loopback, the certificate checked. */
const byName = (host: string) => ({
  endpoint: `https://${host}:${aws.codecommit.port}`,
  requestHandler: {
    httpsAgent: {
      ca: authority,
      lookup: (_: string, options: { all?: boolean }, done: (error: null, ...found: unknown[]) => void) =>
        options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4),
    },
  },
});

/** Asks once, with a clock that goes with the servers' `time`. */
const settings = (credentials: Keys) => ({
  endpoint: aws.url,
  maxAttempts: 1,
  systemClockOffset: time - Date.now(),
  credentials,
});
const sts = (credentials: Keys = aws.user, more: object = {}): STSClient =>
  new STSClient({ ...settings(credentials), region: 'eu-west-1', ...more });
const iam = (credentials: Keys = aws.user): IAMClient =>
  new IAMClient({ ...settings(credentials), region: 'us-east-1' });

const getSession = async (input: GetSessionTokenCommandInput = {}, client = sts()): Promise<Keys> =>
  keysOf((await client.send(new GetSessionTokenCommand(input))).Credentials);
const withMfa = async (): Promise<{ SerialNumber: string; TokenCode: string }> => ({
  SerialNumber: aws.user.serial,
  TokenCode: await aws.freshCode(),
});
const assume = (RoleArn: string, more: Partial<AssumeRoleCommandInput> = {}, client = sts()) =>
  client.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'ada', ...more }));
const identity = (credentials: Keys, more: object = {}) =>
  sts(credentials, more).send(new GetCallerIdentityCommand({}));

const refused = (name: string, message: string | RegExp, status = 403) =>
  ({ name, message: expect.stringMatching(message), $metadata: { httpStatusCode: status } }) as const;
async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  const error = await call.then(
    () => ({ name: 'accepted', message: '', $metadata: { httpStatusCode: 200 } }),
    (reason) => reason,
  );
  return { name: error.name, message: error.message, $metadata: { httpStatusCode: error.$metadata?.httpStatusCode } };
}

const wrongCode = /^MultiFactorAuthentication failed with invalid MFA one time pass code\. $/;
const wrongSerial =
  /^MultiFactorAuthentication failed, unable to validate MFA code\. {2}Please verify your MFA serial number is valid and associated with this user\.$/;
const half = /^MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code\.$/;
const invalidToken = /^The security token included in the request is invalid$/;
const badSignature =
  /^The request signature we calculated does not match the signature you provided\. Check your AWS Secret Access Key and signing method\. /;

describe('GetSessionToken', () => {
  const cases: [
    name: string,
    input: () => Promise<GetSessionTokenCommandInput>,
    expected: ReturnType<typeof refused>,
  ][] = [
    [
      'a wrong code',
      async () => ({ ...(await withMfa()), TokenCode: await aws.code(time + 60 * minute) }),
      refused('AccessDenied', wrongCode),
    ],
    [
      'a wrong serial',
      async () => ({ ...(await withMfa()), SerialNumber: `${aws.user.serial}x` }),
      refused('AccessDenied', wrongSerial),
    ],
    ['a code without serial', async () => ({ TokenCode: '123456' }), refused('AccessDenied', half)],
    ['a serial without code', async () => ({ SerialNumber: aws.user.serial }), refused('AccessDenied', half)],
    [
      'too short a time',
      async () => ({ DurationSeconds: 899 }),
      refused(
        'ValidationError',
        /^1 validation error detected: Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900$/,
        400,
      ),
    ],
    [
      'too long a time and five digits',
      async () => ({ DurationSeconds: 129_601, SerialNumber: aws.user.serial, TokenCode: '12345' }),
      refused(
        'ValidationError',
        /^2 validation errors detected: Value '129601' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 129600; Value '12345' at 'tokenCode' failed to satisfy constraint: Member must have length greater than or equal to 6$/,
        400,
      ),
    ],
  ];
  test.each(cases)('%s', async (_, input, expected) => {
    expect(await refusalOf(getSession(await input()))).toMatchObject(expected);
  });

  test('codes of two steps before to two after count, each once', async () => {
    for (const [step, accepted] of [
      [-3, false],
      [-2, true],
      [2, true],
      [3, false],
      [0, true],
      [0, false],
    ] as const) {
      const TokenCode = await aws.code(time + step * stepMs);
      const outcome = await refusalOf(getSession({ SerialNumber: aws.user.serial, TokenCode }));
      expect(outcome).toMatchObject(accepted ? { name: 'accepted' } : refused('AccessDenied', wrongCode));
    }
    expect(await aws.freshCode()).toBe(await aws.code(time + stepMs));
  });

  test('good codes count as tries; the lock does not use up the code, and goes after its time', async () => {
    for (const step of [0, 1, 2, -1, -2]) {
      await getSession({ SerialNumber: aws.user.serial, TokenCode: await aws.code(time + step * stepMs) });
    }
    for (let tries = 5; tries < 9; tries += 1) {
      expect(await refusalOf(getSession({ SerialNumber: aws.user.serial, TokenCode: await aws.code() }))).toMatchObject(
        refused('AccessDenied', wrongCode),
      );
    }
    time += 3 * stepMs;
    const TokenCode = await aws.code();
    expect(await refusalOf(getSession({ SerialNumber: aws.user.serial, TokenCode }))).toMatchObject(
      refused('AccessDenied', wrongSerial),
    );
    time += lockMs - 3 * stepMs - 1;
    expect(await refusalOf(getSession(await withMfa()))).toMatchObject(refused('AccessDenied', wrongSerial));
    time += 1;
    await getSession(await withMfa());
  });

  test('freshCode gives what has not been used, and waits when all have been', async () => {
    for (const step of [0, 1, 2, -1, -2]) {
      expect(await aws.freshCode()).toBe(await aws.code(time + step * stepMs));
      await getSession(await withMfa());
    }
    const next = aws.freshCode();
    time += stepMs;
    expect(await next).toBe(await aws.code(time + 2 * stepMs));
  });

  test('session credentials cannot ask for more of themselves', async () => {
    const session = await getSession(await withMfa());
    expect(await refusalOf(getSession({}, sts(session)))).toMatchObject(
      refused('AccessDenied', /^Cannot call GetSessionToken with session credentials$/),
    );
  });
});

describe('credentials', () => {
  test('identity needs no MFA, and names user, session and role', async () => {
    expect(await identity(aws.user)).toMatchObject({ Arn: aws.user.arn, Account: aws.user.accountId });
    expect(await identity(await getSession())).toMatchObject({ Arn: aws.user.arn });
    const { arn } = aws.addRole({ name: 'reader', maxSessionDuration: 3600, requireMfa: false });
    const { Credentials, AssumedRoleUser } = await assume(arn, await withMfa());
    const role = await identity(keysOf(Credentials));
    expect(role).toMatchObject({ Arn: `arn:aws:sts::${aws.user.accountId}:assumed-role/reader/ada` });
    expect(role.UserId).toBe(AssumedRoleUser?.AssumedRoleId);
    expect(role.UserId).toMatch(/^AROA[A-Z2-7]{16}:ada$/);
  });

  test('each part of them must hold', async () => {
    const session = await getSession(await withMfa());
    const other = await getSession();
    const cases: [Keys, ReturnType<typeof refused>][] = [
      [{ ...aws.user, accessKeyId: 'AKIAAAAAAAAAAAAAAAAA' }, refused('InvalidClientTokenId', invalidToken)],
      [{ ...aws.user, secretAccessKey: session.secretAccessKey }, refused('SignatureDoesNotMatch', badSignature)],
      [{ ...session, ...aws.user }, refused('InvalidClientTokenId', invalidToken)],
      [
        { accessKeyId: session.accessKeyId, secretAccessKey: session.secretAccessKey },
        refused('InvalidClientTokenId', invalidToken),
      ],
      [
        { ...other, accessKeyId: session.accessKeyId, secretAccessKey: session.secretAccessKey },
        refused('InvalidClientTokenId', invalidToken),
      ],
    ];
    for (const [keys, expected] of cases) expect(await refusalOf(identity(keys))).toMatchObject(expected);
  });

  test('a session ends at its second', async () => {
    const session = await getSession({ DurationSeconds: 900 });
    time += 900_000 - (time % 1000) - 1;
    await identity(session);
    time += 1;
    const expected = refused('ExpiredToken', /^The security token included in the request is expired$/);
    expect(await refusalOf(identity(session))).toMatchObject(expected);
    const ended = await getSession();
    aws.expireSession(ended.accessKeyId);
    expect(await refusalOf(identity(ended))).toMatchObject(expected);
  });

  test('the date holds a quarter of an hour either way, and the Date header tells the servers’ time', async () => {
    // A minute beyond and a minute within, as the SDK's clock runs on while it signs.
    for (const [skewMs, message] of [
      [15 * minute + 60_000, /^Signature expired: (\S+) is now earlier than (\S+) \((\S+) - 15 min\.\)$/],
      [-15 * minute - 60_000, /^Signature not yet current: (\S+) is still later than (\S+) \((\S+) \+ 15 min\.\)$/],
    ] as const) {
      aws.faults.skewMs = skewMs;
      expect(await refusalOf(identity(aws.user))).toMatchObject(refused('SignatureDoesNotMatch', message));
      const { headers } = await fetch(aws.url);
      expect(Date.parse(headers.get('date') ?? '')).toBe(Math.floor((time + skewMs) / 1000) * 1000);
      aws.faults.skewMs = skewMs - Math.sign(skewMs) * 2 * minute;
      await identity(aws.user);
    }
  });

  test('at AWS’s own names the region must be the name’s', async () => {
    await identity(aws.user, byName('sts.eu-west-1.amazonaws.com'));
    const scoped = refused('SignatureDoesNotMatch', /^Credential should be scoped to a valid region\. $/);
    expect(await refusalOf(identity(aws.user, byName('sts.us-east-2.amazonaws.com')))).toMatchObject(scoped);
    expect(await refusalOf(identity(aws.user, byName('sts.amazonaws.com')))).toMatchObject(scoped);
    expect(await refusalOf(identity(aws.user, { region: 'eu-west-9' }))).toMatchObject(scoped);
  });

  test('a token of the global endpoint is no token in an opt-in region, nor any key in another partition', async () => {
    const global = await getSession({}, sts(aws.user, { ...byName('sts.amazonaws.com'), region: 'us-east-1' }));
    const regional = await getSession();
    await identity(global);
    await identity(regional, { region: 'af-south-1' });
    const invalid = refused('InvalidClientTokenId', invalidToken);
    expect(await refusalOf(identity(global, { region: 'af-south-1' }))).toMatchObject(invalid);
    expect(await refusalOf(identity(aws.user, { region: 'cn-north-1' }))).toMatchObject(invalid);
    const chinese = aws.addUser({ name: 'bo', partition: 'aws-cn' });
    expect(await identity(chinese, { region: 'cn-north-1' })).toMatchObject({
      Arn: expect.stringMatching(/^arn:aws-cn:/),
    });
  });
});

describe('AssumeRole', () => {
  const hours = (count: number) => ({ DurationSeconds: count * 3600 });
  const chained = refused(
    'ValidationError',
    /^The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining\.$/,
    400,
  );
  const closed = (arn: string) =>
    refused(
      'AccessDenied',
      new RegExp(`^User: \\S+ is not authorized to perform: sts:AssumeRole on resource: ${arn}$`),
    );
  let deployer: string;
  beforeAll(() => {
    deployer = aws.addRole({ name: 'deployer', maxSessionDuration: 43_200, requireMfa: true }).arn;
  });

  test('with a code: up to the role’s maximum', async () => {
    const { Credentials } = await assume(deployer, { ...(await withMfa()), ...hours(12) });
    expect(Credentials?.Expiration?.getTime()).toBe(Math.floor(time / 1000) * 1000 + 12 * 60 * minute);
    const short = aws.addRole({ name: 'short', maxSessionDuration: 7200, requireMfa: true }).arn;
    expect(await refusalOf(assume(short, { ...(await withMfa()), ...hours(3) }))).toMatchObject(
      refused(
        'ValidationError',
        /^The requested DurationSeconds exceeds the MaxSessionDuration set for this role\.$/,
        400,
      ),
    );
    expect(await refusalOf(assume(short, { ...(await withMfa()), ...hours(13) }))).toMatchObject(
      refused('ValidationError', /'durationSeconds' .* less than or equal to 43200$/, 400),
    );
  });

  test('from the MFA session: one hour, again and again, no code', async () => {
    const session = sts(await getSession(await withMfa()));
    await assume(deployer, {}, session);
    await assume(deployer, hours(1), session);
    expect(await refusalOf(assume(deployer, hours(2), session))).toMatchObject(chained);
  });

  test('from a role: one hour, and never as MFA', async () => {
    const open = aws.addRole({ name: 'open', maxSessionDuration: 43_200, requireMfa: false }).arn;
    const first = sts(keysOf((await assume(deployer, await withMfa())).Credentials));
    await assume(open, hours(1), first);
    expect(await refusalOf(assume(open, hours(2), first))).toMatchObject(chained);
    expect(await refusalOf(assume(deployer, {}, first))).toMatchObject(closed(deployer));
  });

  test('the external id must be the role’s; a closed role and a missing one look alike', async () => {
    const { arn } = aws.addRole({ name: 'partner', maxSessionDuration: 3600, requireMfa: true, externalId: 'x-17' });
    await assume(arn, { ...(await withMfa()), ExternalId: 'x-17' });
    const session = sts(await getSession(await withMfa()));
    expect(await refusalOf(assume(arn, { ExternalId: 'x-18' }, session))).toMatchObject(closed(arn));
    expect(await refusalOf(assume(arn, {}, session))).toMatchObject(closed(arn));
    expect(await refusalOf(assume(`${arn}s`, {}, session))).toMatchObject(closed(`${arn}s`));
  });

  test('without MFA the policy of the user says no', async () => {
    const expected = refused(
      'AccessDenied',
      /sts:AssumeRole on resource: \S+ with an explicit deny in an identity-based policy$/,
    );
    expect(await refusalOf(assume(deployer))).toMatchObject(expected);
    expect(await refusalOf(assume(deployer, {}, sts(await getSession())))).toMatchObject(expected);
  });
});

describe('IAM', () => {
  const serials = async (client = iam()) =>
    (await client.send(new ListMFADevicesCommand({}))).MFADevices?.map(({ SerialNumber }) => SerialNumber);

  test('ListMFADevices finds every device without MFA, unless it is denied', async () => {
    const fido = aws.addDevice(aws.user, 'yubikey', 'fido');
    expect(await serials()).toEqual([aws.user.serial, fido.serial]);
    expect(await refusalOf(getSession({ SerialNumber: fido.serial, TokenCode: '123456' }))).toMatchObject(
      refused('AccessDenied', wrongSerial),
    );
    aws.removeDevice(fido);
    aws.faults.denyListMfaDevices = true;
    expect(await refusalOf(serials())).toMatchObject(
      refused(
        'AccessDenied',
        /^User: \S+ is not authorized to perform: iam:ListMFADevices on resource: \S+ with an explicit deny in an identity-based policy$/,
      ),
    );
  });

  test('a new device works once two codes in a row have been given', async () => {
    const user = aws.addUser({ name: 'cy' });
    const client = iam(user);
    const made = await client.send(new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'cy-2' }));
    const SerialNumber = made.VirtualMFADevice?.SerialNumber ?? '';
    const totpSecret = Buffer.from(made.VirtualMFADevice?.Base32StringSeed ?? []).toString();
    expect(totpSecret).toMatch(/^[A-Z2-7]{64}$/);
    const device = { serial: SerialNumber, totpSecret };
    const enable = async (second: number) =>
      client.send(
        new EnableMFADeviceCommand({
          UserName: 'cy',
          SerialNumber,
          AuthenticationCode1: await aws.code(time - stepMs, device),
          AuthenticationCode2: await aws.code(time + second, device),
        }),
      );
    expect(await serials(client)).toEqual([user.serial]);
    expect(await refusalOf(enable(stepMs))).toMatchObject(refused('InvalidAuthenticationCodeException', /not valid$/));
    await enable(0);
    expect(await serials(client)).toEqual([user.serial, SerialNumber]);
    await getSession({ SerialNumber, TokenCode: await aws.freshCode(device) }, sts(user));
  });

  test('keys are turned, with MFA, two at a time, and only when known to the services', async () => {
    const user: AwsUser = aws.addUser({ name: 'di' });
    const denied = refused('AccessDenied', /iam:CreateAccessKey on resource: \S+:user\/di with an explicit deny/);
    expect(await refusalOf(iam(user).send(new CreateAccessKeyCommand({})))).toMatchObject(denied);
    const code = { SerialNumber: user.serial, TokenCode: await aws.freshCode(user) };
    const client = iam(await getSession(code, sts(user)));
    aws.faults.newKeyDelayMs = 5000;
    const { AccessKey } = await client.send(new CreateAccessKeyCommand({}));
    const made = { accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' };
    const invalid = refused('InvalidClientTokenId', invalidToken);
    expect(await refusalOf(identity(made))).toMatchObject(invalid);
    time += 5000;
    await identity(made);
    expect(await refusalOf(client.send(new CreateAccessKeyCommand({})))).toMatchObject(
      refused('LimitExceededException', /^Cannot exceed quota for AccessKeysPerUser: 2$/, 409),
    );
    await client.send(new UpdateAccessKeyCommand({ AccessKeyId: user.accessKeyId, Status: 'Inactive' }));
    expect(await refusalOf(identity(user))).toMatchObject(invalid);
    const listed = await iam(made).send(new ListAccessKeysCommand({}));
    expect(listed.AccessKeyMetadata?.map(({ Status }) => Status)).toEqual(['Inactive', 'Active']);
    await client.send(new DeleteAccessKeyCommand({ AccessKeyId: user.accessKeyId }));
    expect(await refusalOf(client.send(new DeleteAccessKeyCommand({ AccessKeyId: user.accessKeyId })))).toMatchObject(
      refused('NoSuchEntityException', /cannot be found\.$/, 404),
    );
  });

  test('others are none of a developer’s business, and a session without MFA has no IAM at all', async () => {
    expect((await iam().send(new GetUserCommand({}))).User?.Arn).toBe(aws.user.arn);
    const session = iam(await getSession(await withMfa()));
    expect(await refusalOf(session.send(new GetUserCommand({ UserName: 'eve' })))).toMatchObject(
      refused('AccessDenied', /user\/eve because no identity-based policy allows the iam:GetUser action$/),
    );
    expect(await refusalOf(session.send(new ListUsersCommand({})))).toMatchObject(
      refused('AccessDenied', /because no identity-based policy allows the iam:ListUsers action$/),
    );
    expect(await refusalOf(iam(await getSession()).send(new GetUserCommand({})))).toMatchObject(
      refused('InvalidClientTokenId', invalidToken),
    );
  });
});

describe('requests that no SDK makes', () => {
  const asked = (init: RequestInit, query = '') =>
    fetch(`${aws.url}/${query}`, init).then(async (reply) => [reply.status, await reply.text()]);
  const form = (Action: string) => ({ method: 'POST', body: new URLSearchParams({ Action, Version: '2011-06-15' }) });
  const credential = 'Credential=AKIA/20260101/eu-west-1/sts/aws4_request';
  const signedBy = (Authorization: string) => ({ ...form('GetCallerIdentity'), headers: { Authorization } });

  test.each([
    ['unsigned', form('GetCallerIdentity'), 403, 'MissingAuthenticationToken'],
    ['unsigned, by GET', { method: 'GET' }, 403, 'MissingAuthenticationToken'],
    ['half a signature', signedBy(`AWS4-HMAC-SHA256 ${credential}`), 400, 'IncompleteSignature'],
    [
      'no date',
      signedBy(`AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host, Signature=0`),
      400,
      'IncompleteSignature',
    ],
    [
      'signed for another service',
      signedBy(`AWS4-HMAC-SHA256 ${credential.replace('sts', 'ec2')}, SignedHeaders=host, Signature=0`),
      403,
      'SignatureDoesNotMatch',
    ],
  ])('%s', async (_, init, status, code) => {
    const [given, text] = await asked(
      init,
      init.method === 'GET' ? '?Action=GetCallerIdentity&Version=2011-06-15' : '',
    );
    expect(given).toBe(status);
    expect(text).toMatch(
      new RegExp(
        '^<\\?xml version="1.0" encoding="UTF-8"\\?>\n<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">' +
          `<Error><Type>Sender</Type><Code>${code}</Code><Message>.+</Message></Error><RequestId>[0-9a-f-]{36}</RequestId></ErrorResponse>$`,
      ),
    );
  });
});

describe('requests signed for something else than what is sent', () => {
  interface Sent {
    readonly service: 'sts' | 's3';
    readonly keys: Keys;
    readonly path?: string;
    readonly method?: string;
    readonly body: string;
    /** What the signature says the body is. */
    readonly promised?: string;
    readonly unsigned?: Readonly<Record<string, string>>;
  }

  /** Signs with the stand-in's own code, which the published examples have judged, and sends. */
  async function sendSigned({
    service,
    keys,
    path = '/',
    method = 'POST',
    body,
    promised = sha256(body),
    unsigned = {},
  }: Sent) {
    const stamp = stampOf(time);
    const scope = { date: stamp.slice(0, 8), region: 'eu-west-1', service };
    const token =
      keys.sessionToken && !unsigned['x-amz-security-token'] ? { 'x-amz-security-token': keys.sessionToken } : {};
    const signed = { host: new URL(aws.url).host, 'x-amz-content-sha256': promised, 'x-amz-date': stamp, ...token };
    const names = Object.keys(signed).sort();
    const canonical = canonicalRequest(
      { method, path, query: '', headers: Object.entries(signed) },
      names,
      promised,
      service,
    );
    const sum = signature(keys.secretAccessKey, scope, stringToSign(stamp, scope, canonical));
    const credential = `${keys.accessKeyId}/${scope.date}/${scope.region}/${service}/aws4_request`;
    const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${sum}`;
    const reply = await fetch(`${aws.url}${path}`, {
      method,
      body,
      headers: { ...signed, ...unsigned, authorization },
    });
    return [reply.status, /<Code>(.*)<\/Code>/.exec(await reply.text())?.[1]];
  }

  test('another body, or a token that is not signed', async () => {
    const body = 'Action=GetCallerIdentity&Version=2011-06-15';
    const keys = await getSession(await withMfa());
    const call = { service: 'sts', keys, body } as const;
    expect(await sendSigned(call)).toEqual([200, undefined]);
    const mismatch = [403, 'SignatureDoesNotMatch'];
    expect(await sendSigned({ ...call, promised: sha256(`${body}&`) })).toEqual(mismatch);
    const unsigned = { 'x-amz-security-token': keys.sessionToken ?? '' };
    expect(await sendSigned({ ...call, unsigned })).toEqual(mismatch);
  });

  test('S3: another object, another checksum, a header that is not signed', async () => {
    const keys = await getSession(await withMfa());
    aws.addBucket('signed');
    const put = { service: 's3', keys, method: 'PUT', path: '/signed/a', body: 'abc' } as const;
    expect(await sendSigned(put)).toEqual([200, undefined]);
    expect(await sendSigned({ ...put, promised: 'UNSIGNED-PAYLOAD' })).toEqual([200, undefined]);
    expect(await sendSigned({ ...put, promised: sha256('abd') })).toEqual([400, 'XAmzContentSHA256Mismatch']);
    expect(await sendSigned({ ...put, unsigned: { 'content-md5': 'AAAA' } })).toEqual([400, 'BadDigest']);
    expect(await sendSigned({ ...put, unsigned: { 'x-amz-acl': 'public-read' } })).toEqual([403, 'AccessDenied']);
    expect(await sendSigned({ ...put, path: '/other/a' })).toEqual([404, 'NoSuchBucket']);
    expect(await sendSigned({ ...put, keys: aws.user })).toEqual([403, 'AccessDenied']);
    expect(await sendSigned({ ...put, keys: await getSession() })).toEqual([403, 'AccessDenied']);
    const unknown = { ...keys, accessKeyId: 'ASIAAAAAAAAAAAAAAAAA' };
    expect(await sendSigned({ ...put, keys: unknown })).toEqual([403, 'InvalidAccessKeyId']);
    aws.expireSession(keys.accessKeyId);
    expect(await sendSigned(put)).toEqual([400, 'ExpiredToken']);
  });
});

describe('faults', () => {
  test('throttling and a service that is down', async () => {
    aws.faults.throttle = true;
    expect(await refusalOf(identity(aws.user))).toMatchObject(refused('Throttling', /^Rate exceeded$/, 400));
    aws.faults.throttle = false;
    aws.faults.stsDown = true;
    expect(await refusalOf(identity(aws.user))).toMatchObject(refused('ServiceUnavailable', /failure/, 503));
    await iam().send(new GetUserCommand({}));
  });

  test('a reply that is lost has spent its code; a connection that is lost has not', async () => {
    const code = await withMfa();
    aws.faults.dropConnections = true;
    await expect(getSession(code)).rejects.toMatchObject({ code: 'ECONNRESET' });
    aws.faults.dropConnections = false;
    aws.faults.dropReplies = true;
    await expect(getSession(code)).rejects.toMatchObject({ code: 'ECONNRESET' });
    aws.faults.dropReplies = false;
    expect(await refusalOf(getSession(code))).toMatchObject(refused('AccessDenied', wrongCode));
  });

  test('the proxy asks for its login when told to, and leads to nowhere but AWS', async () => {
    const connect = (target: string, headers: Record<string, string> = {}) =>
      new Promise<number | undefined>((resolve, reject) => {
        const { hostname, port } = new URL(aws.proxyUrl);
        request({ hostname, port, method: 'CONNECT', path: target, headers })
          .on('connect', (reply, socket) => {
            socket.destroy();
            resolve(reply.statusCode);
          })
          .on('error', reject)
          .end();
      });
    const target = 'sts.eu-west-1.amazonaws.com:443';
    expect(await connect(target)).toBe(200);
    for (const other of [
      'example.com:443',
      'sts.eu-west-1.amazonaws.com:80',
      'git-codecommit.us-east-1.amazonaws.com.evil.example:443',
      'git-codecommit.nowhere-1.amazonaws.com:443',
      'git-codecommit.eu-west-1.amazonaws.com.cn:443',
      '127.0.0.1:443',
    ]) {
      expect(await connect(other)).toBe(403);
    }
    aws.faults.proxyLogin = { user: 'ada', password: 'pass word' };
    expect(await connect(target)).toBe(407);
    const login = Buffer.from('ada:pass word').toString('base64');
    expect(await connect(target, { 'proxy-authorization': `Basic ${login}` })).toBe(200);
    aws.faults.proxyLogin = undefined;
  });

  test('closing leaves nothing open', async () => {
    const other = await startAws({ folder: join(folder, 'other') });
    await sts(other.user, { endpoint: other.url }).send(new GetCallerIdentityCommand({}));
    const { hostname, port } = new URL(other.proxyUrl);
    const tunnel = createConnection(Number(port), hostname);
    tunnel.write('CONNECT sts.eu-west-1.amazonaws.com:443 HTTP/1.1\r\nHost: sts\r\n\r\n');
    await once(tunnel, 'data');
    const ended = once(tunnel, 'close');
    await other.close();
    await ended;
    await expect(fetch(other.url)).rejects.toThrow();
  });
});
