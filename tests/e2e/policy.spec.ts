// The policy page by a person's hands: what it makes is copied, pasted and found to be sound.

import { goTo } from '../world/go-to.ts';
import { expect, openPopover, setUpProfile, test } from './fixture.ts';

test('the policy that is copied passes the check that it is pasted into', async ({ app, desktop }) => {
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  await goTo(page, 'doctor');
  await page.getByRole('button', { name: 'MFA policy' }).click();
  await page.getByRole('switch', { name: 'Sign in with the browser' }).check();
  await page.getByRole('textbox', { name: 'Repositories with MFA' }).fill('hello');
  await page.getByText('The policy', { exact: true }).click();
  await expect(page.getByRole('region', { name: 'The policy' })).toContainText('codecommit:*:*:hello');
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const pasted = page.getByRole('textbox', { name: 'Paste a policy' });
  await pasted.press('Control+V');
  await expect(pasted).toHaveValue(/"Sid": "SignInWithBrowser"[\s\S]*codecommit:\*:\*:hello/);
  await page.getByRole('button', { name: 'Check policy' }).click();
  await expect(page.getByText('No problems found')).toBeVisible();
  await expect(page.getByText('Without MFA, denies everything but')).toBeVisible();
});
