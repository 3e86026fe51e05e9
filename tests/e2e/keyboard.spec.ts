// What opens by itself takes no key: where the window manager gives it the keyboard all the same, what is typed does not
// count before a person has clicked in it; and where every new window gets the keyboard, nothing opens.
import { spawn } from 'node:child_process';
import type { Person } from '../world/person.ts';
import { RunningApp } from '../world/running-app.ts';
import { test as base, codeField, expect } from './fixture.ts';

const isVisible = (app: RunningApp) =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()));
const isFocused = (app: RunningApp) =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow() !== null);
const xdotool = (person: Person, ...args: string[]) => person.run('xdotool', args);

const test = base.extend<{ ready: RunningApp; environment: Record<string, string> }>({
  environment: [{}, { option: true }],
  ready: async ({ person, desktop, environment }, use) => {
    const manager = spawn('openbox', { env: person.env, stdio: 'ignore' });
    const app = await RunningApp.start(person, { args: ['--background'], env: environment });
    await desktop.icon();
    await expect.poll(async () => (await person.daypass(['version'])).status).toBe(0);
    expect(await person.daypass(['add', 'work', '--serial', person.aws.user.serial])).toMatchObject({ status: 0 });
    expect(await person.daypass(['git', 'setup', '--yes'])).toMatchObject({ status: 0 });
    await use(app);
    await app.quit();
    manager.kill();
  },
});

test('digits that are typed into a popover that opened by itself count only after a click in it', async ({
  person,
  ready,
}) => {
  const git = person.run('git', ['ls-remote', person.repositoryUrl('hello')]);
  const page = await ready.page();
  await expect(page.getByText('hello: git is waiting for you to sign in')).toBeVisible();
  await expect(page.getByText('Click here before you type')).toBeVisible();
  // As a window manager does that gives each new window the keyboard.
  await xdotool(person, 'search', '--sync', '--onlyvisible', '--name', '^Daypass$', 'windowfocus', '--sync');
  await expect.poll(() => isFocused(ready)).toBe(true);
  await xdotool(person, 'type', '--delay', '20', '000000');
  await xdotool(person, 'key', 'Escape');
  await page.waitForTimeout(300);
  await expect(codeField(page)).toHaveValue('');
  expect(await isVisible(ready)).toBe(true);

  await codeField(page).click();
  await expect(page.getByText('Six digits from your authenticator')).toBeVisible();
  await xdotool(person, 'type', '--delay', '20', await person.aws.freshCode());
  expect(await git).toMatchObject({ status: 0 });
});

test('with the keyboard alone, Ctrl+Enter makes them count', async ({ person, ready }) => {
  const git = person.run('git', ['ls-remote', person.repositoryUrl('hello')]);
  const page = await ready.page();
  await expect(page.getByText('Click here before you type')).toBeVisible();
  await xdotool(person, 'search', '--sync', '--onlyvisible', '--name', '^Daypass$', 'windowfocus', '--sync');
  await expect.poll(() => isFocused(ready)).toBe(true);
  await xdotool(person, 'key', 'ctrl+Return');
  await expect(page.getByText('Six digits from your authenticator')).toBeVisible();
  await xdotool(person, 'type', '--delay', '20', await person.aws.freshCode());
  expect(await git).toMatchObject({ status: 0 });
});

test.describe('in a Wayland session', () => {
  // The X server of the test stands for XWayland.
  test.use({ environment: { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' } });

  test('a git that waits only notifies, and the click on the notification opens the popover', async ({
    person,
    desktop,
    ready,
  }) => {
    const git = person.run('git', ['ls-remote', person.repositoryUrl('hello')]);
    const notification = await desktop.notification(/^git is waiting$/);
    expect(ready.electron.windows()).toEqual([]);
    desktop.clickNotification(notification);
    const page = await ready.page();
    await expect(page.getByText('Six digits from your authenticator')).toBeVisible();
    await expect.poll(() => isVisible(ready)).toBe(true);
    await codeField(page).pressSequentially(await person.aws.freshCode());
    expect(await git).toMatchObject({ status: 0 });
  });
});
