// From nothing: no ~/.aws, no AWS CLI, only the file that AWS's console has handed out. It is dropped onto the popover, the
// key goes into the keychain, and a code signs in; no letter of it is where it should not be.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chooseMore, openProfile } from '../world/go-to.ts';
import type { Person } from '../world/person.ts';
import { RunningApp } from '../world/running-app.ts';
import { codeField, expect, openPopover, signIn } from './fixture.ts';
import { drop, onlyTheFile } from './key-file.ts';
import { test } from './keyring-fixture.ts';

const PASSWORD = 'keyring';
const KEEP = 'Save key';

const haveApp = (page: Page) => page.getByRole('button', { name: 'I type a code from an app' }).click();

async function chooseRegion(page: Page, typed: string, name: string): Promise<void> {
  const region = page.getByRole('combobox', { name: 'Region' });
  await region.click();
  await region.fill(typed);
  await page.getByRole('option', { name }).click();
}

/** All that the page could give away. */
async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot');
  await session.detach();
  return chunks.join('');
}

/** Every file of the home that holds the text, from the home on. */
const holding = async (person: Person, text: string) =>
  (await person.run('grep', ['-rlaF', text, '.'])).stdout.split('\n').filter(Boolean);

test('a dropped file, two clicks and a code: signed in, with the key in the keychain alone', async ({
  keyring,
  person,
  desktop,
}) => {
  const file = onlyTheFile(person);
  const before = readFileSync(file);
  const { secretAccessKey, accessKeyId } = person.aws.user;
  await keyring.start(PASSWORD);
  const first = await RunningApp.start(person);
  const output: string[] = [];
  for (const stream of [first.electron.process().stdout, first.electron.process().stderr]) {
    stream?.on('data', (chunk) => output.push(String(chunk)));
  }
  await desktop.icon();
  const page = await openPopover(desktop, first);
  await expect(page.getByText('Welcome to Daypass')).toBeVisible();
  await haveApp(page);
  await chooseRegion(page, 'irel', 'Europe (Ireland)');
  await drop(page, file);
  await expect(page.getByText(`belongs to ada in account ${person.aws.user.accountId}.`)).toBeVisible();
  expect(existsSync(join(person.home, '.aws'))).toBe(false);
  await page.getByRole('button', { name: KEEP }).click();
  await expect(page.getByText('The key is now in the keychain as default.')).toBeVisible();
  await expect(page.getByText(`${file} still holds the key`)).toBeVisible();
  await expect(codeField(page)).toBeEnabled();
  await signIn(page, person);

  expect(readFileSync(file)).toEqual(before);
  expect(await holding(person, secretAccessKey)).toEqual(['./Downloads/ada_accessKeys.csv']);
  const places = { html: await page.content(), heap: await heapOf(page), output: output.join('') };
  expect(places.heap.length).toBeGreaterThan(100_000);
  for (const [place, text] of Object.entries(places)) {
    expect(text.includes(secretAccessKey), `the secret in ${place}`).toBe(false);
  }
  expect(readFileSync(join(person.home, '.daypass/settings.json'), 'utf8')).not.toContain(accessKeyId);
  const caller = await person.awsCli(['--profile', 'default-mfa', 'sts', 'get-caller-identity', '--output', 'text']);
  expect(caller.stdout).toContain(person.aws.user.accountId);
  await first.quit();

  // The next start, which has opened it: the file is not needed any more.
  rmSync(file);
  const second = await RunningApp.start(person);
  try {
    await expect.poll(() => desktop.tooltip().catch(() => '')).toMatch(/./);
    const again = await openPopover(desktop, second);
    await chooseMore(again, 'Sign out');
    await expect(codeField(again)).toBeVisible();
    await signIn(again, person);
    await openProfile(again, 'default-mfa');
    await again.getByRole('button', { name: 'Remove this profile' }).click();
    await expect(again.getByText('Its key stays in the keychain')).toBeVisible();
    await again.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(again.getByText('Keys without a profile')).toBeVisible();
    await again.getByRole('button', { name: 'Move it to the file' }).click();
    await expect(again.getByText('Keys without a profile')).toBeHidden();
    expect(person.readCredentials()).toContain(secretAccessKey);
    expect(readdirSync(join(person.home, '.daypass/secrets'))).toEqual(['proof.sealed']);
    const direct = await person.awsCli(['sts', 'get-caller-identity', '--output', 'text']);
    expect(direct.stdout).toContain(person.aws.user.arn);
  } finally {
    await second.quit();
  }
});

test('pasted, into the file: the page keeps nothing, and neither does the clipboard’s field', async ({
  keyring,
  person,
  desktop,
}) => {
  rmSync(join(person.home, '.aws'), { recursive: true });
  const { secretAccessKey, accessKeyId } = person.aws.user;
  await keyring.start(PASSWORD);
  const app = await RunningApp.start(person);
  try {
    await desktop.icon();
    const page = await openPopover(desktop, app);
    await haveApp(page);
    await app.electron.evaluate(
      ({ clipboard }, text) => clipboard.writeText(text),
      `${accessKeyId}\n${secretAccessKey}\n`,
    );
    await page.getByLabel('Or paste the access key and its secret').click();
    await page.keyboard.press('ControlOrMeta+V');
    await expect(page.getByRole('button', { name: KEEP })).toBeVisible();
    await app.electron.evaluate(({ clipboard }) => clipboard.clear());
    await page.getByRole('radio', { name: /credentials file/ }).check();
    await page.getByRole('button', { name: KEEP }).click();
    await expect(page.getByText('The key is now in the credentials file as default.')).toBeVisible();
    expect((await heapOf(page)).includes(secretAccessKey)).toBe(false);
    expect(await holding(person, secretAccessKey)).toEqual(['./.aws/credentials']);
  } finally {
    await app.quit();
  }
});

test('what is no access key is said in words, and its file can be chosen as well', async ({
  keyring,
  person,
  desktop,
}) => {
  const file = onlyTheFile(person);
  await keyring.start(PASSWORD);
  const app = await RunningApp.start(person);
  try {
    await desktop.icon();
    const page = await openPopover(desktop, app);
    await haveApp(page);
    const choose = (path: string) => page.locator('input[type="file"]').setInputFiles(path);
    writeFileSync(`${file}.git.csv`, 'User Name,Password\r\nada-at-123456789012,planted=\r\n');
    await choose(`${file}.git.csv`);
    await expect(page.getByText('These are HTTPS git credentials for CodeCommit')).toBeVisible();
    writeFileSync(`${file}.wrong.csv`, readFileSync(file, 'utf8').replace(/AKIA.{16}/, 'AKIAIOSFODNN7EXAMPLE'));
    await choose(`${file}.wrong.csv`);
    await expect(page.getByText('AWS doesn’t know this access key')).toBeVisible();
    // A file that the page has made lies nowhere, and a path is not for the page to name.
    const made = await page.evaluate(() => {
      const { readKeyFile } = (window as never as { daypass: { readKeyFile(file: unknown): Promise<unknown> } })
        .daypass;
      return Promise.all(
        [new File(['x'], 'x.csv'), '/etc/passwd', { path: '/etc/passwd' }].map((file) =>
          readKeyFile(file).catch(() => 'refused'),
        ),
      );
    });
    expect(made).toEqual([expect.objectContaining({ ok: false }), 'refused', 'refused']);
    await choose(file);
    await page.getByRole('radio', { name: /credentials file/ }).check();
    await page.getByRole('button', { name: KEEP }).click();
    await page.getByRole('button', { name: 'Move to trash' }).click();
    await expect(
      page.getByText('The file was moved to the trash.').or(page.getByText('couldn’t be moved to the trash')),
    ).toBeVisible();
    // Where this desktop has no trash, nothing was changed.
    expect(existsSync(file)).toBe(await page.getByText('couldn’t be moved to the trash').isVisible());
  } finally {
    await app.quit();
  }
});
