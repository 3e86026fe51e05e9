// The popover's own life: its page may crash, and is never white for good.
import type { RunningApp } from '../world/running-app.ts';
import { codeField, expect, openPopover, test } from './fixture.ts';

const crash = (app: RunningApp) =>
  app.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.forcefullyCrashRenderer();
  });
const shown = (app: RunningApp) =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));

test('a page that crashes while it is shown is there again, and works', async ({ desktop, app }) => {
  const page = await openPopover(desktop, app);
  await expect(page.getByText('Welcome to Daypass')).toBeVisible();
  const next = app.electron.waitForEvent('window');
  await crash(app);
  const again = await next;
  await expect(again.getByText('Welcome to Daypass')).toBeVisible();
  await expect(codeField(again)).toBeEnabled();
  await expect.poll(() => shown(app)).toEqual([true]);
});

test('a page that is led to about:blank, of which nobody is asked, is ours again', async ({ desktop, app }) => {
  const page = await openPopover(desktop, app);
  await expect(page.getByText('Welcome to Daypass')).toBeVisible();
  const next = app.electron.waitForEvent('window');
  await page.evaluate(() => location.assign('about:blank')).catch(() => {});
  await expect((await next).getByText('Welcome to Daypass')).toBeVisible();
});

test('nothing is downloaded, and there is no menu of Electron’s', async ({ desktop, app }) => {
  const page = await openPopover(desktop, app);
  const begun = app.electron.evaluate(
    ({ session }) =>
      new Promise<boolean>((resolve) => {
        session
          .fromPartition('page')
          .on('will-download', (event) => setImmediate(() => resolve(event.defaultPrevented)));
      }),
  );
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x';
    link.click();
  });
  expect(await begun).toBe(true);
  expect(await app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu())).toBeNull();
});

test('a page that crashes while it is hidden is a new one at the next click', async ({ desktop, app }) => {
  const page = await openPopover(desktop, app);
  await expect(page.getByText('Welcome to Daypass')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect.poll(() => shown(app)).toEqual([false]);
  await crash(app);
  await expect.poll(() => shown(app)).toEqual([]);
  const next = app.electron.waitForEvent('window');
  await desktop.click();
  await expect((await next).getByText('Welcome to Daypass')).toBeVisible();
  expect(await shown(app)).toEqual([true]);
});
