// The desktop's keyring as people have it: full of stale passwords, locked, not there, or hanging. Each test has a session
// bus and a keyring of its own.
import { appendFileSync, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Message, sessionBus } from '@jellybrick/dbus-next';
import type { Page } from '@playwright/test';
import type { Desktop } from '../desktop/desktop.ts';
import { PrivateKeyring } from '../ports/credential-store-keyring.ts';
import type { Person } from '../world/person.ts';
import { RunningApp } from '../world/running-app.ts';
import { unlockKeyring } from '../world/unlock-keyring.ts';
import { test as base, codeField, expect, openPopover, setUpGit, setUpProfile, signIn } from './fixture.ts';

const PASSWORD = 'keyring';
const LOCKED = /^The keyring is locked, .*sessions live in memory only\.$/;
const NONE = /^This system has no keyring that encrypts, .*sessions live in memory only\.$/;
const SECRETS = 'org.freedesktop.secrets';

const test = base.extend<{ bus: 'usual' | 'bare'; keyring: PrivateKeyring }>({
  bus: ['usual', { option: true }],
  keyring: async ({ bus }, use) => {
    const keyring = new PrivateKeyring();
    await keyring.startBus(bus);
    const before = { ...process.env };
    // Of the person, of the desktop and of the app, whose environments are made of this one.
    for (const name of ['DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR']) process.env[name] = keyring.env[name];
    await use(keyring);
    process.env = before;
    await keyring.stop();
  },
  person: async ({ keyring, person }, use) => {
    expect(person.env.DBUS_SESSION_BUS_ADDRESS).toBe(keyring.address);
    await use(person);
  },
});

/** Starts the app, measures how long its icon takes, and opens the popover. */
async function start(person: Person, desktop: Desktop) {
  const began = performance.now();
  const app = await RunningApp.start(person);
  await expect.poll(() => desktop.tooltip().catch(() => ''), { intervals: [50] }).toMatch(/./);
  return { app, took: performance.now() - began };
}

const keptSessions = (person: Person): readonly string[] => {
  const folder = join(person.home, '.daypass/sessions');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sealed')) : [];
};

async function sayWhy(page: Page): Promise<void> {
  await expect(page.getByText('This session ends when Daypass is quit.')).toBeVisible();
  await page.getByRole('button', { name: 'Why?' }).click();
}

test('a stale password in the keyring: the clone fails, Daypass is set up, it works, and nothing of ours stays there', async ({
  keyring,
  person,
  desktop,
}) => {
  const { host, region } = person.aws.codecommit;
  await keyring.startKeyring(PASSWORD);
  const stale = `ASIAIOSFODNN7EXAMPLE%${'t'.repeat(300)}`;
  const own = 'ada-at-123456789012';
  await keyring.plantLibsecret({ host, user: stale });
  await keyring.plantLibsecret({ host: `git-codecommit.us-east-1.amazonaws.com`, user: own });
  // Its program lies where the keyring's folder is.
  person.env.PATH = `${keyring.folder}${delimiter}${person.env.PATH}`;
  appendFileSync(join(person.home, '.gitconfig'), '[credential]\n\thelper = libsecret\n');
  const users = () => keyring.users('protocol', 'https');
  expect(region).toBe('eu-west-1');

  const before = await person.git(['clone', person.repositoryUrl('hello')]);
  expect(before.stderr).toContain('The requested URL returned error: 403');

  const { app } = await start(person, desktop);
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  await signIn(page, person);
  await setUpGit(page);
  expect(await person.git(['clone', person.repositoryUrl('hello')])).toMatchObject({ status: 0 });
  expect(await person.commitAndPush(join(person.home, 'hello'), 'one.txt')).toMatchObject({ status: 0 });
  expect([...users()].sort()).toEqual([stale, own]);

  await page.getByRole('button', { name: 'Clear keychain entries' }).click();
  await page.getByRole('button', { name: 'Delete 1' }).click();
  await expect(page.getByText('Removed 1.')).toBeVisible();
  await expect(page.getByText('your static git credential, kept')).toBeVisible();
  expect(users()).toEqual([own]);
  await app.quit();
});

test('a locked keyring delays nothing; opened later, it gives back the session of the run before', async ({
  keyring,
  person,
  desktop,
}) => {
  await keyring.startKeyring(PASSWORD);
  const first = await start(person, desktop);
  const page = await openPopover(desktop, first.app);
  await setUpProfile(page);
  await signIn(page, person);
  await expect.poll(() => keptSessions(person)).toHaveLength(1);
  await first.app.quit();
  await keyring.stopKeyring();
  await keyring.startKeyring(null);

  const second = await start(person, desktop);
  expect(second.took).toBeLessThan(first.took + KEYRING_LIMIT_MS);
  const again = await openPopover(desktop, second.app);
  await expect(codeField(again)).toBeVisible();
  await again.getByRole('link', { name: 'Doctor' }).click();
  await expect(again.getByText(LOCKED)).toBeVisible();
  await again.getByRole('link', { name: 'Session' }).click();
  await unlockKeyring(keyring.address, PASSWORD);
  await expect(again.getByText('Expires in')).toBeVisible({ timeout: 20_000 });
  await expect(again.getByText('This session ends when Daypass is quit.')).toBeHidden();
  await second.app.quit();
});

test('a locked keyring: sign-in works, and it is said where the session lives', async ({
  keyring,
  person,
  desktop,
}) => {
  await keyring.startKeyring(PASSWORD);
  await keyring.lock();
  const { app } = await start(person, desktop);
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  await signIn(page, person);
  await sayWhy(page);
  await expect(page.getByText(LOCKED)).toBeVisible();
  expect(keptSessions(person)).toEqual([]);
  await app.quit();
});

test.describe('without a keyring', () => {
  test.use({ bus: 'bare' });

  test('sign-in works, and it is said where the session lives', async ({ person, desktop }) => {
    const { app } = await start(person, desktop);
    const page = await openPopover(desktop, app);
    await setUpProfile(page);
    await signIn(page, person);
    await sayWhy(page);
    await expect(page.getByText(NONE)).toBeVisible();
    expect(keptSessions(person)).toEqual([]);
    await app.quit();
  });

  test('one that never answers delays neither the start nor a sign-in', async ({ keyring, person, desktop }) => {
    const bus = sessionBus({ busAddress: keyring.address });
    await bus.requestName(SECRETS, 0);
    const asked: string[] = [];
    bus.addMethodHandler((call: Message) => {
      asked.push(`${call.interface}.${call.member}`);
      // Said to be handled, and never answered.
      return true;
    });
    const { app, took } = await start(person, desktop);
    expect(took).toBeLessThan(25_000);
    const page = await openPopover(desktop, app);
    await setUpProfile(page);
    await signIn(page, person);
    await sayWhy(page);
    await expect(page.getByText(LOCKED)).toBeVisible();
    expect(asked).not.toEqual([]);
    await app.quit();
    bus.disconnect();
  });
});
