// The stand-in's Identity Center, asked by AWS's own clients: what it gives, what it refuses, and in which words.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  GetRoleCredentialsCommand,
  ListAccountRolesCommand,
  ListAccountsCommand,
  LogoutCommand,
  SSOClient,
} from '@aws-sdk/client-sso';
import {
  CreateTokenCommand,
  type CreateTokenRequest,
  RegisterClientCommand,
  type RegisterClientRequest,
  SSOOIDCClient,
  StartDeviceAuthorizationCommand,
} from '@aws-sdk/client-sso-oidc';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Aws, type BrowseOptions, type IdentityCenter, startAws } from '../aws/aws.ts';
import { noIdentityCenterFaults } from '../aws/identity-center/identity-center-faults.ts';
import { listenOnce } from './listen-once.ts';

const DEVICE_CODE = 'urn:ietf:params:oauth:grant-type:device_code';
const SCOPE = 'sso:account:access';

let folder: string;
let aws: Aws;
let center: IdentityCenter;
let oidc: SSOOIDCClient;
let portal: SSOClient;
let time: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aws-stand-in-'));
  aws = await startAws({ folder, now: () => time });
  const roles = [{ name: 'Developer' }, { name: 'ReadOnly', seconds: 900 }];
  const ids = ['111111111111', '222222222222', '333333333333'];
  center = aws.addIdentityCenter({ accounts: ids.map((id) => ({ id, name: `Account ${id.charAt(0)}`, roles })) });
  oidc = new SSOOIDCClient({ region: center.region, endpoint: aws.url, maxAttempts: 1 });
  portal = new SSOClient({ region: center.region, endpoint: aws.url, maxAttempts: 1 });
});

afterAll(async () => {
  await aws?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(() => {
  time = Date.now();
  Object.assign(aws.faults.identityCenter, noIdentityCenterFaults());
});

interface Registered {
  readonly clientId: string;
  readonly clientSecret: string;
}

async function register(changed: Partial<RegisterClientRequest> = {}): Promise<Registered> {
  const { clientId = '', clientSecret = '' } = await oidc.send(
    new RegisterClientCommand({
      clientName: 'test',
      clientType: 'public',
      grantTypes: ['authorization_code', 'refresh_token'],
      redirectUris: ['http://127.0.0.1/oauth/callback'],
      issuerUrl: center.startUrl,
      scopes: [SCOPE],
      ...changed,
    }),
  );
  return { clientId, clientSecret };
}

const verifier = randomBytes(48).toString('base64url');

function authorizeUrl({ clientId }: Registered, changed: Readonly<Record<string, string>> = {}): string {
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: 'http://127.0.0.1:1/oauth/callback',
    state: randomUUID(),
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    scopes: SCOPE,
    ...changed,
  };
  return `${aws.url}/authorize?${new URLSearchParams(parameters)}`;
}

async function redirected(client: Registered, state: string, options?: BrowseOptions) {
  const listener = await listenOnce('/oauth/callback');
  await aws.browse(authorizeUrl(client, { redirect_uri: listener.url, state }), options);
  return { query: await listener.query, redirectUri: listener.url };
}

async function redemption(client: Registered, changed: Partial<CreateTokenRequest> = {}): Promise<CreateTokenRequest> {
  const { query, redirectUri } = await redirected(client, randomUUID());
  const code = query.get('code') ?? '';
  return { ...client, grantType: 'authorization_code', code, redirectUri, codeVerifier: verifier, ...changed };
}

const createToken = (asked: CreateTokenRequest) => oidc.send(new CreateTokenCommand(asked));
const refresh = (client: Registered, refreshToken: string | undefined) =>
  createToken({ ...client, grantType: 'refresh_token', refreshToken });

async function signIn(client?: Registered) {
  return createToken(await redemption(client ?? (await register())));
}

describe('a client', () => {
  test.each<[string, Partial<RegisterClientRequest>, string]>([
    ['that is not public', { clientType: 'confidential' }, 'invalid_client_metadata'],
    ['with another way back', { redirectUris: ['https://example.com/oauth/callback'] }, 'invalid_redirect_uri'],
    ['with no way back', { redirectUris: [] }, 'invalid_redirect_uri'],
    ['of another issuer', { issuerUrl: 'https://other.awsapps.com/start' }, 'invalid_request'],
    ['with another grant', { grantTypes: ['password'] }, 'unsupported_grant_type'],
  ])('%s is not registered', async (_, changed, error) => {
    await expect(register(changed)).rejects.toMatchObject({ error });
  });

  test('is known for as long as it was told', async () => {
    const client = await register();
    time += 90 * 86_400_000;
    await expect(refresh(client, 'any')).rejects.toMatchObject({ name: 'InvalidClientException' });
  });

  test('needs its secret', async () => {
    const client = { ...(await register()), clientSecret: 'other' };
    await expect(signIn(client)).rejects.toMatchObject({ error: 'invalid_client', $metadata: { httpStatusCode: 401 } });
  });
});

describe('the page', () => {
  test.each([
    ['redirect_uri', 'http://127.0.0.1:1/other'],
    ['redirect_uri', 'http://localhost:1/oauth/callback'],
    ['client_id', 'other'],
    ['state', ''],
    ['code_challenge_method', 'SHA-256'],
    ['code_challenge', 'short'],
    ['scopes', 'sso:account:access other'],
  ])('is not shown where %s is %s', async (name, value) => {
    expect((await aws.browse(authorizeUrl(await register(), { [name]: value }))).status).toBeGreaterThanOrEqual(400);
  });

  test('brings a code and the state back, or the person’s no', async () => {
    const client = await register();
    const yes = await redirected(client, 'mine');
    expect([yes.query.get('state'), yes.query.get('error')]).toEqual(['mine', null]);
    const no = await redirected(client, 'mine', { answer: 'deny' });
    expect([no.query.get('state'), no.query.get('error'), no.query.get('code')]).toEqual([
      'mine',
      'access_denied',
      null,
    ]);
    aws.faults.identityCenter.wrongState = true;
    expect((await redirected(client, 'mine')).query.get('state')).not.toBe('mine');
  });
});

describe('a code', () => {
  test('gives a token once', async () => {
    const asked = await redemption(await register());
    expect(await createToken(asked)).toMatchObject({ tokenType: 'Bearer', expiresIn: 3600 });
    await expect(createToken(asked)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  test.each<[string, Partial<CreateTokenRequest>, string]>([
    ['another verifier', { codeVerifier: 'x'.repeat(43) }, 'invalid_grant'],
    ['another address', { redirectUri: 'http://127.0.0.1:2/oauth/callback' }, 'invalid_grant'],
    ['another code', { code: 'other' }, 'invalid_grant'],
    ['a grant that the client has not', { grantType: DEVICE_CODE, deviceCode: 'any' }, 'unauthorized_client'],
    ['a grant that nobody has', { grantType: 'password' }, 'unsupported_grant_type'],
  ])('is refused with %s', async (_, changed, error) => {
    await expect(createToken(await redemption(await register(), changed))).rejects.toMatchObject({ error });
  });

  test('is for the client that asked for it', async () => {
    const other = await register();
    await expect(createToken(await redemption(await register(), other))).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  test('expires', async () => {
    const asked = await redemption(await register());
    time += 600_000;
    await expect(createToken(asked)).rejects.toMatchObject({ error: 'expired_token' });
  });
});

describe('a device', () => {
  const start = async (client: Registered) =>
    oidc.send(new StartDeviceAuthorizationCommand({ ...client, startUrl: center.startUrl }));
  const registered = () => register({ grantTypes: [], redirectUris: [], issuerUrl: undefined });
  const pending = { error: 'authorization_pending' };

  test('waits for its person, is told to slow down, and is let in once', async () => {
    const client = await registered();
    const { deviceCode, userCode = '', verificationUri = '', interval } = await start(client);
    const poll = () => createToken({ ...client, grantType: DEVICE_CODE, deviceCode });
    expect([userCode, interval]).toEqual([expect.stringMatching(/^[A-Z]{4}-[A-Z]{4}$/), 1]);
    await expect(poll()).rejects.toMatchObject(pending);
    await expect(poll()).rejects.toMatchObject(pending);
    await expect(poll()).rejects.toMatchObject({ error: 'slow_down' });
    time += 5000;
    await expect(poll()).rejects.toMatchObject({ error: 'slow_down' });
    time += 11_000;
    await expect(poll()).rejects.toMatchObject(pending);
    await aws.browse(verificationUri, { userCode });
    expect(await poll()).toMatchObject({ refreshToken: expect.any(String) });
    await expect(poll()).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  test('is let in by the address that has its code, without a refresh token where it asked for no scope', async () => {
    const client = await register({ grantTypes: [], redirectUris: [], issuerUrl: undefined, scopes: [] });
    const { deviceCode, verificationUriComplete = '' } = await start(client);
    await aws.browse(verificationUriComplete);
    const { expiresIn, refreshToken } = await createToken({ ...client, grantType: DEVICE_CODE, deviceCode });
    expect([expiresIn, refreshToken]).toEqual([28_800, undefined]);
  });

  test('is refused by its person', async () => {
    const client = await registered();
    const { deviceCode, verificationUriComplete = '' } = await start(client);
    await aws.browse(verificationUriComplete, { answer: 'deny' });
    const polled = createToken({ ...client, grantType: DEVICE_CODE, deviceCode });
    await expect(polled).rejects.toMatchObject({ error: 'access_denied' });
  });

  test('waits ten minutes', async () => {
    const client = await registered();
    const { deviceCode, verificationUriComplete = '' } = await start(client);
    time += 600_000;
    expect((await aws.browse(verificationUriComplete)).status).toBe(400);
    const polled = createToken({ ...client, grantType: DEVICE_CODE, deviceCode });
    await expect(polled).rejects.toMatchObject({ error: 'expired_token' });
  });

  test('has its page at AWS’s own addresses', async () => {
    const before = aws.requests.length;
    expect((await aws.browse(`https://device.sso.${center.region}.amazonaws.com/?user_code=AAAA-AAAA`)).status).toBe(
      400,
    );
    expect((await aws.browse(center.startUrl, { userCode: 'AAAA-AAAA' })).status).toBe(400);
    expect(aws.requests.slice(before).map(({ action }) => action)).toEqual([
      'ShowDevice',
      'AuthorizeDevice',
      'ShowDevice',
      'AuthorizeDevice',
    ]);
  });

  test('is not started for another start URL', async () => {
    const asked = new StartDeviceAuthorizationCommand({
      ...(await registered()),
      startUrl: 'https://x.awsapps.com/start',
    });
    await expect(oidc.send(asked)).rejects.toMatchObject({ error: 'invalid_request' });
  });
});

describe('a refresh token', () => {
  test('is used once, and brings the next', async () => {
    const client = await register();
    const first = await signIn(client);
    const second = await refresh(client, first.refreshToken);
    await expect(refresh(client, first.refreshToken)).rejects.toMatchObject({ error: 'invalid_grant' });
    expect((await refresh(client, second.refreshToken)).accessToken).toBeTruthy();
  });

  test('is over with its session', async () => {
    const client = await register();
    const { refreshToken } = await signIn(client);
    time += 28_800_000;
    await expect(refresh(client, refreshToken)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  test('whose reply is lost is used all the same', async () => {
    const client = await register();
    const { refreshToken } = await signIn(client);
    aws.faults.identityCenter.lostReplies = 1;
    await expect(refresh(client, refreshToken)).rejects.toThrow();
    await expect(refresh(client, refreshToken)).rejects.toMatchObject({ error: 'invalid_grant' });
  });
});

describe('the portal', () => {
  let accessToken: string;

  beforeEach(async () => {
    accessToken = (await signIn()).accessToken ?? '';
  });

  const credentials = (accountId: string, roleName: string, token = accessToken) =>
    portal.send(new GetRoleCredentialsCommand({ accessToken: token, accountId, roleName }));

  test('lists accounts and roles, page by page', async () => {
    aws.faults.identityCenter.pageSize = 2;
    const first = await portal.send(new ListAccountsCommand({ accessToken }));
    const second = await portal.send(new ListAccountsCommand({ accessToken, nextToken: first.nextToken }));
    expect([first.accountList?.length, second.accountList, second.nextToken]).toEqual([
      2,
      [{ accountId: '333333333333', accountName: 'Account 3', emailAddress: 'account-3@example.com' }],
      undefined,
    ]);
    const roles = new ListAccountRolesCommand({ accessToken, accountId: '111111111111', maxResults: 1 });
    expect(await portal.send(roles)).toMatchObject({
      roleList: [{ roleName: 'Developer' }],
      nextToken: expect.any(String),
    });
    const wrong = new ListAccountsCommand({ accessToken, nextToken: 'other' });
    await expect(portal.send(wrong)).rejects.toMatchObject({ name: 'InvalidRequestException' });
  });

  test('gives credentials of a role, which STS takes until they end', async () => {
    const { roleCredentials } = await credentials('222222222222', 'ReadOnly');
    const { accessKeyId = '', secretAccessKey = '', sessionToken = '', expiration = 0 } = roleCredentials ?? {};
    expect(expiration - time).toBeGreaterThan(898_000);
    const keys = { accessKeyId, secretAccessKey, sessionToken };
    const sts = new STSClient({ region: 'eu-west-1', endpoint: aws.url, credentials: keys });
    const { Arn } = await sts.send(new GetCallerIdentityCommand({}));
    expect(Arn).toMatch(/^arn:aws:sts::222222222222:assumed-role\/AWSReservedSSO_ReadOnly_\w+\/ada@example\.com$/);
    aws.expireSession(accessKeyId);
    await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({ name: 'ExpiredToken' });
  });

  test.each([
    ['444444444444', 'Developer'],
    ['111111111111', 'Administrator'],
  ])('gives none for %s %s', async (accountId, roleName) => {
    await expect(credentials(accountId, roleName)).rejects.toMatchObject({ name: 'ForbiddenException' });
  });

  test('knows no other token, none that has expired, and none after signing out', async () => {
    const unauthorized = { name: 'UnauthorizedException', $metadata: { httpStatusCode: 401 } };
    await expect(credentials('111111111111', 'Developer', 'other')).rejects.toMatchObject(unauthorized);
    await portal.send(new LogoutCommand({ accessToken }));
    await expect(credentials('111111111111', 'Developer')).rejects.toMatchObject(unauthorized);
    const { accessToken: second } = await signIn();
    time += 3_600_000;
    await expect(credentials('111111111111', 'Developer', second)).rejects.toMatchObject(unauthorized);
  });

  test('refuses as a switch says', async () => {
    aws.faults.identityCenter.portalRefusal = 'TooManyRequestsException';
    await expect(credentials('111111111111', 'Developer')).rejects.toMatchObject({ name: 'TooManyRequestsException' });
  });
});

test('CreateToken refuses as a switch says', async () => {
  aws.faults.identityCenter.tokenRefusal = 'InternalServerException';
  await expect(signIn()).rejects.toMatchObject({ error: 'server_error', $metadata: { httpStatusCode: 500 } });
});

test('what is asked is recorded, and no secret of it', async () => {
  const before = aws.requests.length;
  const client = await register();
  const { accessToken = '', refreshToken = '' } = await signIn(client);
  await portal.send(new GetRoleCredentialsCommand({ accessToken, accountId: '111111111111', roleName: 'Developer' }));
  const asked = aws.requests.slice(before);
  expect(asked.map(({ service, action, resource, outcome }) => [service, action, resource, outcome])).toEqual([
    ['sso-oidc', 'RegisterClient', undefined, 'ok'],
    ['sso-oidc', 'ShowAuthorize', undefined, 'ok'],
    ['sso-oidc', 'Authorize', undefined, 'ok'],
    ['sso-oidc', 'CreateToken', 'authorization_code', 'ok'],
    ['sso', 'GetRoleCredentials', '111111111111/Developer', 'ok'],
  ]);
  for (const secret of [client.clientSecret, verifier, accessToken, refreshToken]) {
    expect(JSON.stringify(asked)).not.toContain(secret);
  }
});
