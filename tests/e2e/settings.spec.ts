// Four profiles, in each language: the settings and a profile's page are seen whole.
import type { Page } from '@playwright/test';
import type { DaypassApi } from '../../electron/core/surfaces/contract/contract.ts';
import { goTo, openProfile } from '../world/go-to.ts';
import { expect, openPopover, setUpProfile, test } from './fixture.ts';

/** Pixels that are out of sight. */
const hidden = (page: Page) =>
  page.locator('main').evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);

test('nothing of them has to be scrolled to', async ({ person, desktop, app }) => {
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  for (const name of ['two', 'three', 'four-with-a-longer-name']) {
    expect(await person.daypass(['add', 'work', '--name', name, '--serial', person.aws.user.serial])).toMatchObject({
      status: 0,
    });
  }
  for (const language of ['en', 'zh-TW'] as const) {
    await page.evaluate(async (chosen) => {
      const { daypass } = window as unknown as { daypass: DaypassApi };
      const view = await daypass.view();
      if (view.ok) await daypass.setPreferences({ ...view.value.preferences, language: chosen });
    }, language);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await goTo(page, 'settings', language);
    await expect(page.getByRole('button', { name: 'four-with-a-longer-name' })).toBeVisible();
    await expect.poll(() => hidden(page)).toBe(0);
    await openProfile(page, 'work-mfa', language);
    await expect(page.getByRole('heading', { level: 1, name: 'work-mfa' })).toBeVisible();
    await expect.poll(() => hidden(page)).toBe(0);
  }
});
