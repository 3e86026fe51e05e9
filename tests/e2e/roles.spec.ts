// Several profiles at once, and roles: directly with a code, and from another profile's session without one.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { goTo } from '../world/go-to.ts';
import type { Person } from '../world/person.ts';
import { codeField, expect, openPopover, setUpAndSignIn, setUpProfile, test } from './fixture.ts';

/** Adds a profile that assumes `role`; `through` names the profile whose session does it. */
async function addRole(page: Page, name: string, arn: string, through: string | null, externalId = ''): Promise<void> {
  await goTo(page, 'settings');
  await page.getByRole('button', { name: 'Add a profile' }).click();
  await page.getByRole('group', { name: 'MFA device' }).getByRole('radio').first().waitFor();
  await page.getByLabel('Profile name').fill(name);
  await page.getByText('More options').click();
  await page.getByLabel('Role (optional)').fill(arn);
  if (through)
    await page
      .getByLabel('Assume the role with')
      .selectOption({ label: `${through}’s session (1 h, renews by itself)` });
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
  await setUpAndSignIn(page, person);
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
  await expect(page.getByText('The role doesn’t allow a session this long')).toBeVisible();
  await page.getByRole('button', { name: 'Edit profile' }).click();
  await page.getByLabel('Session length').selectOption('3600');
  await page.getByRole('button', { name: 'Save' }).click();
  await goTo(page, 'session');
  await codeField(page).pressSequentially(await person.aws.freshCode());
  await expect(page.getByRole('timer')).toBeVisible();
  await expect.poll(() => arnOf(person, 'short')).toMatch(/:assumed-role\/short\//);
});

test('a role as AWS’s files say it is taken up in a terminal; what AWS would refuse is said before a code is spent', async ({
  person,
  desktop,
  app,
}) => {
  const { arn } = person.aws.addRole({
    name: 'deploy',
    maxSessionDuration: 7_200,
    requireMfa: true,
    externalId: 'x-1',
  });
  const role = (name: string, ...more: string[]) => `[profile ${name}]\nrole_arn = ${arn}\n${more.join('\n')}\n`;
  appendFileSync(
    join(person.home, '.aws/config'),
    role('deploy', 'source_profile = work', 'external_id = x-1', 'role_session_name = ada', 'duration_seconds = 7200') +
      role('lost', 'source_profile = nobody') +
      role('round', 'source_profile = about') +
      role('about', 'source_profile = round') +
      role('two steps', 'source_profile = deploy'),
  );
  // The script is there a moment after the icon.
  await expect.poll(async () => (await person.daypass(['version'])).status).toBe(0);
  for (const [name, cause] of [
    ['lost', 'Profile lost has nobody as its source_profile'],
    ['round', 'goes in a circle: round → about → round.'],
    ['two steps', 'through another role, that of deploy.'],
    ['gone', `There is no profile gone in ${person.credentialsFile}`],
  ] as const) {
    expect(await person.daypass(['add', name])).toMatchObject({ status: 1, stderr: expect.stringContaining(cause) });
  }
  expect(await person.daypass(['add', 'deploy'])).toMatchObject({ status: 0, stderr: '' });
  expect(await person.daypass(['add', 'deploy-mfa'])).toMatchObject({
    stderr: expect.stringContaining('Daypass itself writes profile deploy-mfa.'),
  });
  await person.daypass(['sign-in', 'deploy-mfa', '--code', '-'], `${await person.aws.freshCode()}\n`);
  await expect.poll(() => arnOf(person, 'deploy-mfa')).toMatch(/:assumed-role\/deploy\/ada\n$/);

  const page = await openPopover(desktop, app);
  await goTo(page, 'settings');
  await page.getByRole('button', { name: 'Add a profile' }).click();
  await page.getByRole('radio', { name: 'round' }).check();
  await expect(page.getByText('goes in a circle: round → about → round.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toBeHidden();
  // The person's own way to mend it, and it can be saved.
  appendFileSync(person.credentialsFile, '[about]\naws_access_key_id = AKIAABOUT\naws_secret_access_key = s\n');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Profile name')).toBeVisible();
});
