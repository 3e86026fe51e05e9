// The desktop's keyring as people have it: full of stale passwords, locked, not there, or hanging. Each test has a session
// bus and a keyring of its own.
import { appendFileSync, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Desktop } from '../desktop/desktop.ts';
import { chooseMore, goTo } from '../world/go-to.ts';
import type { Person } from '../world/person.ts';
import type { PrivateKeyring } from '../world/private-keyring.ts';
import { RunningApp } from '../world/running-app.ts';
import { SecretServiceOfTest } from '../world/secret-service.ts';
import { codeField, expect, openPopover, setUpAndSignIn, setUpGit, signIn } from './fixture.ts';
import { test } from './keyring-fixture.ts';

const PASSWORD = 'keyring';
const LOCKED = /^The keyring is locked, .*sessions end when you quit Daypass\.$/;
const NONE = /^This system has no keyring that encrypts, .*sessions end when you quit Daypass\.$/;
/** With these it waits for ever for what it would else have given up on. */
const FOR_EVER = ['-r', join(import.meta.dirname, 'held-timers.cjs')];

/** Starts the app, and waits until its icon is there. */
async function start(person: Person, desktop: Desktop, args: readonly string[] = []): Promise<RunningApp> {
  const app = await RunningApp.start(person, { args });
  await expect.poll(() => desktop.tooltip().catch(() => '')).toMatch(/./);
  return app;
}

const keptSessions = (person: Person): readonly string[] => {
  const folder = join(person.home, '.daypass/sessions');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sealed')) : [];
};

/** Signs in, and quits when the session has been kept. */
async function keepSession(person: Person, desktop: Desktop, keyring: PrivateKeyring): Promise<void> {
  await keyring.start(PASSWORD);
  const app = await start(person, desktop);
  const page = await openPopover(desktop, app);
  await setUpAndSignIn(page, person);
  await expect.poll(() => keptSessions(person)).toHaveLength(1);
  await app.quit();
  await keyring.end();
}

async function expectNotKept(page: Page, why: RegExp): Promise<void> {
  await expect(page.getByText('This session ends when you quit Daypass.')).toBeVisible();
  await page.getByRole('button', { name: 'Why?' }).click();
  await expect(page.getByText(why)).toBeVisible();
}

test('stale passwords in the keyring: the clone fails, Daypass is set up, it works, and nothing of ours stays', async ({
  keyring,
  person,
  desktop,
}) => {
  await keyring.start(PASSWORD);
  const { host } = person.aws.codecommit;
  const stale = [`ASIAIOSFODNN7EXAMPLE%${'t'.repeat(300)}`, `ASIAIOSFODNN7EXAMPLF%${'u'.repeat(300)}`];
  const own = 'ada-at-123456789012';
  for (const user of stale) await keyring.plantLibsecret({ host, user });
  await keyring.plantLibsecret({ host: 'git-codecommit.us-east-1.amazonaws.com', user: own });
  // Its program lies in the keyring's folder.
  person.env.PATH = `${keyring.folder}${delimiter}${person.env.PATH}`;
  appendFileSync(join(person.home, '.gitconfig'), '[credential]\n\thelper = libsecret\n');
  const users = () => [...keyring.users('protocol', 'https')].sort();

  const before = await person.git(['clone', person.repositoryUrl('hello')]);
  expect(before.stderr).toContain('The requested URL returned error: 403');

  const app = await start(person, desktop);
  const page = await openPopover(desktop, app);
  await setUpAndSignIn(page, person);
  await setUpGit(page);
  expect(await person.git(['clone', person.repositoryUrl('hello')])).toMatchObject({ status: 0 });
  expect(await person.commitAndPush(join(person.home, 'hello'), 'one.txt')).toMatchObject({ status: 0 });
  expect(users()).toEqual([...stale, own]);

  await chooseMore(page, 'Clear keychain entries');
  await page.getByRole('button', { name: 'Delete 2' }).click();
  await expect(page.getByText('Passwords deleted: 2')).toBeVisible();
  await expect(page.getByText('your own git credential, kept')).toBeVisible();
  expect(users()).toEqual([own]);
  await app.quit();
});

test('a locked keyring delays nothing; opened later, it gives back the session of the run before', async ({
  keyring,
  person,
  desktop,
}) => {
  await keepSession(person, desktop, keyring);
  await keyring.start(null);
  await (await start(person, desktop, FOR_EVER)).quit();
  const app = await start(person, desktop);
  const page = await openPopover(desktop, app);
  await expect(codeField(page)).toBeVisible();
  await goTo(page, 'doctor');
  await expect(page.getByText(LOCKED)).toBeVisible();
  await goTo(page, 'session');

  await keyring.unlock(PASSWORD);
  await expect(page.getByRole('timer')).toBeVisible();
  await expect(page.getByText('This session ends when you quit Daypass.')).toBeHidden();
  expect(person.readCredentials()).toContain('[work-mfa]');
  await app.quit();
});

test('a locked keyring: sign-in works, and it is said where the session lives', async ({
  keyring,
  person,
  desktop,
}) => {
  await keyring.start(PASSWORD);
  await keyring.lock();
  const app = await start(person, desktop);
  const page = await openPopover(desktop, app);
  await setUpAndSignIn(page, person);
  await expectNotKept(page, LOCKED);
  expect(keptSessions(person)).toEqual([]);
  await app.quit();
});

test.describe('on a bus that starts no keyring', () => {
  test.use({ bus: 'bare' });

  test('sign-in works, and it is said where the session lives', async ({ person, desktop }) => {
    const app = await start(person, desktop);
    const page = await openPopover(desktop, app);
    await setUpAndSignIn(page, person);
    await expectNotKept(page, NONE);
    expect(keptSessions(person)).toEqual([]);
    await app.quit();
  });

  test('one that never answers delays neither the start nor a sign-in', async ({ keyring, person, desktop }) => {
    await keepSession(person, desktop, keyring);
    const mute = new SecretServiceOfTest(keyring.address);
    mute.hangs = 'everywhere';
    await mute.start();
    const waiting = await start(person, desktop, FOR_EVER);
    await signIn(await openPopover(desktop, waiting), person);
    expect(mute.called).not.toEqual([]);
    await waiting.quit();

    const app = await start(person, desktop);
    const page = await openPopover(desktop, app);
    await signIn(page, person);
    await expectNotKept(page, LOCKED);
    await app.quit();
    mute.stop();
  });
});
