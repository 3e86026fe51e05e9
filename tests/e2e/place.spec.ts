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

/** As high as its page, between the lowest and the highest. */
async function heightOf(page: Page): Promise<number> {
  const needed = () =>
    page.evaluate(() => {
      const content = document.querySelector('.content');
      return Math.ceil((content?.getBoundingClientRect().height ?? 0) + (content?.parentElement?.offsetTop ?? 0));
    });
  await expect.poll(() => page.evaluate(() => innerHeight)).toBe(Math.max(280, Math.min(520, await needed())));
  return page.evaluate(() => innerHeight);
}

test.describe('beside the click on the icon, of which the desktop’s call tells the place', () => {
  for (const [where, at, x, y] of [
    ['top right', [1260, 12], 912, () => 36],
    ['top left', [20, 12], 8, () => 36],
    ['bottom right', [1260, 788], 912, (height: number) => 764 - height],
    ['not told', [0, 0], 912, () => 8],
  ] as const) {
    test(where, async ({ desktop, app }) => {
      await desktop.click();
      const page = await app.page();
      await expect(codeField(page)).toBeVisible();
      const height = await heightOf(page);
      await expect.poll(() => clicked(desktop, app, page, at)).toEqual([{ x, y: y(height), width: 360, height }]);
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
  await expect(codeField(page)).toBeVisible();
  const height = await heightOf(page);
  /** Beside it the height, which rounds. */
  const width = async () => (await bounds(app)).map((seen) => seen.width)[0];
  const isAsHigh = async (zoom: number) => {
    const [seen] = await bounds(app);
    return Math.abs((seen?.height ?? 0) - Math.min(784, height * zoom)) <= 2 * zoom;
  };
  await keys('ctrl+equal');
  await expect.poll(width).toBe(396);
  await expect.poll(() => isAsHigh(1.1)).toBe(true);
  await keys('ctrl+minus');
  await expect.poll(width).toBe(360);
  await expect.poll(() => isAsHigh(1)).toBe(true);
  // The wheel, turned away from the person.
  await person.run('xdotool', ['mousemove', '1092', '150', 'keydown', 'ctrl', 'click', '4', 'keyup', 'ctrl']);
  await expect.poll(width).toBe(396);
  await keys('ctrl+0');
  await expect.poll(width).toBe(360);
  for (let i = 0; i < 6; i++) await keys('ctrl+equal');
  await expect.poll(width).toBe(720);
  await expect.poll(() => isAsHigh(2)).toBe(true);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(360);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await app.quit();
  const again = await RunningApp.start(person);
  try {
    await desktop.icon();
    const next = await openPopover(desktop, again);
    await expect.poll(() => next.evaluate(() => innerWidth)).toBe(360);
    expect(await bounds(again)).toMatchObject([{ width: 720 }]);
    await person.run('xdotool', front);
    await keys('ctrl+0');
    await expect.poll(() => bounds(again)).toMatchObject([{ width: 360, height }]);
  } finally {
    await again.quit();
  }
});

test('at twice the size it is within the display, and what one comes for is in sight', async ({ person, desktop }) => {
  const app = await RunningApp.start(person, { args: ['--force-device-scale-factor=2'] });
  try {
    await desktop.icon();
    await desktop.click();
    const page = await app.page();
    await expect(page.getByText('Welcome to Daypass')).toBeVisible();
    await expect(codeField(page)).toBeInViewport({ ratio: 1 });
    // 640 × 400 of its own points.
    const height = await heightOf(page);
    await expect
      .poll(() => clicked(desktop, app, page, [1260, 20]))
      .toEqual([{ x: 272, y: Math.min(34, 392 - height), width: 360, height }]);
  } finally {
    await app.quit();
  }
});
