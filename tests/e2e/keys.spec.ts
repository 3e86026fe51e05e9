// The long-term key moves from the credentials file into the keychain and back, and is never lost on the way.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Desktop } from '../desktop/desktop.ts';
import { chooseMore, goTo, openProfile } from '../world/go-to.ts';
import type { Person } from '../world/person.ts';
import { RunningApp } from '../world/running-app.ts';
import { codeField, expect, openPopover, setUpProfile, signIn, test } from './fixture.ts';
import { test as withKeyring } from './keyring-fixture.ts';

const CREDENTIALS =
  '# My AWS keys\n[other]\nregion=eu-north-1 # mine\n[work]\naws_access_key_id={key}\n; the secret\naws_secret_access_key\t=\t{secret}\noutput = json\n';
test.use({ options: { credentials: CREDENTIALS } });

const PASSWORD = 'keyring';
const KEEP = 'Move this key to the keychain';

async function openKey(page: Page): Promise<void> {
  await openProfile(page);
  await page.getByRole('button', { name: 'Access key' }).click();
}

/** In the first run of all, in which nothing has been opened that an earlier one has sealed. */
const leaving = (page: Page) => page.getByText('The key of work is in the keychain and still in the file.');
const inKeychain = (page: Page) => page.getByText('The key of work is in the keychain, and not in the file.');

/** The second run, in which the key that was moved in the first is in the keychain alone. */
async function keptInFirstRun(person: Person, desktop: Desktop): Promise<{ app: RunningApp; page: Page }> {
  const first = await RunningApp.start(person);
  await desktop.icon();
  const page = await openPopover(desktop, first);
  await setUpProfile(page);
  await openKey(page);
  await page.getByRole('button', { name: KEEP }).click();
  await expect(leaving(page)).toBeVisible();
  await first.quit();
  const app = await RunningApp.start(person);
  await expect.poll(() => person.readCredentials()).not.toContain(person.aws.user.secretAccessKey);
  const again = await openPopover(desktop, app);
  await openKey(again);
  await expect(inKeychain(again)).toBeVisible();
  return { app, page: again };
}

test('kept in the keychain: it is nowhere in plain text, still signs in, also after a restart, and can be put back', async ({
  person,
  desktop,
}) => {
  const before = person.readCredentials();
  const { accessKeyId, secretAccessKey } = person.aws.user;
  const first = await RunningApp.start(person);
  await desktop.icon();
  const page = await openPopover(desktop, first);
  await setUpProfile(page);
  await openKey(page);
  await expect(page.getByText('is in the credentials file in plain text')).toBeVisible();
  await page.getByText('Learn more').first().click();
  await expect(page.getByText('Other programs that use work itself no longer find a key there')).toBeVisible();
  await page.getByRole('button', { name: KEEP }).click();
  await expect(leaving(page)).toBeVisible();
  expect(person.readCredentials()).toBe(before);
  await first.quit();

  const after = before.replace(/aws_access_key_id.*\n/, '').replace(/aws_secret_access_key.*\n/, '');
  const second = await RunningApp.start(person);
  try {
    await expect.poll(() => person.readCredentials()).toBe(after);
    expect((await person.run('grep', ['-rlaF', secretAccessKey, person.home])).stdout).toBe('');
    const direct = await person.awsCli(['--profile', 'work', 'sts', 'get-caller-identity']);
    expect(direct.status).not.toBe(0);
    const again = await openPopover(desktop, second);
    await openKey(again);
    await expect(inKeychain(again)).toBeVisible();
    await goTo(again, 'session');
    await signIn(again, person);
    expect(person.readCredentials().startsWith(after)).toBe(true);
    const caller = await person.awsCli(['--profile', 'work-mfa', 'sts', 'get-caller-identity', '--output', 'text']);
    expect(caller.stdout).toContain(person.aws.user.accountId);
    await goTo(again, 'settings');
    await again.getByRole('button', { name: 'Add a profile' }).click();
    await expect(again.getByRole('radio', { name: /^work/ })).toBeEnabled();
    await again.keyboard.press('Escape');

    await openKey(again);
    await again.getByRole('button', { name: 'Move it back to the file' }).click();
    await expect(again.getByRole('button', { name: KEEP })).toBeVisible();
    await goTo(again, 'session');
    await chooseMore(again, 'Sign out');
    await expect(codeField(again)).toBeVisible();
    await expect
      .poll(() => person.readCredentials())
      .toBe(
        after.replace(
          '[work]\n; the secret\n',
          `[work]\n; the secret\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`,
        ),
      );
    expect(readdirSync(join(person.home, '.daypass/secrets'))).toEqual(['proof.sealed']);
  } finally {
    await second.quit();
  }
});

test('a key that does not work stays where it is', async ({ person, desktop, app }) => {
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  const wrong = person.readCredentials().replace(/(aws_secret_access_key\t=\t).*/, '$1wrong');
  writeFileSync(person.credentialsFile, wrong);
  await openKey(page);
  await page.getByRole('button', { name: KEEP }).click();
  await expect(page.getByText('The secret access key doesn’t match the access key.')).toBeVisible();
  expect(person.readCredentials()).toBe(wrong);
});

test('a key that another program puts into the file again is used, and can replace the kept one', async ({
  person,
  desktop,
}) => {
  const before = person.readCredentials();
  const { app, page } = await keptInFirstRun(person, desktop);
  const theirs = before.replace(/(aws_secret_access_key\t=\t).*/, '$1another');
  writeFileSync(person.credentialsFile, theirs);
  await page.getByRole('button', { name: 'Move it back to the file' }).click();
  await expect(page.getByText('The file has a key of work again, and that one is used.')).toBeVisible();
  expect(person.readCredentials()).toBe(theirs);
  await page.getByRole('button', { name: KEEP }).click();
  await expect(page.getByText('The secret access key doesn’t match the access key.')).toBeVisible();
  expect(person.readCredentials()).toBe(theirs);

  writeFileSync(person.credentialsFile, before);
  await page.getByRole('button', { name: KEEP }).click();
  await expect(inKeychain(page)).toBeVisible();
  expect(person.readCredentials()).not.toContain(person.aws.user.secretAccessKey);
  await app.quit();
});

withKeyring.describe('on a bus that starts no keyring', () => {
  withKeyring.use({ bus: 'bare' });

  withKeyring('no keyring: refused and said, and the file is as it was', async ({ person, desktop }) => {
    const before = person.readCredentials();
    const app = await RunningApp.start(person);
    await desktop.icon();
    try {
      const page = await openPopover(desktop, app);
      await setUpProfile(page);
      await openKey(page);
      await page.getByRole('button', { name: KEEP }).click();
      await expect(page.getByText('This system has no keyring that encrypts')).toBeVisible();
      expect(person.readCredentials()).toBe(before);
    } finally {
      await app.quit();
    }
  });
});

withKeyring(
  'a locked keyring: the kept key is said to be locked in, not missing, and serves when it is open',
  async ({ keyring, person, desktop }) => {
    await keyring.start(PASSWORD);
    await (await keptInFirstRun(person, desktop)).app.quit();
    await keyring.end();

    await keyring.start(null);
    const second = await RunningApp.start(person);
    try {
      await expect.poll(() => desktop.tooltip().catch(() => '')).toMatch(/./);
      const locked = await openPopover(desktop, second);
      await codeField(locked).pressSequentially(await person.aws.freshCode());
      await expect(locked.getByText('The keychain that holds this key can’t be opened.')).toBeVisible();
      expect(person.aws.requests.some(({ action }) => action === 'GetSessionToken')).toBe(false);
      await keyring.unlock(PASSWORD);
      await signIn(locked, person);
      const settings = readFileSync(join(person.home, '.daypass/settings.json'), 'utf8');
      expect(settings).not.toContain(person.aws.user.accessKeyId);
    } finally {
      await second.quit();
    }
  },
);
