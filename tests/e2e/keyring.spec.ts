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
/** Less than Daypass would wait for a keyring. */
const NO_DELAY_MS = 1_800;

const test = base.extend<{ bus: 'usual' | 'bare'; keyring: PrivateKeyring }>({
  bus: ['usual', { option: true }],
  keyring: async ({ bus }, use) => {
    const keyring = new PrivateKeyring();
    await keyring.startBus(bus);
    const before = { ...process.env };
    // The environments of the person, of the desktop and of the app are made of this one.
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

/** Starts the app; `took` is how many milliseconds its icon took. */
async function start(person: Person, desktop: Desktop): Promise<{ app: RunningApp; took: number }> {
  const began = performance.now();
  const app = await RunningApp.start(person);
  await expect.poll(() => desktop.tooltip().catch(() => ''), { intervals: [50] }).toMatch(/./);
  return { app, took: performance.now() - began };
}

const keptSessions = (person: Person): readonly string[] => {
  const folder = join(person.home, '.daypass/sessions');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sealed')) : [];
};

/** Signs in, and quits when the session has been kept; how long the start took is for comparison. */
async function keepSession(person: Person, desktop: Desktop, keyring: PrivateKeyring): Promise<number> {
  await keyring.startKeyring(PASSWORD);
  const { app, took } = await start(person, desktop);
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  await signIn(page, person);
  await expect.poll(() => keptSessions(person)).toHaveLength(1);
  await app.quit();
  await keyring.stopKeyring();
  return took;
}

async function expectNotKept(page: Page, why: RegExp): Promise<void> {
  await expect(page.getByText('This session ends when Daypass is quit.')).toBeVisible();
  await page.getByRole('button', { name: 'Why?' }).click();
  await expect(page.getByText(why)).toBeVisible();
}

test('stale passwords in the keyring: the clone fails, Daypass is set up, it works, and nothing of ours stays', async ({
  keyring,
  person,
  desktop,
}) => {
  await keyring.startKeyring(PASSWORD);
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

  const { app } = await start(person, desktop);
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  await signIn(page, person);
  await setUpGit(page);
  expect(await person.git(['clone', person.repositoryUrl('hello')])).toMatchObject({ status: 0 });
  expect(await person.commitAndPush(join(person.home, 'hello'), 'one.txt')).toMatchObject({ status: 0 });
  expect(users()).toEqual([...stale, own]);

  await page.getByRole('button', { name: 'Clear keychain entries' }).click();
  await page.getByRole('button', { name: 'Delete 2' }).click();
  await expect(page.getByText('Removed 2.')).toBeVisible();
  await expect(page.getByText('your static git credential, kept')).toBeVisible();
  expect(users()).toEqual([own]);
  await app.quit();
});

test('a locked keyring delays nothing; opened later, it gives back the session of the run before', async ({
  keyring,
  person,
  desktop,
}) => {
  const usually = await keepSession(person, desktop, keyring);
  await keyring.startKeyring(null);
  const { app, took } = await start(person, desktop);
  expect(took).toBeLessThan(usually + NO_DELAY_MS);
  const page = await openPopover(desktop, app);
  await expect(codeField(page)).toBeVisible();
  await page.getByRole('link', { name: 'Doctor' }).click();
  await expect(page.getByText(LOCKED)).toBeVisible();
  await page.getByRole('link', { name: 'Session' }).click();

  await unlockKeyring(keyring.address, PASSWORD);
  await expect(page.getByText('Expires in')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('This session ends when Daypass is quit.')).toBeHidden();
  expect(person.readCredentials()).toContain('[work-mfa]');
  await app.quit();
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
  await expectNotKept(page, LOCKED);
  expect(keptSessions(person)).toEqual([]);
  await app.quit();
});

test.describe('on a bus that starts no keyring', () => {
  test.use({ bus: 'bare' });

  test('sign-in works, and it is said where the session lives', async ({ person, desktop }) => {
    const { app } = await start(person, desktop);
    const page = await openPopover(desktop, app);
    await setUpProfile(page);
    await signIn(page, person);
    await expectNotKept(page, NONE);
    expect(keptSessions(person)).toEqual([]);
    await app.quit();
  });

  test('one that never answers delays neither the start nor a sign-in', async ({ keyring, person, desktop }) => {
    const usually = await keepSession(person, desktop, keyring);
    const bus = sessionBus({ busAddress: keyring.address });
    const asked: (string | undefined)[] = [];
    bus.addMethodHandler((call: Message) => {
      asked.push(call.member);
      // Handled, so that nobody else answers either.
      return true;
    });
    await bus.requestName('org.freedesktop.secrets', 0);
    const { app, took } = await start(person, desktop);
    expect(took).toBeLessThan(usually + NO_DELAY_MS);
    const page = await openPopover(desktop, app);
    await signIn(page, person);
    await expectNotKept(page, LOCKED);
    expect(asked).not.toEqual([]);
    await app.quit();
    bus.disconnect();
  });
});
