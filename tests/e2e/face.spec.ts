// The popover as hands meet it: it is as high as its page, and the focus is never lost.
import { spawn } from 'node:child_process';
import { chooseMore, goTo } from '../world/go-to.ts';
import type { RunningApp } from '../world/running-app.ts';
import { test as base, codeField, expect, openPopover, setUpProfile, signIn } from './fixture.ts';

/** A window manager says which window has the keyboard. */
const test = base.extend<{ manager: undefined }>({
  manager: [
    async ({ person, desktop: _ }, use) => {
      const manager = spawn('openbox', { env: person.env, stdio: 'ignore' });
      await use(undefined);
      manager.kill();
    },
    { auto: true },
  ],
});

const size = (app: RunningApp) =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getContentSize());
test('the popover is as high as its page, within its bounds, and nothing on the first screen scrolls', async ({
  desktop,
  app,
  person,
}) => {
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  const needed = () =>
    page.evaluate(() => {
      const { scrollHeight, clientHeight } = document.querySelector('main') ?? document.body;
      return { hidden: scrollHeight - clientHeight, height: innerHeight };
    });
  await expect.poll(needed).toEqual({ hidden: 0, height: expect.any(Number) });
  expect(await size(app)).toEqual([360, (await needed()).height]);
  const signedOut = (await needed()).height;
  expect(signedOut).toBeLessThan(360);

  await signIn(page, person);
  await expect.poll(async () => (await needed()).height).toBeGreaterThan(signedOut);
  await expect.poll(needed).toEqual({ hidden: 0, height: expect.any(Number) });
  await goTo(page, 'settings');
  await expect.poll(async () => (await needed()).height).toBeLessThanOrEqual(520);
});

test('after each finished action the focus is on what comes next', async ({ desktop, app, person }) => {
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  await signIn(page, person);
  await expect(page.getByRole('button', { name: 'Open terminal' })).toBeFocused();
  await chooseMore(page, 'Renew');
  await expect(codeField(page)).toBeFocused();
  await chooseMore(page, 'Sign out');
  await expect(codeField(page)).toBeFocused();
  await goTo(page, 'doctor');
  await expect(page.getByRole('heading', { level: 1, name: 'Doctor' })).toBeFocused();
  await goTo(page, 'session');
  await expect(codeField(page)).toBeFocused();
});

test('a menu is seen whole, and nothing scrolls for it', async ({ desktop, app, person }) => {
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  await signIn(page, person);
  await expect(page.getByRole('button', { name: 'Open terminal' })).toBeFocused();
  const seen = () =>
    page.evaluate(() => {
      const [list, main] = [document.querySelector('[role="menu"]'), document.querySelector('main')];
      if (!list || !main) return 'no menu';
      const { top, bottom } = list.getBoundingClientRect();
      return {
        hidden: list.scrollHeight - list.clientHeight + main.scrollHeight - main.clientHeight,
        isInWindow: top >= 0 && bottom <= innerHeight,
      };
    });
  for (const name of ['work-mfa', 'More', 'Copy']) {
    await page.getByRole('button', { name: new RegExp(`^${name}`), expanded: false }).click();
    await expect.poll(seen, name).toEqual({ hidden: 0, isInWindow: true });
    await page.keyboard.press('Escape');
  }
});
