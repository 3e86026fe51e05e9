// A tray that comes after Daypass, and one that goes: an icon while there is a place for it, a window while there is none.
import { Desktop } from '../desktop/desktop.ts';
import { RunningApp } from '../world/running-app.ts';
import { expect, openPopover, test } from './fixture.ts';

const windows = (app: RunningApp) =>
  app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => [window.isVisible(), window.isAlwaysOnTop()]),
  );
const WINDOW = [[true, false]];

test('an icon when its place has come, a window while that is away', async ({ person }) => {
  const desktop = await Desktop.start({ withTray: false });
  const app = await RunningApp.start(person, { args: ['--background'] });
  try {
    await expect.poll(async () => (await person.daypass(['version'])).status).toBe(0);
    expect(await windows(app)).toEqual([]);
    await desktop.showTray();
    await desktop.icon();
    expect(await windows(app)).toEqual([]);
    await desktop.click();
    await expect.poll(() => windows(app)).toEqual([[true, true]]);
    await desktop.hideTray();
    await expect.poll(() => windows(app)).toEqual(WINDOW);
    await desktop.showTray();
    await desktop.icon();
    await expect.poll(() => windows(app)).toEqual([[true, true]]);
  } finally {
    await app.quit();
    desktop.stop();
  }
});

test('a panel is sent a picture that it need not shrink but by half', async ({ app, desktop }) => {
  expect(app).toBeTruthy();
  await expect.poll(() => desktop.iconSizes()).toEqual([44]);
});

test('the menu opens the screen that it names, whatever stood there', async ({ app, desktop }) => {
  const page = await openPopover(desktop, app);
  for (const [entry, title] of [
    ['About Daypass', 'About Daypass'],
    ['Doctor', 'Doctor'],
    ['Settings', 'Settings'],
    ['Clear keychain entries', 'Clear keychain entries'],
  ] as const) {
    await desktop.choose(entry);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }
});

test('a window that only stood for the icon goes when that is there again', async ({ person, desktop }) => {
  const app = await RunningApp.start(person, { args: ['--background'] });
  try {
    await desktop.icon();
    expect(await windows(app)).toEqual([]);
    await desktop.hideTray();
    await expect.poll(() => windows(app)).toEqual(WINDOW);
    await desktop.showTray();
    await desktop.icon();
    await expect.poll(() => windows(app)).toEqual([]);
  } finally {
    await app.quit();
  }
});
