// Where the popover stands, and that it fits: on the screen of the test, 1280 × 800 without a panel.
import type { Page } from '@playwright/test';
import type { Desktop } from '../desktop/desktop.ts';
import { RunningApp } from '../world/running-app.ts';
import { codeField, expect, openPopover, test } from './fixture.ts';

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

test('zoomed with the keys it grows as far as the display lets it, nothing is cut off, and it stays so', async ({
  person,
  desktop,
  app,
}) => {
  const page = await openPopover(desktop, app);
  await expect(page.getByText('Welcome to Daypass')).toBeVisible();
  // Playwright’s own keys pass the main process by.
  const keys = (...names: string[]) => person.run('xdotool', ['key', ...names]);
  const front = ['search', '--sync', '--onlyvisible', '--name', '^Daypass$', 'windowfocus', '--sync'];
  await person.run('xdotool', front);
  const size = async () => (await bounds(app)).map(({ width, height }) => [width, height]);
  await keys('ctrl+equal');
  await expect.poll(size).toEqual([[396, 660]]);
  await keys('ctrl+minus');
  await expect.poll(size).toEqual([[360, 600]]);
  // The wheel, turned away from the person.
  await person.run('xdotool', ['mousemove', '1092', '300', 'keydown', 'ctrl', 'click', '4', 'keyup', 'ctrl']);
  await expect.poll(size).toEqual([[396, 660]]);
  await keys('ctrl+0');
  await expect.poll(size).toEqual([[360, 600]]);
  for (let i = 0; i < 6; i++) await keys('ctrl+equal');
  await expect.poll(size).toEqual([[720, 784]]);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(360);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await app.quit();
  const again = await RunningApp.start(person);
  try {
    await desktop.icon();
    const next = await openPopover(desktop, again);
    await expect.poll(() => next.evaluate(() => innerWidth)).toBe(360);
    expect((await bounds(again)).map(({ width, height }) => [width, height])).toEqual([[720, 784]]);
    await person.run('xdotool', front);
    await keys('ctrl+0');
    await expect.poll(() => bounds(again)).toMatchObject([{ width: 360, height: 600 }]);
  } finally {
    await again.quit();
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
