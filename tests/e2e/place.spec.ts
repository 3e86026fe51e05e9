// Where the popover stands, and that it fits: on the screen of the test, 1280 × 800 without a panel.
import type { Page } from '@playwright/test';
import type { Desktop } from '../desktop/desktop.ts';
import { RunningApp } from '../world/running-app.ts';
import { codeField, expect, test } from './fixture.ts';

const bounds = (app: RunningApp) =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getBounds()));
const isVisible = (app: RunningApp) =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()));

/** Until the place of clicks is listened to they count all the same. */
async function clicked(desktop: Desktop, app: RunningApp, page: Page, at: readonly [number, number]) {
  if (await isVisible(app)) await page.keyboard.press('Escape');
  await expect.poll(() => isVisible(app)).toBe(false);
  await desktop.click(...at);
  await expect.poll(() => isVisible(app)).toBe(true);
  return bounds(app);
}

test.describe('beside the click on the icon, of which the desktop’s call tells the place', () => {
  for (const [where, at, expected] of [
    ['top right', [1260, 12], { x: 912, y: 36 }],
    ['top left', [20, 12], { x: 8, y: 36 }],
    ['bottom right', [1260, 788], { x: 912, y: 164 }],
    ['not told', [0, 0], { x: 912, y: 8 }],
  ] as const) {
    test(where, async ({ desktop, app }) => {
      await desktop.click();
      const page = await app.page();
      await expect(page.getByText('Welcome to Daypass')).toBeVisible();
      await expect.poll(() => clicked(desktop, app, page, at)).toEqual([{ ...expected, width: 360, height: 600 }]);
    });
  }
});

test('at twice the size it is as high as there is room, and the button that one comes for is in sight', async ({
  person,
  desktop,
}) => {
  const app = await RunningApp.start(person, { args: ['--force-device-scale-factor=2'] });
  try {
    await desktop.icon();
    await desktop.click();
    const page = await app.page();
    await expect(page.getByText('Welcome to Daypass')).toBeVisible();
    await expect(codeField(page)).toBeInViewport({ ratio: 1 });
    // 640 × 400 of its own points.
    await expect
      .poll(() => clicked(desktop, app, page, [1260, 20]))
      .toEqual([{ x: 272, y: 8, width: 360, height: 384 }]);
  } finally {
    await app.quit();
  }
});
