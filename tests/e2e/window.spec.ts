// Where there is no tray, and where people do not read English.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { DaypassApi } from '../../electron/core/surfaces/contract/contract.ts';
import { Desktop } from '../desktop/desktop.ts';
import { electronCommand, RunningApp } from '../world/running-app.ts';
import { expect, openPopover, test } from './fixture.ts';

test('a desktop without a tray: a window opens, and starting Daypass again brings it back', async ({ person }) => {
  const desktop = await Desktop.start({ withTray: false });
  const app = await RunningApp.start(person);
  try {
    await expect((await app.page()).getByText('Welcome to Daypass')).toBeVisible();
    const shown = () =>
      app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((w) => w.isVisible()));
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(shown).toBe(false);
    const [program, ...args] = electronCommand();
    const again = spawn(program, args, { env: person.env, stdio: 'ignore' });
    expect(await new Promise((resolve) => again.on('exit', resolve))).toBe(0);
    await expect.poll(shown).toBe(true);
  } finally {
    await app.quit();
    desktop.stop();
  }
});

test('a desktop without a tray: closed, the window is in the list of windows; closed there, Daypass quits', async ({
  person,
}) => {
  const desktop = await Desktop.start({ withTray: false });
  const app = await RunningApp.start(person);
  const ended = new Promise((resolve) => app.electron.process().once('exit', resolve));
  const closed = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const state = () =>
    app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => (window.isMinimized() ? 'minimised' : window.isFocused())),
    );
  try {
    await expect((await app.page()).getByText('Welcome to Daypass')).toBeVisible();
    await expect.poll(state).toEqual([true]);
    await closed();
    await expect.poll(state).toEqual(['minimised']);
    await app.electron.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) {
        window.restore();
        window.focus();
      }
    });
    await expect.poll(state).toEqual([true]);
    await closed();
    await expect.poll(state).toEqual(['minimised']);
    await closed().catch(() => {});
    expect(await ended).toBe(0);
  } finally {
    await app.quit();
    desktop.stop();
  }
});

test('in Traditional Chinese as the system says, from the first run to the menu', async ({ person, desktop }) => {
  const app = await RunningApp.start(person, {
    env: { LANGUAGE: 'zh_TW', LC_ALL: 'zh_TW.UTF-8', LANG: 'zh_TW.UTF-8' },
  });
  try {
    await desktop.click();
    const page = await app.page();
    await expect(page.getByText('歡迎使用 Daypass')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-TW');
    await page.getByText('work · 歐洲（愛爾蘭） · ada-phone').waitFor();
    await page.getByRole('textbox', { name: 'MFA 驗證碼' }).pressSequentially('000000');
    await expect(page.getByText('AWS 不接受這組驗證碼')).toBeVisible();
    await page.screenshot({ path: join(test.info().outputDir, 'zh-refused.png') });
    await page.getByRole('textbox', { name: 'MFA 驗證碼' }).pressSequentially(await person.aws.freshCode());
    await expect(page.getByRole('timer')).toBeVisible();
    await page.screenshot({ path: join(test.info().outputDir, 'zh-signed-in.png') });
    expect((await desktop.menu()).map(({ label }) => label)).toContain('清除鑰匙圈項目');
    expect(await desktop.tooltip()).toContain('已登入');
  } finally {
    await app.quit();
  }
});

test('a call is answered after the view that it has made: nobody acts on what was there before', async ({
  desktop,
  app,
}) => {
  const page = await openPopover(desktop, app);
  const [before, then] = await page.evaluate(async () => {
    const { daypass } = window as never as { daypass: DaypassApi };
    const first = await daypass.view();
    if (!first.ok) throw new Error(first.failure.code);
    let heard = first.value;
    daypass.onView((view) => {
      heard = view;
    });
    await daypass.setPreferences({ ...heard.preferences, language: 'zh-TW' });
    return [first.value.language, heard.language];
  });
  expect([before, then]).toEqual(['en', 'zh-TW']);
});
