// Several profiles at once, and roles: directly with a code, and from another profile's session without one.
import type { Page } from '@playwright/test';
import type { Person } from '../world/person.ts';
import { codeField, expect, openPopover, setUpProfile, signIn, test } from './fixture.ts';

/** Adds a profile that assumes `role`; `through` names the profile whose session does it. */
async function addRole(page: Page, name: string, arn: string, through: string | null, externalId = ''): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Add a profile' }).click();
  await page.getByRole('group', { name: 'MFA device' }).getByRole('radio').first().waitFor();
  await page.getByLabel('Write the session to profile').fill(name);
  await page.getByText('More').click();
  await page.getByLabel('Role (optional)').fill(arn);
  if (through)
    await page
      .getByLabel('Assume the role with')
      .selectOption({ label: `${through}’s session (1 h, renewed by itself)` });
  if (externalId) await page.getByLabel('External ID').fill(externalId);
  await page.getByRole('button', { name: 'Save' }).click();
}

const arnOf = async (person: Person, profile: string) =>
  (await person.awsCli(['--profile', profile, 'sts', 'get-caller-identity', '--query', 'Arn', '--output', 'text']))
    .stdout;

test('a role from the MFA session needs no code, is written beside it, and comes back with it', async ({
  person,
  desktop,
  app,
}) => {
  const { arn } = person.aws.addRole({
    name: 'admin',
    maxSessionDuration: 43_200,
    requireMfa: true,
    externalId: 'x-1',
  });
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  await signIn(page, person);
  await addRole(page, 'admin', arn, 'work-mfa', 'x-1');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect.poll(() => arnOf(person, 'admin')).toMatch(/:assumed-role\/admin\//);
  expect(await arnOf(person, 'work-mfa')).toMatch(/:user\/ada\n$/);
  expect(await desktop.tooltip()).toMatch(/work-mfa: Signed in until .*\nadmin: Signed in until /);

  // 52 minutes pass at AWS: the role's session is renewed before its end, and nobody is asked or warned.
  const before = person.readCredentials();
  person.aws.faults.skewMs = 52 * 60_000;
  await person.daypass(['sign-in', 'work-mfa', '--code', '-'], `${await person.aws.freshCode()}\n`);
  await expect
    .poll(() => /\[admin\][^[]*/.exec(person.readCredentials())?.[0])
    .not.toBe(/\[admin\][^[]*/.exec(before)?.[0]);
  expect(desktop.notifications).toEqual([]);
});

test('a role directly with a code lasts as long as the role allows, and too long is said', async ({
  person,
  desktop,
  app,
}) => {
  const { arn } = person.aws.addRole({ name: 'short', maxSessionDuration: 3_600, requireMfa: true });
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  await addRole(page, 'short', arn, null);
  await codeField(page).pressSequentially(await person.aws.freshCode());
  await expect(page.getByText('The role does not allow a session this long')).toBeVisible();
  await page.getByRole('button', { name: 'Edit profile' }).click();
  await page.getByLabel('Duration').selectOption('3600');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Session' }).click();
  await codeField(page).pressSequentially(await person.aws.freshCode());
  await expect(page.getByText('Expires in')).toBeVisible();
  await expect.poll(() => arnOf(person, 'short')).toMatch(/:assumed-role\/short\//);
});
