// The stand-in's AWS Sign-In: what it gives, what it refuses, and in which words.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Aws, startAws } from '../aws/aws.ts';
import { readPolicy } from '../aws/policy.ts';
import { prepareClients } from '../aws/real-clients.ts';
import { noSigninFaults, type SigninRefusal } from '../aws/signin/signin-faults.ts';
import { CROSS_DEVICE, type Proof, type Reply, SAME_DEVICE, SigninClient } from './signin-wire.ts';

let folder: string;
let aws: Aws;
let client: SigninClient;
let time: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aws-stand-in-'));
  aws = await startAws({ folder, now: () => time });
});

afterAll(async () => {
  await aws?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  time = Date.now();
  Object.assign(aws.faults.signin, noSigninFaults());
  client = await SigninClient.start(aws);
});

const refused = ({ status, errorType, body }: Reply): unknown => [status, errorType, body.error];
const INVALID = [400, 'ValidationException', 'INVALID_REQUEST'];
const EXPIRED = [401, 'AccessDeniedException', 'TOKEN_EXPIRED'];

async function whoIs({ body }: Reply): Promise<string | undefined> {
  const sts = new STSClient({ region: 'eu-west-1', endpoint: aws.url, credentials: body.accessToken });
  const { Arn } = await sts.send(new GetCallerIdentityCommand({}));
  return Arn;
}

describe('the page', () => {
  test.each([
    ['response_type', 'token'],
    ['client_id', 'arn:aws:signin:::devtools/other'],
    ['state', undefined],
    ['code_challenge', 'short'],
    ['code_challenge', undefined],
    ['code_challenge_method', 'S256'],
    ['code_challenge_method', 'plain'],
    ['scope', 'email'],
    ['redirect_uri', 'http://127.0.0.1:1/other'],
    ['redirect_uri', 'http://localhost:1/oauth/callback'],
    ['redirect_uri', 'https://127.0.0.1:1/oauth/callback'],
    ['redirect_uri', 'http://127.0.0.1:1/oauth/callback?more'],
    ['redirect_uri', 'http://127.0.0.1.example.com:1/oauth/callback'],
  ])('is not shown where %s is %s', async (name, value) => {
    const { status, page } = await aws.browse(client.authorizeUrl({ [name]: value }));
    expect([status, page]).toEqual([400, expect.stringContaining(`Invalid parameter: ${name}`)]);
  });

  test('is not shown where a parameter is given twice', async () => {
    const { status } = await aws.browse(`${client.authorizeUrl()}&state=other`);
    expect(status).toBe(400);
  });

  test('brings a code and the state back', async () => {
    const { query } = await client.redirected();
    expect(query.get('state')).toBe(client.state);
    expect(query.get('code')).toMatch(/^.{1500,1600}$/);
  });

  test('brings a refusal and the state back where the person cancels', async () => {
    const { query } = await client.redirected({ answer: 'deny' });
    expect([query.get('error'), query.get('state'), query.get('code')]).toEqual(['access_denied', client.state, null]);
  });

  test('brings a refusal back where a switch says so', async () => {
    aws.faults.signin.denied = true;
    const { query } = await client.redirected();
    expect(query.get('error')).toBe('access_denied');
  });

  test('brings another state back where a switch says so', async () => {
    aws.faults.signin.wrongState = true;
    const { query } = await client.redirected();
    expect(query.get('state')).not.toBe(client.state);
  });

  test('shows one text to paste on another device', async () => {
    const redirect_uri = `${aws.url}/v1/sessions/confirmation`;
    const { paste = '' } = await aws.browse(client.authorizeUrl({ client_id: CROSS_DEVICE, redirect_uri }));
    const pasted = new URLSearchParams(Buffer.from(paste, 'base64').toString());
    expect(pasted.get('state')).toBe(client.state);
    const grant = { clientId: CROSS_DEVICE, grantType: 'authorization_code', codeVerifier: client.verifier };
    const reply = await client.token({ ...grant, code: pasted.get('code'), redirectUri: redirect_uri });
    expect(reply.status).toBe(200);
  });

  test('shows the confirmation only to the client that is for another device', async () => {
    const redirect_uri = `${aws.url}/v1/sessions/confirmation`;
    expect((await aws.browse(client.authorizeUrl({ redirect_uri }))).status).toBe(400);
    expect((await aws.browse(client.authorizeUrl({ client_id: CROSS_DEVICE }))).status).toBe(400);
  });
});

describe('a code', () => {
  test('gives keys of a quarter of an hour, with MFA, and says whose they are', async () => {
    const reply = await client.signIn();
    expect(reply.body).toMatchObject({ tokenType: 'aws_sigv4', expiresIn: 900 });
    const [, claims = ''] = reply.body.idToken.split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString()).sub).toBe(aws.user.arn);
    expect(await whoIs(reply)).toBe(aws.user.arn);
  });

  test('gives keys for one redemption', async () => {
    const body = await client.redemption();
    expect((await client.token(body)).status).toBe(200);
    expect(refused(await client.token(body))).toEqual([401, 'AccessDeniedException', 'AUTHCODE_EXPIRED']);
  });

  test('expires', async () => {
    const body = await client.redemption();
    time += 301_000;
    const reply = await client.token(body, await client.proof({ iat: time / 1000 }));
    expect(refused(reply)).toEqual([401, 'AccessDeniedException', 'AUTHCODE_EXPIRED']);
  });

  test.each([
    ['another verifier', { codeVerifier: 'x'.repeat(43) }],
    ['a verifier that is too short', { codeVerifier: 'x'.repeat(42) }],
    ['no verifier', { codeVerifier: undefined }],
    ['another address', { redirectUri: 'http://127.0.0.1:2/oauth/callback' }],
    ['another client', { clientId: CROSS_DEVICE }],
    ['another code', { code: 'other' }],
    ['another kind of grant', { grantType: 'client_credentials' }],
  ])('is refused with %s', async (_, changed) => {
    expect(refused(await client.token(await client.redemption(changed)))).toEqual(INVALID);
  });
});

describe('a proof', () => {
  test.each<[string, () => Proof]>([
    ['for another method', () => ({ htm: 'GET' })],
    ['for another address', () => ({ htu: 'https://eu-west-1.signin.aws.amazon.com/v1/token' })],
    ['for another path', () => ({ htu: `${aws.url}/v1/other` })],
    ['that is old', () => ({ iat: time / 1000 - 360 })],
    ['of the future', () => ({ iat: time / 1000 + 360 })],
    ['of another type', () => ({ typ: 'JWT' })],
    ['without a name', () => ({ jti: '' })],
  ])('%s is refused', async (_, changed) => {
    const body = await client.redemption();
    expect(refused(await client.token(body, await client.proof(changed())))).toEqual(INVALID);
  });

  test('that is not there, or is none, is refused', async () => {
    const body = await client.redemption();
    expect(refused(await client.token(body, null))).toEqual(INVALID);
    expect(refused(await client.token(body, 'a.b.c'))).toEqual(INVALID);
  });

  test('that another key has signed is refused', async () => {
    const proof = await client.proof({}, await SigninClient.start(aws));
    expect(refused(await client.token(await client.redemption(), proof))).toEqual(INVALID);
  });

  test('counts once', async () => {
    const jti = randomUUID();
    const { body } = await client.token(await client.redemption(), await client.proof({ jti }));
    expect(refused(await client.refresh(body.refreshToken, await client.proof({ jti })))).toEqual(INVALID);
  });
});

describe('a refresh', () => {
  let first: Reply;

  beforeEach(async () => {
    first = await client.signIn();
  });

  test('brings new keys and a new token each time, and no id token', async () => {
    const second = await client.refresh(first.body.refreshToken);
    const third = await client.refresh(second.body.refreshToken);
    const all = [first, second, third];
    expect(new Set(all.map(({ body }) => body.refreshToken)).size).toBe(3);
    expect(new Set(all.map(({ body }) => body.accessToken.accessKeyId)).size).toBe(3);
    expect(second.body.idToken).toBeUndefined();
    expect(await whoIs(third)).toBe(aws.user.arn);
  });

  test('that is repeated gives the same again, while those keys live', async () => {
    const second = await client.refresh(first.body.refreshToken);
    time += 200_000;
    const again = await client.refresh(first.body.refreshToken);
    expect(again.body).toEqual({ ...second.body, expiresIn: 700 });
    time += 700_000;
    const late = await client.refresh(first.body.refreshToken, await client.proof({ iat: time / 1000 }));
    expect(refused(late)).toEqual(EXPIRED);
  });

  test('whose reply is lost on the way can be tried again', async () => {
    aws.faults.signin.lostReplies = 1;
    await expect(client.refresh(first.body.refreshToken)).rejects.toThrow();
    const again = await client.refresh(first.body.refreshToken);
    expect(again.status).toBe(200);
    expect((await client.refresh(again.body.refreshToken)).status).toBe(200);
  });

  test('needs the key of the session', async () => {
    const thief = await SigninClient.start(aws);
    expect(refused(await thief.refresh(first.body.refreshToken))).toEqual(INVALID);
  });

  test('is over after twelve hours, and the last keys end with them', async () => {
    time += 43_200_000 - 100_000;
    const last = await client.refresh(first.body.refreshToken, await client.proof({ iat: time / 1000 }));
    expect(last.body.expiresIn).toBe(100);
    time += 100_000;
    const over = await client.refresh(last.body.refreshToken, await client.proof({ iat: time / 1000 }));
    expect(refused(over)).toEqual(EXPIRED);
  });
});

describe('the person’s own policy', () => {
  const allowing = (...actions: string[]) =>
    readPolicy(JSON.stringify({ Statement: { Effect: 'Allow', Action: actions, Resource: '*' } }));
  const redeemed = async (user: string): Promise<Reply> => {
    const { query, redirectUri } = await client.redirected({ user });
    const grant = { clientId: SAME_DEVICE, grantType: 'authorization_code', codeVerifier: client.verifier };
    return client.token({ ...grant, code: query.get('code'), redirectUri });
  };

  test('without signin:CreateOAuth2Token gives a code and no keys', async () => {
    aws.addUser({ name: 'half', policy: allowing('signin:AuthorizeOAuth2Access') });
    const reply = await redeemed('half');
    expect(refused(reply)).toEqual([403, 'AccessDeniedException', 'INSUFFICIENT_PERMISSIONS']);
    expect(reply.body.message).toContain('signin:CreateOAuth2Token');
  });

  test('without signin:AuthorizeOAuth2Access gives no code', async () => {
    aws.addUser({ name: 'none', policy: allowing('signin:CreateOAuth2Token') });
    const { query } = await client.redirected({ user: 'none' });
    expect(query.get('error')).toBe('access_denied');
    expect(query.get('error_description')).toContain('signin:AuthorizeOAuth2Access');
  });

  test('with both gives that person’s keys', async () => {
    const eve = aws.addUser({ name: 'eve', policy: allowing('signin:*') });
    expect(await whoIs(await redeemed('eve'))).toBe(eve.arn);
  });
});

test('at AWS’s own addresses a code and a token count in the region that has given them, and there alone', async () => {
  const base = 'https://eu-west-1.signin.aws.amazon.com';
  const redirectUri = `${base}/v1/sessions/confirmation`;
  const address = client.authorizeUrl({ client_id: CROSS_DEVICE, redirect_uri: redirectUri }).replace(aws.url, base);
  const { paste = '' } = await aws.browse(address);
  const code = new URLSearchParams(Buffer.from(paste, 'base64').toString()).get('code');
  const grant = { clientId: CROSS_DEVICE, grantType: 'authorization_code', codeVerifier: client.verifier };
  const redeemed = { ...grant, code, redirectUri };
  expect(refused(await client.token(redeemed, undefined, 'eu-central-1'))).toEqual(INVALID);
  const { body } = await client.token(redeemed, undefined, 'eu-west-1');
  const refresh = { clientId: CROSS_DEVICE, grantType: 'refresh_token', refreshToken: body.refreshToken };
  expect(refused(await client.token(refresh, undefined, 'eu-central-1'))).toEqual(INVALID);
  expect((await client.token(refresh, undefined, 'eu-west-1')).status).toBe(200);
});

test('the keys open S3 and CodeCommit, which want MFA', async () => {
  const { body } = await client.signIn();
  await aws.addRepository('demo');
  const clients = await prepareClients(aws, join(folder, 'home'));
  await clients.signIn(body.accessToken);
  expect(await clients.git(['ls-remote', aws.codecommit.url('demo')])).toMatchObject({ status: 0 });
  expect(await clients.awsCli(['s3', 'ls'])).toMatchObject({ status: 0 });
  aws.faults.signin.withoutMfa = true;
  await clients.signIn((await (await SigninClient.start(aws)).signIn()).body.accessToken);
  expect((await clients.git(['ls-remote', aws.codecommit.url('demo')])).status).not.toBe(0);
});

test.each<[SigninRefusal, number, string, string]>([
  ['TOKEN_EXPIRED', 401, 'AccessDeniedException', 'TOKEN_EXPIRED'],
  ['AUTHCODE_EXPIRED', 401, 'AccessDeniedException', 'AUTHCODE_EXPIRED'],
  ['USER_CREDENTIALS_CHANGED', 403, 'AccessDeniedException', 'USER_CREDENTIALS_CHANGED'],
  ['INSUFFICIENT_PERMISSIONS', 403, 'AccessDeniedException', 'INSUFFICIENT_PERMISSIONS'],
  ['INVALID_REQUEST', 400, 'ValidationException', 'INVALID_REQUEST'],
  ['TOO_MANY_REQUESTS', 429, 'TooManyRequestsError', 'INVALID_REQUEST'],
  ['server_error', 500, 'InternalServerException', 'server_error'],
])('the switch %s answers %i %s with %s', async (refusal, ...expected) => {
  aws.faults.signin.refusal = refusal;
  expect(refused(await client.signIn())).toEqual(expected);
});

test('what is asked is recorded, and no secret of it', async () => {
  const before = aws.requests.length;
  const { body } = await client.signIn();
  await client.refresh(body.refreshToken);
  const asked = aws.requests.slice(before);
  expect(asked.map(({ service, action, resource, outcome }) => [service, action, resource, outcome])).toEqual([
    ['signin', 'ShowAuthorize', undefined, 'ok'],
    ['signin', 'AuthorizeOAuth2Access', undefined, 'ok'],
    ['signin', 'CreateOAuth2Token', 'authorization_code', 'ok'],
    ['signin', 'CreateOAuth2Token', 'refresh_token', 'ok'],
  ]);
  const record = JSON.stringify(asked);
  for (const secret of [client.verifier, client.state, body.refreshToken, body.accessToken.secretAccessKey]) {
    expect(record).not.toContain(secret);
  }
});
