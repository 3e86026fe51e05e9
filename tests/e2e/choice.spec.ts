// Two profiles for one region: the popover asks once which a repository is for, and remembers it where it can be changed.
import { join } from 'node:path';
import { goTo } from '../world/go-to.ts';
import { expect, openPopover, setUpGit, setUpProfile, signIn, test } from './fixture.ts';

test('asked once, remembered, and asked again when that is wished', async ({ person, desktop, app }) => {
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  await setUpGit(page);
  await goTo(page, 'settings');
  await page.getByRole('button', { name: 'Add a profile' }).click();
  await page.getByRole('group', { name: 'MFA device' }).getByRole('radio').first().waitFor();
  await page.getByLabel('Profile name').fill('other-mfa');
  await page.getByRole('button', { name: 'Save' }).click();

  const clone = person.git(['clone', person.repositoryUrl('hello')]);
  await expect(page.getByText('Which profile is hello for?')).toBeVisible();
  await page.getByRole('button', { name: /^work-mfa/ }).click();
  await signIn(page, person);
  expect(await clone).toMatchObject({ status: 0 });
  expect(person.readCredentials()).toContain('[work-mfa]');
  expect(await person.commitAndPush(join(person.home, 'hello'), 'again.txt')).toMatchObject({ status: 0 });

  await page.getByRole('button', { name: /^git ready/ }).click();
  await page.getByLabel('hello').selectOption({ label: 'Ask next time' });
  const pull = person.git(['pull'], join(person.home, 'hello'));
  await expect(page.getByText('Which profile is hello for?')).toBeVisible();
  await page.getByRole('button', { name: 'Stop waiting' }).click();
  expect((await pull).stderr).toContain('daypass: The wait for hello was stopped in Daypass.');
});
