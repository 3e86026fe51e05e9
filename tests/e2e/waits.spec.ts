// What a person gets of gits that wait, counted: popovers that open by themselves and close by themselves, notifications,
// and keys that stay where they are typed. The real git, its real submodules, and the gits that nobody sits at.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Desktop } from '../desktop/desktop.ts';
import type { Person } from '../world/person.ts';
import { RunningApp } from '../world/running-app.ts';
import { endDaypass, runningOf } from '../world/running-of.ts';
import { test as base, codeField, expect, typeCode } from './fixture.ts';

const isVisible = (app: RunningApp) =>
  app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some((w) => w.isVisible() && !w.isMinimized()),
  );
const NOBODY = { VSCODE_GIT_FETCH_SILENT: 'true' };
const lsRemote = (person: Person, name: string, env: Record<string, string> = {}) =>
  person.run('git', ['ls-remote', person.repositoryUrl(name)], { env });
const waiting = async (person: Person): Promise<readonly string[]> =>
  JSON.parse((await person.daypass(['status', '--json'])).stdout).waiting.map(
    (git: { repository: string }) => git.repository,
  );

/** A profile, and git set up, in the background of that desktop. */
async function ready(person: Person): Promise<RunningApp> {
  const app = await RunningApp.start(person, { args: ['--background'] });
  await expect.poll(async () => (await person.daypass(['version'])).status).toBe(0);
  expect(await person.daypass(['add', 'work', '--serial', person.aws.user.serial])).toMatchObject({ status: 0 });
  expect(await person.daypass(['git', 'setup', '--yes'])).toMatchObject({ status: 0 });
  return app;
}

const test = base.extend<{ quiet: RunningApp }>({
  quiet: async ({ person, desktop }, use) => {
    const app = await ready(person);
    await desktop.icon();
    await use(app);
    await app.quit();
    endDaypass(person);
  },
});

/** Somebody's push that waits, until they press Ctrl-C: the terminal then ends git and all that it has started. */
function push(person: Person, name = 'hello') {
  const url = person.repositoryUrl(name);
  const git = spawn('git', ['ls-remote', url], { env: person.env, cwd: person.home, stdio: 'ignore', detached: true });
  return { interrupt: () => process.kill(-(git.pid as number), 'SIGINT') };
}

test('a popover that opened by itself closes when git was killed, and when it was answered', async ({
  person,
  desktop,
  quiet,
}) => {
  const git = push(person);
  await expect.poll(() => isVisible(quiet)).toBe(true);
  const { id } = await desktop.notification(/^git is waiting$/);
  git.interrupt();
  await expect.poll(() => isVisible(quiet)).toBe(false);
  await expect.poll(() => desktop.closed).toEqual([id]);

  const again = lsRemote(person, 'hello');
  await expect.poll(() => isVisible(quiet)).toBe(true);
  await person.daypass(['sign-in', '--code', '-'], `${await person.aws.freshCode()}\n`);
  expect(await again).toMatchObject({ status: 0 });
  await expect.poll(() => isVisible(quiet)).toBe(false);
});

test('a popover that opened by itself, and in which the code was typed, closes when the push has gone on', async ({
  person,
  quiet,
}) => {
  const git = lsRemote(person, 'hello');
  const page = await quiet.page();
  await expect.poll(() => isVisible(quiet)).toBe(true);
  await codeField(page).click();
  await typeCode(page, await person.aws.freshCode());
  expect(await git).toMatchObject({ status: 0 });
  await expect.poll(() => isVisible(quiet)).toBe(false);
});

test('one that a person has opened stays when the push has gone on', async ({ person, desktop, quiet }) => {
  const git = lsRemote(person, 'hello');
  const page = await quiet.page();
  await expect.poll(() => isVisible(quiet)).toBe(true);
  await desktop.click();
  await typeCode(page, await person.aws.freshCode());
  expect(await git).toMatchObject({ status: 0 });
  await page.waitForTimeout(4_000);
  expect(await isVisible(quiet)).toBe(true);
});

test('one that a person has used stays', async ({ person, quiet }) => {
  const git = push(person);
  const page = await quiet.page();
  await expect(page.getByText('hello: git is waiting for you to sign in')).toBeVisible();
  await codeField(page).click();
  await codeField(page).pressSequentially('12');
  git.interrupt();
  await expect(page.getByText('hello: git is waiting for you to sign in')).toBeHidden();
  expect(await isVisible(quiet)).toBe(true);
  await expect(codeField(page)).toHaveValue(/^1\D*2/);
});

test('a submodule update of eight repositories is stopped once, and a second try by hand gets the popover', async ({
  person,
  desktop,
  quiet,
}) => {
  const names = Array.from({ length: 8 }, (_, i) => `sub${i}`);
  for (const name of names) await person.aws.addRepository(name);
  const modules = names.map(
    (name) => `[submodule "${name}"]\n\tpath = ${name}\n\turl = ${person.repositoryUrl(name)}\n`,
  );
  await person.git(['init', 'super']);
  const cwd = join(person.home, 'super');
  writeFileSync(join(cwd, '.gitmodules'), modules.join(''));
  for (const name of names) {
    await person.git(['update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},${name}`], cwd);
  }
  await person.git(['submodule', 'init'], cwd);
  const update = person.git(['submodule', 'update'], cwd);
  const page = await quiet.page();
  await page.getByRole('button', { name: 'Stop waiting' }).click();
  const { status, stderr } = await update;
  expect(status).not.toBe(0);
  // Each is tried twice, and each time the reason is told.
  expect(stderr.match(/The wait for sub\d was stopped in Daypass/g)?.length).toBeGreaterThanOrEqual(9);
  expect(desktop.notifications.map(({ title }) => title)).toEqual(['git is waiting']);
  expect(await waiting(person)).toEqual([]);

  await page.waitForTimeout(2_000);
  const git = push(person, 'sub0');
  await expect(page.getByText('sub0: git is waiting for you to sign in')).toBeVisible();
  git.interrupt();
});

test('eight at once: one notification, one card, the code in sight, one stop', async ({ person, desktop, quiet }) => {
  const names = Array.from({ length: 8 }, (_, i) => `r${i}`);
  const gits = names.map((name) => lsRemote(person, name));
  const page = await quiet.page();
  await expect(page.getByText('8 repositories: git is waiting for you to sign in')).toBeVisible();
  await expect(codeField(page)).toBeInViewport();
  expect(desktop.notifications).toHaveLength(1);
  await page.getByRole('button', { name: 'Stop waiting' }).click();
  for (const { status } of await Promise.all(gits)) expect(status).not.toBe(0);
});

test('gits that nobody sits at: no popover, one quiet notification, an end by themselves; a person’s push at once', async ({
  person,
  desktop,
  quiet,
}) => {
  for (const env of [NOBODY, { GCM_INTERACTIVE: '0' }, NOBODY]) {
    const { status, stderr } = await lsRemote(person, 'hello', env);
    expect([status, stderr]).toEqual([128, expect.stringContaining('You aren’t signed in for hello')]);
  }
  const maintenance = ['-c', 'credential.interactive=false', '-c', 'core.askPass=true', 'ls-remote'];
  expect(await person.git([...maintenance, person.repositoryUrl('hello')])).toMatchObject({ status: 128 });
  expect(quiet.electron.windows()).toEqual([]);
  expect(desktop.notifications.map(({ title }) => title)).toEqual(['Signed out']);

  const git = push(person);
  await expect.poll(() => isVisible(quiet)).toBe(true);
  git.interrupt();
});

test('one that nobody sits at does not start Daypass', async ({ person, quiet }) => {
  process.kill(quiet.pid, 'SIGKILL');
  await expect.poll(() => runningOf(person)).toBeNull();
  expect(await lsRemote(person, 'hello', NOBODY)).toMatchObject({ status: 128 });
  expect(runningOf(person)).toBeNull();
});

test('without a tray, a window that a waiting git brings back takes no keys', async ({ person }) => {
  const desktop = await Desktop.start({ withTray: false });
  const manager = spawn('openbox', { env: person.env, stdio: 'ignore' });
  const app = await ready(person);
  try {
    await person.daypass(['open']);
    await expect.poll(() => isVisible(app)).toBe(true);
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    await expect.poll(() => isVisible(app)).toBe(false);
    const focusing = person.run('xdotool', [
      'search',
      '--sync',
      '--onlyvisible',
      '--name',
      '^somewhere else$',
      'windowfocus',
    ]);
    const other = await app.electron.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ title: 'somewhere else', width: 200, height: 200 });
      await window.loadURL('about:blank#somewhere');
      window.setTitle('somewhere else');
      return window.id;
    });
    await focusing;
    const focused = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.id ?? null);
    const isSeen = () =>
      app.electron.evaluate(
        ({ BrowserWindow }, id) =>
          BrowserWindow.getAllWindows().some((w) => w.id !== id && w.isVisible() && !w.isMinimized()),
        other,
      );
    await expect.poll(focused).toBe(other);
    const git = push(person);
    await expect.poll(isSeen).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await focused()).toBe(other);
    git.interrupt();
    await expect.poll(isSeen).toBe(false);
  } finally {
    await app.quit();
    manager.kill();
    desktop.stop();
    endDaypass(person);
  }
});
