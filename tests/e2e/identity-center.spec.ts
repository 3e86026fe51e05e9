// A company's sign-in as a person has it: AWS's page in their own browser, AWS's tools beside it, and no secret but where
// those tools keep it.
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { IdentityCenter } from '../aws/aws.ts';
import { chooseMore } from '../world/go-to.ts';
import type { Person } from '../world/person.ts';
import { RunningApp } from '../world/running-app.ts';
import { test as base, button, opened, pages } from './browser-fixture.ts';
import { expect, openPopover } from './fixture.ts';

const test = base.extend<{ app: RunningApp; center: IdentityCenter }>({
  // biome-ignore lint/correctness/noUnusedFunctionParameters: it is there before the app starts
  app: async ({ person, desktop, center }, use) => {
    const app = await RunningApp.start(person);
    await desktop.icon();
    await use(app);
    await app.quit();
  },
  center: async ({ person }, use) => {
    const { accountId } = person.aws.user;
    const roles = [{ name: 'Developer' }, { name: 'ReadOnly' }];
    const others = Array.from({ length: 20 }, (_, n) => ({ id: `${n}`.padStart(12, '2'), name: `Other ${n}`, roles }));
    const center = person.aws.addIdentityCenter({ accounts: [{ id: accountId, name: 'Shop', roles }, ...others] });
    const session = `[sso-session acme]\nsso_start_url = ${center.startUrl}\nsso_region = ${center.region}\n`;
    const profile = `[profile dev]\nregion = ${center.region}\nsso_session = acme\nsso_account_id = ${accountId}\nsso_role_name = Developer\n`;
    appendFileSync(join(person.home, '.aws/config'), `${session}${profile}`);
    await use(center);
  },
});

const tokenFile = (person: Person, name: string) =>
  join(person.home, '.aws/sso/cache', `${createHash('sha1').update(name).digest('hex')}.json`);

/** Who the keys of this profile make somebody, by credential_process, as any AWS program asks. */
async function whose(person: Person, profile: string): Promise<string> {
  const { stdout } = await person.daypass([
    'exec',
    profile,
    '--',
    'aws',
    '--endpoint-url',
    person.aws.url,
    'sts',
    'get-caller-identity',
  ]);
  return stdout;
}

async function setUp(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('radio', { name: 'dev' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(button(page)).toBeVisible();
}

test('a profile that AWS’s files name takes two clicks: save, and sign in', async ({ person, desktop, app }) => {
  const page = await openPopover(desktop, app);
  await setUp(page);
  await button(page).click();
  await expect(page.getByText('Renews itself')).toBeVisible();
  expect(opened(person)).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/authorize\?/)]);
  expect(pages(person)).toContain('<h1>Back to Daypass</h1>');
  expect(await whose(person, 'dev-sso')).toContain('assumed-role/AWSReservedSSO_Developer_');

  expect(await person.daypass(['git', 'setup', '--yes'])).toMatchObject({ status: 0 });
  expect(await person.git(['clone', person.repositoryUrl('hello')])).toMatchObject({ status: 0 });

  const { accessToken, refreshToken, clientSecret } = JSON.parse(readFileSync(tokenFile(person, 'acme'), 'utf8'));
  const shown = JSON.stringify([
    await page.content(),
    await person.daypass(['status', '--json']),
    await person.daypass(['doctor', '--full']),
  ]);
  const own = readdirSync(join(person.home, '.daypass'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
  for (const secret of [accessToken, refreshToken, clientSecret]) {
    expect(secret).toBeTruthy();
    expect([shown, ...own, ...opened(person)].filter((text) => text.includes(secret))).toEqual([]);
  }

  await chooseMore(page, 'Sign out');
  await expect(button(page)).toBeVisible();
  await expect.poll(() => existsSync(tokenFile(person, 'acme'))).toBe(false);
});

test('with only a session named, one sign-in lets account and role be chosen', async ({ person, desktop, app }) => {
  const page = await openPopover(desktop, app);
  await page.getByRole('button', { name: 'Another way to sign in' }).click();
  await page.getByRole('button', { name: 'My company signs me in (IAM Identity Center)' }).click();
  await page.getByRole('button', { name: 'Sign in to choose account and role' }).click();
  await page.getByRole('searchbox', { name: 'Search: Account' }).fill('shop');
  await page.getByRole('radio', { name: 'Shop' }).check();
  // The lists give way to what was chosen.
  await page.getByRole('radio', { name: 'ReadOnly' }).click();
  await expect(page.getByText(/^ReadOnly in account/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Profile name' }).fill('shop-ro');
  await page.getByRole('button', { name: 'Save' }).click();
  // Who has signed in for the lists is not sent to the browser again.
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('Renews itself')).toBeVisible();
  expect(opened(person)).toHaveLength(1);
  expect(await whose(person, 'shop-ro')).toContain('AWSReservedSSO_ReadOnly_');
});

test('in a terminal: added by name, signed in on another device, and gone on over a restart', async ({
  person,
  desktop,
  app,
}) => {
  await openPopover(desktop, app);
  expect(await person.daypass(['add', 'dev'])).toMatchObject({ status: 0 });
  const begun = await person.daypass(['sign-in', 'dev-sso', '--remote']);
  expect(begun).toMatchObject({ status: 0, stderr: expect.stringContaining('shows the code') });
  const [address = '', code = ''] = begun.stdout.split('\n');
  expect(code).toMatch(/^[A-Z]{4}-[A-Z]{4}$/);
  await person.aws.browse(address);
  expect(await person.daypass(['sign-in', 'dev-sso', '--answer', '-'], '\n')).toMatchObject({ status: 0 });
  expect(opened(person)).toEqual([]);
  await app.quit();
  const again = await RunningApp.start(person);
  await desktop.icon();
  // The kept session is there a moment after commands are answered.
  await expect.poll(() => whose(person, 'dev-sso')).toContain('AWSReservedSSO_Developer_');
  await again.quit();
});

test('a push that waits opens the popover with the button, and goes on', async ({ person, desktop, app }) => {
  await setUp(await openPopover(desktop, app));
  expect(await person.daypass(['git', 'setup', '--yes'])).toMatchObject({ status: 0 });
  const page = await app.page();
  await page.keyboard.press('Escape');
  const push = person.git(['ls-remote', person.repositoryUrl('hello')]);
  await expect(button(page)).toBeVisible();
  await button(page).click();
  expect(await push).toMatchObject({ status: 0 });
});
