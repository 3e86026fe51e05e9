// A company sign-in as the app makes it, against an Identity Center that refuses what AWS refuses, in a real home: and what
// AWS's own tools make of the files that it leaves, and it of theirs.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { failureOf } from '../../electron/core/base/failure.ts';
import { type Aws, type IdentityCenter, startAws } from '../aws/aws.ts';
import { noIdentityCenterFaults } from '../aws/identity-center/identity-center-faults.ts';
import { CompanySignIn } from '../world/company-sign-in.ts';
import { clientEnvironment, runNode } from './sso-clients.ts';
import { until } from './until.ts';

const REGION = 'eu-central-1';
const ACCOUNT = '111111111111';

let folder: string;
let aws: Aws;
let center: IdentityCenter;
let home: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daypass-center-'));
  aws = await startAws({ folder, region: REGION });
  const roles = [{ name: 'Developer' }, { name: 'ReadOnly', seconds: 43_200 }];
  const ids = [ACCOUNT, '222222222222', '333333333333'];
  center = aws.addIdentityCenter({ accounts: ids.map((id) => ({ id, name: `Account ${id.charAt(0)}`, roles })) });
});
afterAll(async () => {
  await aws?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  Object.assign(aws.faults.identityCenter, noIdentityCenterFaults());
  home = mkdtempSync(join(folder, 'home-'));
  mkdirSync(join(home, '.aws'));
  writeFileSync(
    join(home, '.aws', 'config'),
    `[profile dev]
region = ${REGION}
sso_session = acme
sso_account_id = ${ACCOUNT}
sso_role_name = Developer

[profile old]
region = ${REGION}
sso_start_url = ${center.startUrl}
sso_region = ${REGION}
sso_account_id = ${ACCOUNT}
sso_role_name = ReadOnly

[sso-session acme]
sso_start_url = ${center.startUrl}
sso_region = ${REGION}
sso_registration_scopes = sso:account:access
`,
  );
});
const CACHE = () => join(home, '.aws', 'sso', 'cache');
const tokenFile = (name: string) => join(CACHE(), `${createHash('sha1').update(name).digest('hex')}.json`);
const token = (name: string) => JSON.parse(readFileSync(tokenFile(name), 'utf8'));

/** An app that has just been started. */
class App extends CompanySignIn {
  constructor() {
    super(aws, center, home);
  }
}

describe('a sign-in', () => {
  test('in the browser gives the role, and leaves one token that nobody else can read', async () => {
    const app = new App();
    const before = aws.requests.length;
    await app.signIn();
    expect((await app.whoIs()).arn).toContain(':assumed-role/AWSReservedSSO_Developer_');
    expect(app.actions(before)).toEqual([
      'RegisterClient',
      'ShowAuthorize',
      'Authorize',
      'CreateToken authorization_code',
      `GetRoleCredentials ${ACCOUNT}/Developer`,
      'GetCallerIdentity',
    ]);
    expect(Object.keys(token('acme'))).toEqual([
      'startUrl',
      'region',
      'accessToken',
      'expiresAt',
      'clientId',
      'clientSecret',
      'registrationExpiresAt',
      'refreshToken',
    ]);
    expect(token('acme').expiresAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(readdirSync(CACHE())).toHaveLength(2);
    for (const file of readdirSync(CACHE())) expect(statSync(join(CACHE(), file)).mode & 0o777).toBe(0o600);
    expect(statSync(CACHE()).mode & 0o777).toBe(0o700);
  });

  test('on another device gives it too, once the person has allowed it', async () => {
    const app = new App();
    const done = app.signIn('elsewhere');
    const { elsewhere } = await app.waits.whenElsewhere('p1');
    expect(elsewhere?.userCode).toMatch(/^[A-Z]{4}-[A-Z]{4}$/);
    await aws.browse(elsewhere?.address ?? '');
    await done;
    expect((await app.whoIs()).account).toBe(ACCOUNT);
    expect(token('acme').refreshToken).toBeTruthy();
  });

  test('for a profile of the old form is kept under its address', async () => {
    const app = new App();
    await app.signIn('here', null);
    await app.whoIs('ReadOnly', null);
    expect(token(center.startUrl).startUrl).toBe(center.startUrl);
  });

  test('registers once, and renews without the person as long as AWS lets it', async () => {
    aws.faults.identityCenter.tokenSeconds = 1;
    const app = new App();
    await app.signIn();
    const before = aws.requests.length;
    for (let i = 0; i < 3; i++) await app.whoIs();
    expect(app.actions(before).filter((one) => one.startsWith('CreateToken'))).toEqual([
      'CreateToken refresh_token',
      'CreateToken refresh_token',
      'CreateToken refresh_token',
    ]);
    await new App().whoIs();
  });

  test('is shown what it may choose from, page by page', async () => {
    aws.faults.identityCenter.pageSize = 1;
    const app = new App();
    await app.signIn();
    const { signal } = app.cancel;
    expect((await app.center.accounts(app.at(), signal)).map(({ name }) => name)).toEqual([
      'Account 1',
      'Account 2',
      'Account 3',
    ]);
    expect(await app.center.roles(app.at(), ACCOUNT, signal)).toEqual(['Developer', 'ReadOnly']);
  });

  test('ends at AWS when it is signed out of', async () => {
    const app = new App();
    await app.signIn();
    const { accessToken, refreshToken } = token('acme');
    const before = aws.requests.length;
    await app.center.signOut(app.at());
    await until(() => app.actions(before).includes('Logout'));
    expect(readdirSync(CACHE())).toHaveLength(1);
    const still = { accessToken, refreshToken, expiresAt: '2099-01-01T00:00:00Z' };
    writeFileSync(tokenFile('acme'), JSON.stringify(still));
    expect(await app.whoIs().catch(failureOf)).toMatchObject({ code: 'identity-center.ended' });
  });

  test('whose renewal was lost on the way takes the person again, as its refresh token is spent', async () => {
    const app = new App();
    await app.signIn();
    writeFileSync(tokenFile('acme'), JSON.stringify({ ...token('acme'), expiresAt: '2020-01-01T00:00:00Z' }));
    aws.faults.identityCenter.lostReplies = 1;
    expect(await app.whoIs().catch(failureOf)).toMatchObject({ code: 'network.offline' });
    expect(await app.whoIs().catch(failureOf)).toMatchObject({ code: 'identity-center.ended' });
    expect(app.center.isOpen(app.at())).toBe(false);
  });
});

describe('what AWS says no to', () => {
  test.each([
    ['InvalidRequestException', 'aws.refused'],
    ['AccessDeniedException', 'identity-center.denied'],
    ['ExpiredTokenException', 'identity-center.code-expired'],
    ['InvalidGrantException', 'identity-center.code-expired'],
    ['InvalidClientException', 'identity-center.client'],
    ['UnauthorizedClientException', 'aws.refused'],
    ['SlowDownException', 'aws.throttled'],
    ['InternalServerException', 'aws.refused'],
  ] as const)('%s for a code is %s', async (refusal, code) => {
    aws.faults.identityCenter.tokenRefusal = refusal;
    expect(await new App().signIn().catch(failureOf)).toMatchObject({ code });
  });

  test.each([
    ['UnauthorizedException', 'identity-center.ended'],
    ['ForbiddenException', 'identity-center.role'],
    ['ResourceNotFoundException', 'identity-center.role'],
    ['TooManyRequestsException', 'aws.throttled'],
    ['InvalidRequestException', 'aws.refused'],
  ] as const)('%s for a role is %s', async (refusal, code) => {
    const app = new App();
    await app.signIn();
    aws.faults.identityCenter.portalRefusal = refusal;
    expect(await app.whoIs().catch(failureOf)).toMatchObject({ code });
  });

  test('another start URL', async () => {
    writeFileSync(
      join(home, '.aws', 'config'),
      `[sso-session acme]\nsso_start_url = https://other.awsapps.com/start\nsso_region = ${REGION}\n`,
    );
    const code = 'identity-center.start-url';
    expect(await new App().signIn().catch(failureOf)).toMatchObject({ code, params: { region: REGION } });
    expect(await new App().signIn('elsewhere').catch(failureOf)).toMatchObject({ code });
  });

  test('the person’s own no, here and on another device', async () => {
    aws.faults.identityCenter.denied = true;
    expect(await new App().signIn().catch(failureOf)).toMatchObject({ code: 'browser.refused' });
    const app = new App();
    const done = app.signIn('elsewhere').catch(failureOf);
    const { elsewhere } = await app.waits.whenElsewhere('p1');
    await aws.browse(elsewhere?.address ?? '');
    expect(await done).toMatchObject({ code: 'identity-center.denied' });
  });

  test('another state in the redirect', async () => {
    aws.faults.identityCenter.wrongState = true;
    const app = new App();
    const done = app.signIn().catch(failureOf);
    await until(() => app.strangers === 1);
    app.cancel.abort();
    expect(await done).toMatchObject({ code: 'sign-in.cancelled' });
  });
});

describe('with the SDK for JavaScript', () => {
  const who = (profile: string) =>
    runNode(
      `const { fromSSO } = await import('@aws-sdk/credential-provider-sso');
       const { STSClient, GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
       const credentials = await fromSSO({ profile: process.argv[1] })();
       const client = new STSClient({ region: '${REGION}', credentials });
       process.stdout.write((await client.send(new GetCallerIdentityCommand({}))).Arn);`,
      [profile],
      clientEnvironment(home, aws.url),
    );

  test.each([
    ['dev', 'acme', 'AWSReservedSSO_Developer_'],
    ['old', null, 'AWSReservedSSO_ReadOnly_'],
  ] as const)('a token of Daypass’s gives it the role of profile %s', async (profile, session, role) => {
    await new App().signIn('here', session);
    expect(await who(profile)).toContain(role);
  });

  test('it renews a token of Daypass’s, which goes on with that', async () => {
    aws.faults.identityCenter.tokenSeconds = 250;
    const app = new App();
    await app.signIn();
    const first = token('acme');
    expect(await who('dev')).toContain('AWSReservedSSO_Developer_');
    const second = token('acme');
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(second.clientId).toBe(first.clientId);
    expect((await app.whoIs()).account).toBe(ACCOUNT);
    expect(token('acme').refreshToken).not.toBe(second.refreshToken);
    expect(await who('dev')).toContain('AWSReservedSSO_Developer_');
    await app.center.signOut(app.at());
    await expect(who('dev')).rejects.toThrow(/aws sso login/);
  });
});
