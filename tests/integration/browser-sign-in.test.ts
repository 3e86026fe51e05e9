// A sign-in with the browser over the real adapters, against an AWS that verifies PKCE and proofs and rotates its tokens.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AwsConnection } from '../../electron/adapters/aws/aws-client.ts';
import { signInService } from '../../electron/adapters/aws/sign-in-service.ts';
import { sts } from '../../electron/adapters/aws/sts.ts';
import { systemClock, systemTimer } from '../../electron/adapters/electron/clock.ts';
import { sealedFiles } from '../../electron/adapters/files/sealed-files.ts';
import { redirects } from '../../electron/adapters/loopback/redirect-listener.ts';
import { randomness } from '../../electron/adapters/randomness.ts';
import { drawQr } from '../../electron/adapters/totp/draw-qr.ts';
import { AwsClock } from '../../electron/core/base/aws-clock.ts';
import { type FailureCode, failureOf } from '../../electron/core/base/failure.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import { BrowserSignIns } from '../../electron/core/browser-sign-in/browser-sign-ins.ts';
import type { Where } from '../../electron/core/browser-sign-in/door.ts';
import { Logins } from '../../electron/core/browser-sign-in/logins.ts';
import { Waits } from '../../electron/core/browser-sign-in/waits.ts';
import { Seal } from '../../electron/core/kept/seal.ts';
import { type Aws, startAws } from '../aws/aws.ts';
import { noSigninFaults, type SigninRefusal } from '../aws/signin/signin-faults.ts';
import { FakeSealedFiles } from '../fakes/sealed-files.ts';
import { FakeSecretBox } from '../fakes/secret-box.ts';
import { HOUR, MINUTE } from '../unit/samples.ts';

let folder: string;
let aws: Aws;
let offset = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daypass-browser-'));
  aws = await startAws({ folder, now: () => Date.now() + offset });
});
afterAll(async () => {
  await aws?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  offset = 0;
  Object.assign(aws.faults, { skewMs: 0 });
  Object.assign(aws.faults.signin, noSigninFaults());
});

const REGION = 'eu-west-1';

/** An app that has just been started. */
class App {
  readonly clock = new AwsClock(systemClock);
  readonly connection: AwsConnection = {
    fetch,
    env: { AWS_ENDPOINT_URL: aws.url },
    clockOffset: () => this.clock.offset(),
    heardDate: (date, waited) => this.clock.learn(date, waited),
  };
  readonly service = signInService(this.connection);
  readonly files = sealedFiles(join(folder, `sessions-${Math.random()}`));
  readonly logins = new Logins({
    service: this.service,
    clock: this.clock,
    seal: new Seal(new FakeSecretBox(), new FakeSealedFiles()),
    files: this.files,
    changed() {},
  });
  strangers = 0;
  /** What the person does in the browser. */
  visit = (address: string): Promise<unknown> => aws.browse(address);
  readonly waits = new Waits(() => this.changed());
  readonly signIns = new BrowserSignIns({
    waits: this.waits,
    service: this.service,
    clock: this.clock,
    logins: this.logins,
    redirects,
    random: randomness,
    drawQr,
    timer: systemTimer,
    browser: { open: async (address) => void this.visit(address).catch(() => {}) },
    stranger: () => this.strangers++,
    page: (what) => ({ good: what === 'done', language: 'en', title: String(what), text: '' }),
    changed: () => this.changed(),
  });
  changed = (): void => {};
  readonly cancel = new AbortController();

  open(where: Where = 'here') {
    return this.signIns.open('p1', REGION, where, this.cancel.signal);
  }

  /** Who the keys belong to, as AWS says it. */
  whose(session: Awaited<ReturnType<App['open']>>) {
    return sts(this.connection).identity(session.granted.credentials, REGION, this.cancel.signal);
  }
}

const codeOf = (work: Promise<unknown>): Promise<FailureCode> =>
  work.then(
    () => expect.fail('it went through'),
    (thrown) => failureOf(thrown).code,
  );

test('a person who touches the key in the browser is signed in, with keys that work', async () => {
  const app = new App();
  const pages: string[] = [];
  app.visit = async (address) => pages.push((await aws.browse(address)).page);
  const session = await app.open();
  expect(session.identity).toEqual({ account: aws.user.accountId, arn: aws.user.arn });
  expect(await app.whose(session)).toEqual(session.identity);
  expect((session.until ?? 0) - app.clock.now()).toBeGreaterThan(12 * HOUR - MINUTE);
  expect(pages).toEqual([expect.stringContaining('<h1>done</h1>')]);
  expect(app.strangers).toBe(0);
});

test('the same on another device, by the text that its page shows', async () => {
  const app = new App();
  const done = app.open('elsewhere');
  const address = await new Promise<string>((resolve) => {
    app.changed = () => {
      const there = app.waits.of('p1')?.elsewhere;
      if (there) resolve(there.address);
    };
    app.changed();
  });
  const { paste = '' } = await aws.browse(address);
  app.waits.paste('p1', new Secret(paste));
  expect(await app.whose(await done)).toMatchObject({ arn: aws.user.arn });
});

test('keys are renewed with the same proof of the same key, each time with the newest token', async () => {
  const app = new App();
  const keys = [await app.open()];
  for (let i = 0; i < 3; i++) {
    offset += 10 * MINUTE;
    keys.push(await app.logins.refresh('p1'));
  }
  const ids = keys.map(({ granted }) => granted.credentials.reveal().accessKeyId);
  expect(new Set(ids).size).toBe(4);
  expect(await app.whose(keys[3] ?? expect.fail())).toMatchObject({ arn: aws.user.arn });
});

test('an answer that was lost on the way is asked for again, and the sign-in goes on', async () => {
  const app = new App();
  await app.open();
  aws.faults.signin.lostReplies = 1;
  expect(await codeOf(app.logins.refresh('p1'))).toBe('network.offline');
  await app.logins.refresh('p1');
  const next = await app.logins.refresh('p1');
  expect(await app.whose(next)).toMatchObject({ arn: aws.user.arn });
});

test('an earlier run’s sign-in goes on after a restart', async () => {
  const app = new App();
  await app.open();
  const next = new Logins({
    service: app.service,
    clock: app.clock,
    seal: new Seal(new FakeSecretBox(), new FakeSealedFiles()),
    files: app.files,
    changed() {},
  });
  await next.resume('p1');
  expect(await app.whose(await next.refresh('p1'))).toMatchObject({ arn: aws.user.arn });
});

describe('a clock that is an hour off', () => {
  test.each([-1, 1])('costs nothing, be it %i hours', async (hours) => {
    aws.faults.skewMs = hours * HOUR;
    const app = new App();
    const session = await app.open();
    expect(Math.abs(session.granted.expiresAt - (Date.now() + hours * HOUR + 15 * MINUTE))).toBeLessThan(MINUTE);
    await app.logins.refresh('p1');
  });
});

describe('what AWS refuses', () => {
  const codes: readonly [SigninRefusal, code: FailureCode, refresh: FailureCode][] = [
    ['TOKEN_EXPIRED', 'browser.code-expired', 'browser.ended'],
    ['AUTHCODE_EXPIRED', 'browser.code-expired', 'browser.code-expired'],
    ['USER_CREDENTIALS_CHANGED', 'browser.password-changed', 'browser.password-changed'],
    ['INSUFFICIENT_PERMISSIONS', 'browser.not-permitted', 'browser.not-permitted'],
    ['INVALID_REQUEST', 'aws.refused', 'browser.ended'],
    ['TOO_MANY_REQUESTS', 'aws.throttled', 'aws.throttled'],
    ['server_error', 'browser.service-down', 'browser.service-down'],
  ];
  test.each(codes)('%s, in plain words', async (refusal, code, refresh) => {
    const app = new App();
    aws.faults.signin.refusal = refusal;
    expect(await codeOf(app.open())).toBe(code);
    aws.faults.signin.refusal = undefined;
    await app.open();
    aws.faults.signin.refusal = refusal;
    expect(await codeOf(app.logins.refresh('p1'))).toBe(refresh);
  });

  test('a person who says no at the page', async () => {
    const app = new App();
    aws.faults.signin.denied = true;
    expect(await codeOf(app.open())).toBe('browser.refused');
  });

  test('a code that was left too long', async () => {
    const app = new App();
    aws.faults.signin.codeSeconds = 0;
    expect(await codeOf(app.open())).toBe('browser.code-expired');
  });

  test('a policy without the two permissions, with the statement that is to be added', async () => {
    const app = new App();
    const eve = aws.addUser({ name: `eve-${Math.random()}`, policy: [] });
    app.visit = (address) => aws.browse(address, { user: eve.arn });
    const thrown = await app.open().catch(failureOf);
    expect(thrown).toMatchObject({
      code: 'browser.not-permitted',
      params: { statement: expect.stringContaining('"signin:AuthorizeOAuth2Access","signin:CreateOAuth2Token"') },
    });
  });

  test('the end of the twelve hours: the sign-in is over, and said', async () => {
    const app = new App();
    await app.open();
    aws.faults.signin.sessionSeconds = 0;
    expect(await codeOf(app.logins.refresh('p1'))).toBe('browser.ended');
    expect(app.logins.lives('p1')).toBe(false);
  });
});

// What a service, or something on the way to it, says in a form that is not the model's.
describe('an answer that is not as it should be', () => {
  const html = '<!doctype html><h1>Sign in to the network</h1>';
  const typed = (name: string) => ({ 'content-type': 'application/json', 'x-amzn-errortype': name });
  const plain = { 'content-type': 'application/json' };
  test.each<[string, number, Record<string, string>, string, FailureCode]>([
    ['a pause without its type', 429, plain, '{"error":"INVALID_REQUEST","message":"slow down"}', 'aws.throttled'],
    [
      'a pause with it',
      429,
      typed('TooManyRequestsError'),
      '{"error":"INVALID_REQUEST","message":"x"}',
      'aws.throttled',
    ],
    ['an end without its type', 401, plain, '{"error":"TOKEN_EXPIRED","message":"x"}', 'browser.ended'],
    ['a fault without words', 500, plain, '', 'browser.service-down'],
    ['a fault of what stands before it', 503, { 'content-type': 'text/plain' }, 'down', 'browser.service-down'],
    ['a refusal without words', 403, plain, '{}', 'aws.refused'],
    ['a page', 200, { 'content-type': 'text/html' }, html, 'network.proxy'],
    ['nothing', 200, plain, '', 'browser.odd-answer'],
    ['an empty object', 200, plain, '{}', 'browser.odd-answer'],
    ['no JSON', 200, plain, 'planted {', 'browser.odd-answer'],
    ['a list', 200, plain, '[]', 'browser.odd-answer'],
    [
      'keys of another form',
      200,
      plain,
      '{"accessToken":"planted","expiresIn":900,"refreshToken":"r"}',
      'browser.odd-answer',
    ],
  ])('%s', async (_, status, headers, body, code) => {
    const server = createServer((request, response) => {
      request.resume();
      request.on('end', () => response.writeHead(status, headers).end(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const app = new App();
    await app.open();
    const env = { AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` };
    app.service.token = signInService({ ...app.connection, env }).token;
    const thrown = await app.logins.refresh('p1').then(
      () => expect.fail('it went through'),
      (one) => one,
    );
    expect(failureOf(thrown).code).toBe(code);
    expect(inspect(thrown, { depth: 9 })).not.toContain('planted');
    server.close();
  });
});

describe('a second program that tries to take the way back', () => {
  test('is refused and told of, and the person comes in all the same', async () => {
    const app = new App();
    const tried: number[] = [];
    app.visit = async (address) => {
      const { searchParams } = new URL(address);
      const way = searchParams.get('redirect_uri') ?? '';
      const state = searchParams.get('state') ?? '';
      const go = async (url: string, init: RequestInit = {}) => tried.push((await fetch(url, init)).status);
      await go(`${way}?code=evil&state=other`);
      await go(`${way}?error=access_denied`);
      await go(`${way.replace('/oauth/callback', '/')}?code=evil&state=${state}`);
      await go(`${way}?code=evil&state=${state}`, { headers: { Origin: 'https://evil.example' } });
      await go(`${way}?code=evil&state=${state}`, { method: 'POST' });
      await aws.browse(address);
    };
    const session = await app.open();
    expect([tried, app.strangers]).toEqual([[400, 400, 400, 400, 400], 5]);
    expect(await app.whose(session)).toMatchObject({ arn: aws.user.arn });
  });

  test('a page of AWS’s that brings another state brings nobody in', async () => {
    const app = new App();
    aws.faults.signin.wrongState = true;
    const done = app.open();
    const ended = codeOf(done);
    await expect.poll(() => app.strangers).toBe(1);
    app.cancel.abort();
    expect(await ended).toBe('sign-in.cancelled');
  });
});

test('nothing that is secret stands in the address, in what is shown, or in the clear on disk', async () => {
  const app = new App();
  const seen: string[] = [];
  const sent: string[] = [];
  const service = app.service.token;
  app.service.token = (request, signal) => {
    const { grant, key } = request;
    sent.push(key.reveal(), grant.is === 'code' ? grant.verifier.reveal() : grant.refreshToken.reveal());
    return service(request, signal);
  };
  app.changed = () => seen.push(JSON.stringify(app.waits.of('p1')));
  const session = await app.open();
  const again = await app.logins.refresh('p1');
  const secrets = [...sent.flatMap((text) => (text.startsWith('{') ? [JSON.parse(text).d] : [text]))];
  expect(secrets.length).toBe(4);
  const all = [...seen, JSON.stringify([session, again]), (await app.files.read('login.p1')) ?? ''].join('\n');
  for (const secret of secrets) expect(all).not.toContain(secret);
});

describe('where the sign-in service is', () => {
  const at = (env: Record<string, string>, region: string) =>
    signInService({ fetch, env, clockOffset: () => 0, heardDate() {} }).base(region);

  test.each([
    ['us-east-1', 'https://us-east-1.signin.aws.amazon.com'],
    ['eu-central-1', 'https://eu-central-1.signin.aws.amazon.com'],
    ['ap-east-2', 'https://ap-east-2.signin.aws.amazon.com'],
    ['cn-north-1', 'https://cn-north-1.signin.amazonaws.cn'],
    ['us-gov-west-1', 'https://us-gov-west-1.signin.amazonaws-us-gov.com'],
    ['eusc-de-east-1', 'https://eusc-de-east-1.signin.amazonaws-eusc.eu'],
  ])('%s', async (region, base) => {
    expect(await at({}, region)).toBe(base);
  });

  test.each<[Record<string, string>, string]>([
    [{ AWS_ENDPOINT_URL: 'http://127.0.0.1:4566' }, 'http://127.0.0.1:4566'],
    [
      { AWS_ENDPOINT_URL: 'http://127.0.0.1:1', AWS_ENDPOINT_URL_SIGNIN: 'https://own.example/' },
      'https://own.example',
    ],
    [{ AWS_ENDPOINT_URL_STS: 'https://sts.example' }, 'https://eu-west-1.signin.aws.amazon.com'],
    [
      { AWS_ENDPOINT_URL_SIGNIN: 'https://own.example', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' },
      'https://eu-west-1.signin.aws.amazon.com',
    ],
  ])('with %j', async (env, base) => {
    expect(await at(env, 'eu-west-1')).toBe(base);
  });

  test('never without TLS but on this computer', async () => {
    expect(await codeOf(at({ AWS_ENDPOINT_URL_SIGNIN: 'http://own.example' }, 'eu-west-1'))).toBe('aws.endpoint');
  });
});
