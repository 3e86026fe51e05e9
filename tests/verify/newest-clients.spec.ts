// The stand-in's ways in by a browser, judged by programs that know nothing of it: the newest AWS CLI signs in both ways
// and refreshes, AWS's SDK for JavaScript goes on with what the CLI has, and Chromium walks the page.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { test as base, chromium, expect } from '@playwright/test';
import { failureOf } from '../../electron/core/base/failure.ts';
import { type Aws, type IdentityCenter, startAws } from '../aws/aws.ts';
import { CompanySignIn } from '../world/company-sign-in.ts';
import { clientVersions, missingClients, NewestAwsCli, startChromium } from './newest-aws-cli.ts';

const SDK = join(import.meta.dirname, '../world/clients/aws-sdk.mjs');
const BUCKET = 'reports';

interface Scene {
  readonly aws: Aws;
  readonly center: IdentityCenter;
  readonly cli: NewestAwsCli;
}

const test = base.extend<{ scene: Scene }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants it so
  scene: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'dp-aws-'));
    const aws = await startAws({ folder });
    const roles = ['Developer', 'ReadOnly', 'Billing'].map((name) => ({ name }));
    const center = aws.addIdentityCenter({ accounts: [{ id: aws.user.accountId, name: 'Production', roles }] });
    aws.addBucket(BUCKET);
    const cli = new NewestAwsCli(aws);
    cli.configure(`[default]\nregion = ${center.region}\n`);
    await use({ aws, center, cli });
    cli.end();
    await aws.close();
    rmSync(folder, { recursive: true, force: true });
  },
});

test.describe.configure({ mode: 'default' });

let missing: string | null;
test.beforeAll(() => {
  // Another Debian is made in some minutes.
  test.setTimeout(30 * 60_000);
  missing = missingClients();
  if (!missing) console.log(clientVersions());
});
test.beforeEach(() => test.skip(missing !== null, missing ?? ''));

/** Who AWS says they are, or what the CLI says of it. */
async function whoIs(cli: NewestAwsCli, profile = 'default', way: 'by url' | 'by proxy' = 'by url'): Promise<string> {
  const { output } = await cli.run(['--profile', profile, 'sts', 'get-caller-identity'], way);
  return /"Arn": "(.*)"/.exec(output)?.[1] ?? output;
}

/** AWS's SDK for JavaScript by the same profile: who it is, and an object put and got again. */
async function sdkSays(cli: NewestAwsCli, profile = 'default'): Promise<string> {
  const env = { ...cli.environment('by url'), PATH: process.env.PATH, AWS_PROFILE: profile, AWS_REGION: 'eu-west-1' };
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', SDK, BUCKET], { env });
  return stdout;
}

/** What came of all refreshes; keys that live shorter than the margin of a client are refreshed at each use. */
function refreshed({ requests }: Aws, service: string): { readonly enough: boolean; readonly outcomes: string[] } {
  const all = requests.filter((one) => one.service === service && one.resource === 'refresh_token');
  return { enough: all.length >= 3, outcomes: [...new Set(all.map(({ outcome }) => outcome))] };
}

test('aws login, in Chromium', async ({ scene: { aws, cli } }) => {
  const { address, child } = await startChromium(cli.home);
  const browser = await chromium.connectOverCDP(address);
  const page = await browser.newPage();
  const login = cli.begin(['login']);
  await page.goto(await login.opened());
  await page.getByRole('button', { name: 'Touch the security key' }).click();
  await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/oauth\/callback\?code=/);
  const title = await page.title();
  await browser.close();
  child.kill();
  const { status, output } = await login.ended;
  expect([status, title], output).toEqual([0, 'Amazon Web Services Sign-in']);
  expect(await whoIs(cli)).toBe(aws.user.arn);
  expect(await sdkSays(cli)).toBe(`${aws.user.arn}\n${BUCKET}\nsaid by the SDK for JavaScript`);
});

test('aws login, then refreshed by the CLI, the SDK, and the CLI again', async ({ scene: { aws, cli } }) => {
  aws.faults.signin.keySeconds = 5;
  const login = cli.begin(['login']);
  await aws.browse(await login.opened());
  expect((await login.ended).status).toBe(0);
  for (const who of ['CLI', 'SDK', 'CLI'] as const) {
    await delay(6000);
    if (who === 'CLI') expect(await whoIs(cli)).toBe(aws.user.arn);
    else expect(await sdkSays(cli)).toContain(aws.user.arn);
  }
  expect(refreshed(aws, 'signin')).toEqual({ enough: true, outcomes: ['ok'] });
});

test('aws login --remote, at AWS’s own addresses', async ({ scene: { aws, cli } }) => {
  const login = cli.begin(['login', '--remote'], 'by proxy');
  const [address] = await login.said(/https:\/\/eu-west-1\.signin\.aws\.amazon\.com\/v1\/authorize\S+/);
  await login.said(/Enter the authorization code/);
  const { paste = '' } = await aws.browse(address);
  login.type(paste);
  const { status, output } = await login.ended;
  expect(status, output).toBe(0);
  expect(await whoIs(cli, 'default', 'by proxy')).toBe(aws.user.arn);
});

test('aws login, at AWS’s own addresses, and refused in its own words', async ({ scene: { aws, cli } }) => {
  aws.faults.signin.keySeconds = 2;
  const login = cli.begin(['login'], 'by proxy');
  await aws.browse(await login.opened());
  expect((await login.ended).status).toBe(0);
  await delay(3000);
  for (const [refusal, words] of [
    ['TOKEN_EXPIRED', 'Your session has expired'],
    ['USER_CREDENTIALS_CHANGED', 'because of a change in your password'],
    ['INSUFFICIENT_PERMISSIONS', "You may be missing permission for the 'signin:CreateOAuth2Token' action"],
  ] as const) {
    aws.faults.signin.refusal = refusal;
    expect(await whoIs(cli, 'default', 'by proxy')).toContain(words);
  }
  aws.faults.signin.refusal = undefined;
  // https://github.com/aws/aws-cli/issues/10613
  const { output } = await cli.run(['sts', 'get-caller-identity', '--region', 'eu-central-1'], 'by proxy');
  expect(output).toContain('ValidationException');
  expect(await whoIs(cli, 'default', 'by proxy')).toBe(aws.user.arn);
  aws.faults.signin.sessionSeconds = 0;
  await delay(3000);
  expect(await whoIs(cli, 'default', 'by proxy')).toContain('Your session has expired');
});

test('aws login, refused by the person, by a code that has expired, and by another state', async ({
  scene: { aws, cli },
}) => {
  for (const [switched, words] of [
    [{ denied: true }, 'Failed to retrieve an authorization code'],
    [{ denied: false, codeSeconds: 0 }, 'expired authorization code'],
    [{ codeSeconds: 300, wrongState: true }, 'does not match expected value'],
  ] as const) {
    Object.assign(aws.faults.signin, switched);
    const login = cli.begin(['login']);
    await aws.browse(await login.opened());
    const { status, output } = await login.ended;
    expect(output).toContain(words);
    expect(status).not.toBe(0);
  }
});

const company = ({ startUrl, region, accounts }: IdentityCenter): string =>
  `[sso-session company]
sso_start_url = ${startUrl}
sso_region = ${region}
sso_registration_scopes = sso:account:access
${['Developer', 'ReadOnly', 'Billing']
  .map(
    (role) =>
      `[profile ${role}]\nsso_session = company\nsso_account_id = ${accounts[0]?.id}\nsso_role_name = ${role}\nregion = ${region}\n`,
  )
  .join('')}[profile old]
sso_start_url = ${startUrl}
sso_region = ${region}
sso_account_id = ${accounts[0]?.id}
sso_role_name = Developer
region = ${region}
`;

const roleArn = (role: string): RegExp => new RegExp(`:assumed-role/AWSReservedSSO_${role}_\\w+/ada@example\\.com`);

for (const way of ['by url', 'by proxy'] as const) {
  test(`aws sso login ${way}, with PKCE and with a device’s code`, async ({ scene: { aws, center, cli } }) => {
    cli.configure(company(center));
    for (const [args, profile] of [
      [[], 'Developer'],
      [['--use-device-code'], 'ReadOnly'],
      [[], 'old'],
    ] as const) {
      const login = cli.begin(['sso', 'login', '--profile', profile, ...args], way);
      await aws.browse(await login.opened());
      const { status, output } = await login.ended;
      expect(status, output).toBe(0);
      expect(await whoIs(cli, profile, way)).toMatch(roleArn(profile === 'old' ? 'Developer' : profile));
    }
  });
}

test('aws sso login, then refreshed by the CLI, the SDK, and the CLI again', async ({
  scene: { aws, center, cli },
}) => {
  cli.configure(company(center));
  aws.faults.identityCenter.tokenSeconds = 5;
  const login = cli.begin(['sso', 'login', '--sso-session', 'company']);
  await aws.browse(await login.opened());
  expect((await login.ended).status).toBe(0);
  for (const [who, role] of [
    ['CLI', 'Developer'],
    ['SDK', 'ReadOnly'],
    ['CLI', 'Billing'],
  ] as const) {
    await delay(6000);
    cli.forgetRoles();
    expect(who === 'CLI' ? await whoIs(cli, role) : await sdkSays(cli, role)).toMatch(roleArn(role));
  }
  expect(refreshed(aws, 'sso-oidc')).toEqual({ enough: true, outcomes: ['ok'] });
});

test('a company’s page for Daypass, in Chromium', async ({ scene: { aws, center, cli } }) => {
  cli.configure(company(center));
  const { address, child } = await startChromium(cli.home);
  const browser = await chromium.connectOverCDP(address);
  const page = await browser.newPage();
  const daypass = new CompanySignIn(aws, center, cli.home);
  daypass.visit = async (asked) => {
    await page.goto(asked);
    await page.getByRole('button', { name: 'Allow access' }).click();
  };
  await daypass.signIn('here', 'company');
  await expect(page).toHaveTitle('Daypass: done');
  await browser.close();
  child.kill();
  expect((await daypass.whoIs('Developer', 'company')).arn).toMatch(roleArn('Developer'));
  expect(daypass.strangers).toBe(0);
});

test('a token of Daypass’s is good for the CLI and the SDK, renewed by each of them in turn', async ({
  scene: { aws, center, cli },
}) => {
  cli.configure(company(center));
  aws.faults.identityCenter.tokenSeconds = 5;
  const daypass = new CompanySignIn(aws, center, cli.home);
  await daypass.signIn('here', 'company');
  for (const who of ['CLI', 'SDK', 'Daypass', 'CLI'] as const) {
    await delay(6000);
    cli.forgetRoles();
    if (who === 'CLI') expect(await whoIs(cli, 'Developer')).toMatch(roleArn('Developer'));
    else if (who === 'SDK') expect(await sdkSays(cli, 'ReadOnly')).toMatch(roleArn('ReadOnly'));
    else expect((await daypass.whoIs('Billing', 'company')).arn).toMatch(roleArn('Billing'));
  }
  expect(refreshed(aws, 'sso-oidc')).toEqual({ enough: true, outcomes: ['ok'] });
  await daypass.center.signOut(daypass.at('company'));
  cli.forgetRoles();
  expect(await whoIs(cli, 'Developer')).toContain('does not exist');
});

test('a token of the CLI’s is good for Daypass, in both forms of profile, and stays when Daypass signs out', async ({
  scene: { aws, center, cli },
}) => {
  cli.configure(company(center));
  for (const [profile, session] of [
    ['Developer', 'company'],
    ['old', null],
  ] as const) {
    const daypass = new CompanySignIn(aws, center, cli.home);
    expect(await daypass.whoIs('Developer', session).catch(failureOf)).toMatchObject({ code: 'identity-center.none' });
    const login = cli.begin(['sso', 'login', '--profile', profile]);
    await aws.browse(await login.opened());
    const { status, output } = await login.ended;
    expect(status, output).toBe(0);
    await daypass.center.look([daypass.at(session)]);
    expect(daypass.center.isOpen(daypass.at(session))).toBe(true);
    expect((await daypass.whoIs('Developer', session)).arn).toMatch(roleArn('Developer'));
    await daypass.center.signOut(daypass.at(session));
    expect(await whoIs(cli, profile)).toMatch(roleArn('Developer'));
  }
});

test('aws sso logout ends what Daypass has signed in to as well', async ({ scene: { aws, center, cli } }) => {
  cli.configure(company(center));
  const daypass = new CompanySignIn(aws, center, cli.home);
  await daypass.signIn('here', 'company');
  expect((await cli.run(['sso', 'logout'])).status).toBe(0);
  expect(await daypass.whoIs('Developer', 'company').catch(failureOf)).toMatchObject({ code: 'identity-center.none' });
});
