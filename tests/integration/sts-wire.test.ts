// STS and IAM as they are on the wire: what is sent, and what is made of AWS's own answers and refusals.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AwsConnection } from '../../electron/adapters/aws/aws-client.ts';
import { iam } from '../../electron/adapters/aws/iam.ts';
import { sts } from '../../electron/adapters/aws/sts.ts';
import type { AwsRefusal } from '../../electron/core/aws/explain-aws.ts';
import { type Failure, failureOf } from '../../electron/core/base/failure.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import { explain } from '../../electron/core/i18n/messages.ts';
import { CertificateAuthority } from '../aws/certificates.ts';
import { REFUSALS, refusalXml } from './sts-wire.ts';

const KEY = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: new Secret('planted-long-term-secret') };
const SESSION = new Secret({
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'planted-session-secret',
  sessionToken: 'planted-session-token',
});
const MFA = { serial: 'arn:aws:iam::123456789012:mfa/ann', code: new Secret('135790') };
const TWO_CODES = { user: 'ann', serial: MFA.serial, codes: [new Secret('123456'), new Secret('234567')] } as const;
const ROLE = { arn: 'arn:aws:iam::123456789012:role/deploy', sessionName: 'ann', durationSeconds: 3_600 };
const REGION = 'eu-central-1';
const DATE = 'Mon, 05 Jan 2026 08:00:00 GMT';

interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body: string;
}

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly form: URLSearchParams;
}

let server: Server;
let url: string;
let seen: Seen[];
let heard: { readonly date: number; readonly waited: number }[];
let offset: number;
let answer: (form: URLSearchParams) => Answer;

beforeEach(async () => {
  seen = [];
  heard = [];
  offset = 0;
  server = createServer(async (request, reply) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const form = new URLSearchParams(body);
    seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, form });
    const { status = 200, headers = {}, body: text } = answer(form);
    reply.writeHead(status, { 'content-type': 'text/xml', date: DATE, ...headers }).end(text);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const connection = (env: Record<string, string> = { AWS_ENDPOINT_URL: url }): AwsConnection => ({
  fetch,
  env,
  clockOffset: () => offset,
  heardDate: (date, waited) => heard.push({ date, waited }),
});
const signal = () => new AbortController().signal;

const ASK: Record<AwsRefusal['action'], (to: AwsConnection) => Promise<unknown>> = {
  identity: (to) => sts(to).identity(KEY, REGION, signal()),
  sessionToken: (to) => sts(to).sessionToken(KEY, REGION, MFA, 43_200, signal()),
  assumeRole: (to) => sts(to).assumeRole(KEY, REGION, ROLE, MFA, signal()),
  mfaDevices: (to) => iam(to).mfaDevices(KEY, REGION, signal()),
  createMfaDevice: (to) => iam(to).createMfaDevice(KEY, REGION, 'ann-daypass', signal()),
  enableMfaDevice: (to) => iam(to).enableMfaDevice(KEY, REGION, TWO_CODES, signal()),
  resyncMfaDevice: (to) => iam(to).resyncMfaDevice(KEY, REGION, TWO_CODES, signal()),
  unassignedMfaDevices: (to) => iam(to).unassignedMfaDevices(KEY, REGION, signal()),
};
const ACTIONS = Object.keys(ASK) as AwsRefusal['action'][];
const refusal = (asked: Promise<unknown>): Promise<Failure> =>
  asked.then((value) => expect.fail(`it was answered: ${JSON.stringify(value)}`), failureOf);

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';
const result = (action: string, inner: string): string =>
  `<${action}Response xmlns="${NAMESPACE}">\n  <${action}Result>\n${inner}  </${action}Result>\n` +
  `  <ResponseMetadata><RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId></ResponseMetadata>\n</${action}Response>\n`;
const credentialsXml = `<Credentials>
  <AccessKeyId>ASIANEW</AccessKeyId><SecretAccessKey>wJalr/XUtn+FEMI=</SecretAccessKey>
  <SessionToken>AQoEXAMPLEH4aoAH0gNCAPy&#x2B;JrFF&amp;vl/==</SessionToken><Expiration>2026-01-05T20:00:00Z</Expiration>
</Credentials>\n`;
const GRANTED = {
  accessKeyId: 'ASIANEW',
  secretAccessKey: 'wJalr/XUtn+FEMI=',
  sessionToken: 'AQoEXAMPLEH4aoAH0gNCAPy+JrFF&vl/==',
};

describe('what is asked', () => {
  test('who it is', async () => {
    answer = () => ({
      body: result(
        'GetCallerIdentity',
        '<Arn>arn:aws:iam::123456789012:user/ann</Arn><UserId>AIDA</UserId><Account>123456789012</Account>\n',
      ),
    });
    expect(await sts(connection()).identity(KEY, REGION, signal())).toEqual({
      account: '123456789012',
      arn: 'arn:aws:iam::123456789012:user/ann',
    });
    expect(seen).toHaveLength(1);
    expect(Object.fromEntries(seen[0]?.form ?? [])).toEqual({ Action: 'GetCallerIdentity', Version: '2011-06-15' });
  });

  test('a session for a code', async () => {
    answer = () => ({ body: result('GetSessionToken', credentialsXml) });
    const { credentials, expiresAt } = await sts(connection()).sessionToken(KEY, REGION, MFA, 43_200, signal());
    expect(credentials.reveal()).toEqual(GRANTED);
    expect(expiresAt).toBe(Date.UTC(2026, 0, 5, 20));
    expect(Object.fromEntries(seen[0]?.form ?? [])).toEqual({
      Action: 'GetSessionToken',
      Version: '2011-06-15',
      DurationSeconds: '43200',
      SerialNumber: MFA.serial,
      TokenCode: '135790',
    });
  });

  test('a role with a session, in which no code is sent', async () => {
    answer = () => ({ body: result('AssumeRole', credentialsXml) });
    const role = { ...ROLE, externalId: 'x:1' };
    const { credentials } = await sts(connection()).assumeRole(SESSION, REGION, role, null, signal());
    expect(credentials.reveal()).toEqual(GRANTED);
    expect(Object.fromEntries(seen[0]?.form ?? [])).toEqual({
      Action: 'AssumeRole',
      Version: '2011-06-15',
      DurationSeconds: '3600',
      ExternalId: 'x:1',
      RoleArn: ROLE.arn,
      RoleSessionName: 'ann',
    });
    expect(seen[0]?.headers['x-amz-security-token']).toBe('planted-session-token');
  });

  test('the devices, of which security keys are known by their ARN', async () => {
    const member = (serial: string) =>
      `<member><UserName>ann</UserName><SerialNumber>${serial}</SerialNumber></member>`;
    const fido = 'arn:aws:iam::123456789012:u2f/user/ann/blue';
    answer = () => ({
      body: `<ListMFADevicesResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ListMFADevicesResult>
        <MFADevices>${member(MFA.serial)}${member('GAHT12345678')}${member(fido)}</MFADevices>
        <IsTruncated>false</IsTruncated></ListMFADevicesResult></ListMFADevicesResponse>`,
    });
    expect(await iam(connection()).mfaDevices(KEY, REGION, signal())).toEqual([
      { serial: MFA.serial, kind: 'totp' },
      { serial: 'GAHT12345678', kind: 'totp' },
      { serial: fido, kind: 'fido' },
    ]);
  });

  test.each(ACTIONS)('%s: once, signed for its region, with nothing secret outside the body', async (action) => {
    answer = () => ({ status: 500, body: '' });
    await refusal(ASK[action](connection()));
    expect(seen).toHaveLength(1);
    const [{ method, url: path, headers }] = seen as [Seen];
    expect([method, path]).toEqual(['POST', '/']);
    const service = `${REGION}/${/Device/.test(action) ? 'iam' : 'sts'}`;
    expect(headers.authorization).toMatch(
      new RegExp(`^AWS4-HMAC-SHA256 Credential=${KEY.accessKeyId}/\\d{8}/${service}/aws4_request, SignedHeaders=`),
    );
    expect(`${path} ${JSON.stringify(headers)}`).not.toMatch(/planted|135790/);
  });

  test('at AWS’s time, however wrong this computer’s is', async () => {
    answer = () => ({ status: 500, body: '' });
    offset = -30 * 3_600_000;
    const before = Date.now();
    await refusal(ASK.identity(connection()));
    const after = Date.now();
    const [, year, month, day, hour, minute, second] =
      /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(String(seen[0]?.headers['x-amz-date'])) ?? [];
    const signed = Date.UTC(+(year ?? 0), +(month ?? 0) - 1, +(day ?? 0), +(hour ?? 0), +(minute ?? 0), +(second ?? 0));
    // It counts whole seconds.
    expect(signed).toBeGreaterThan(before + offset - 1_000);
    expect(signed).toBeLessThanOrEqual(after + offset);
  });

  test('the regional address, of its own partition, unless the environment says another', async () => {
    const hosts: string[] = [];
    const to: AwsConnection = {
      ...connection({}),
      fetch: async (address) => {
        hosts.push(new URL(address).origin);
        throw new TypeError('fetch failed');
      },
    };
    for (const region of ['eu-central-1', 'us-east-1', 'cn-north-1', 'us-gov-west-1', 'ap-southeast-5']) {
      await refusal(sts(to).identity(KEY, region, signal()));
    }
    await refusal(
      sts({ ...to, env: { AWS_ENDPOINT_URL_STS: 'https://sts.corp:8443', AWS_ENDPOINT_URL: 'https://x' } }).identity(
        KEY,
        REGION,
        signal(),
      ),
    );
    await refusal(iam({ ...to, env: { AWS_ENDPOINT_URL_IAM: 'https://iam.corp' } }).mfaDevices(KEY, REGION, signal()));
    expect(hosts).toEqual([
      'https://sts.eu-central-1.amazonaws.com',
      'https://sts.us-east-1.amazonaws.com',
      'https://sts.cn-north-1.amazonaws.com.cn',
      'https://sts.us-gov-west-1.amazonaws.com',
      'https://sts.ap-southeast-5.amazonaws.com',
      'https://sts.corp:8443',
      'https://iam.corp',
    ]);
  });
});

describe('a refusal, in AWS’s own words', () => {
  test.each(REFUSALS.map((row) => [row.cause, row] as const))('%s', async (_, row) => {
    answer = () => ({ status: row.status, body: refusalXml(row) });
    const failure = await refusal(ASK[row.action](connection()));
    const { reason, ...params } = failure.params;
    expect({ code: failure.code, params }).toEqual({
      code: row.failure,
      params: { message: row.message.trim(), region: REGION },
    });
    const isForbidden = row.failure === 'policy.denied' || row.failure === 'role.denied';
    expect(reason).toBe(isForbidden ? (row.action === 'assumeRole' ? 'mfa-present' : 'mfa-absent') : undefined);
    // It is asked once, and what it says of the time is heard.
    expect(seen).toHaveLength(1);
    expect(heard.map(({ date }) => date)).toEqual([Date.parse(DATE)]);
    const { cause, fix } = explain({ code: failure.code, params: { profile: 'work', ...failure.params } }, 'en');
    expect(`${cause} ${fix}`).not.toMatch(/[{}]/);
  });

  test('with a code of its own in the header alone', async () => {
    answer = () => ({ status: 403, headers: { 'x-amzn-errortype': 'AccessDenied' }, body: '' });
    expect((await refusal(ASK.sessionToken(connection()))).code).toMatch(/^(policy\.denied|aws\.refused)$/);
    expect(seen).toHaveLength(1);
  });
});

describe('an answer that is none', () => {
  const cut = result('GetSessionToken', credentialsXml).slice(0, 180);
  const without = (element: string) =>
    result('GetSessionToken', credentialsXml.replace(new RegExp(`<${element}>[^<]*</${element}>`), ''));

  test.each<[string, Answer]>([
    ['cut off in the middle', { body: cut }],
    ['no XML', { body: 'Service is down' }],
    ['JSON', { headers: { 'content-type': 'application/json' }, body: '{"Error":1}' }],
    ['empty', { body: '' }],
    ['without credentials', { body: result('GetSessionToken', '') }],
    ['without a token', { body: without('SessionToken') }],
    ['without an end', { body: without('Expiration') }],
    [
      'with an end that is none',
      { body: result('GetSessionToken', credentialsXml.replace('2026-01-05T20:00:00Z', 'soon')) },
    ],
    ['a refusal cut off', { status: 403, body: refusalXml(REFUSALS[0] ?? expect.fail()).slice(0, 90) }],
    ['a server’s own trouble', { status: 503, body: '<html><body>503</body></html>' }],
    ['a proxy that wants a password', { status: 407, body: '' }],
  ])('%s', async (_, broken) => {
    answer = () => broken;
    const { code, params } = await refusal(ASK.sessionToken(connection()));
    expect(code).toMatch(/^(aws\.refused|network\.(proxy|offline))$/);
    expect(JSON.stringify(params)).not.toMatch(/wJalr|AQoEX|135790|planted/);
    // The code may have been spent: it is not sent again.
    expect(seen).toHaveLength(1);
  });

  test.each(['', 'yesterday'])('to a date that is none nobody listens: %j', async (date) => {
    answer = () => ({ status: 500, headers: { date }, body: '' });
    await refusal(ASK.identity(connection()));
    expect(heard).toEqual([]);
  });
});

test('how long an answer took is told with its date', async () => {
  const slow = createServer((request, reply) => {
    request.resume();
    setTimeout(() => reply.writeHead(500, { date: DATE }).end(), 300);
  });
  await once(slow.listen(0, '127.0.0.1'), 'listening');
  const began = performance.now();
  await refusal(
    ASK.identity(connection({ AWS_ENDPOINT_URL: `http://127.0.0.1:${(slow.address() as AddressInfo).port}` })),
  );
  const took = performance.now() - began;
  slow.close();
  expect(heard[0]?.date).toBe(Date.parse(DATE));
  // A timer may come a little early, and the time since boot is told in hundredths of a second.
  expect(heard[0]?.waited).toBeGreaterThanOrEqual(250);
  expect(heard[0]?.waited).toBeLessThanOrEqual(took + 20);
});

describe('on the way', () => {
  test('a host that does not exist, a port where nobody listens', async () => {
    const gone = createServer();
    await once(gone.listen(0, '127.0.0.1'), 'listening');
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    for (const [address, host] of [
      ['https://sts.invalid', 'sts.invalid'],
      [`http://127.0.0.1:${port}`, '127.0.0.1'],
    ] as const) {
      expect(await refusal(ASK.identity(connection({ AWS_ENDPOINT_URL: address })))).toEqual({
        code: 'network.offline',
        params: { host },
      });
    }
  });

  test('a server that nobody vouches for', async () => {
    const tls = createTlsServer(new CertificateAuthority().certificateFor('localhost'), () => expect.fail());
    await once(tls.listen(0, '127.0.0.1'), 'listening');
    const address = `https://localhost:${(tls.address() as AddressInfo).port}`;
    expect((await refusal(ASK.identity(connection({ AWS_ENDPOINT_URL: address })))).code).toBe('network.certificate');
    tls.close();
  });

  test('cancelled before it begins, nothing is sent', async () => {
    answer = () => expect.fail();
    const cancel = new AbortController();
    cancel.abort();
    const asked = sts(connection()).sessionToken(KEY, REGION, MFA, 900, cancel.signal);
    expect((await refusal(asked)).code).toBe('sign-in.cancelled');
    expect(seen).toEqual([]);
  });
});
