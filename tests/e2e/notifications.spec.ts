// Notifications as a desktop gets them, and a desktop that hangs: the way to the code does not lead through it.
import { Desktop } from '../desktop/desktop.ts';
import { chooseMore } from '../world/go-to.ts';
import { RunningApp } from '../world/running-app.ts';
import { expect, openPopover, setUpGit, setUpProfile, signIn, test } from './fixture.ts';

test('a server that owns the name and never answers holds up no command, no popover, no git', async ({ person }) => {
  const desktop = await Desktop.start({ notifications: 'silent' });
  const app = await RunningApp.start(person);
  try {
    await desktop.icon();
    const page = await openPopover(desktop, app);
    await setUpProfile(page);
    await setUpGit(page);
    const clone = person.git(['clone', person.repositoryUrl('hello')]);
    // From here on it has been asked, and at the end it has still not answered.
    await expect.poll(() => desktop.unanswered.length).toBeGreaterThan(0);
    expect(await person.daypass(['version'])).toMatchObject({ status: 0 });
    await expect(page.getByText('hello: git is waiting for you to sign in')).toBeVisible();
    await signIn(page, person);
    expect(await clone).toMatchObject({ status: 0 });
    expect(desktop.unanswered.length).toBeGreaterThan(0);
    await expect(page.getByText('The system doesn’t show notifications.')).toBeVisible();

    // It has come to life by the next notice.
    desktop.answerAll();
    await chooseMore(page, 'Sign out');
    const again = person.git(['ls-remote', person.repositoryUrl('hello')]);
    await desktop.notification(/git is waiting/);
    await signIn(page, person);
    expect(await again).toMatchObject({ status: 0 });
  } finally {
    await app.quit();
    desktop.stop();
  }
});

test('a click on the notification opens the popover on its profile', async ({ person, desktop, app }) => {
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  await setUpGit(page);
  const clone = person.git(['clone', person.repositoryUrl('hello')]);
  const shown = await desktop.notification(/git is waiting/);
  expect(shown).toMatchObject({ app: 'Daypass', entry: 'daypass', actions: ['default', ''] });
  const visible = () =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()));
  await expect.poll(visible).toBe(true);
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await expect.poll(visible).toBe(false);
  desktop.clickNotification(shown);
  await expect.poll(visible).toBe(true);
  await signIn(page, person);
  expect(await clone).toMatchObject({ status: 0 });
});
