// A long-term key is rotated by the real app, with the AWS CLI working all the while; and the app is killed at each step
// of it. The stand-in for AWS holds an answer back at the step, so the app is killed in the middle of just that.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DaypassApi } from '../../electron/core/surfaces/contract/contract.ts';
import type { Faults } from '../aws/aws.ts';
import type { Desktop } from '../desktop/desktop.ts';
import { openProfile } from '../world/go-to.ts';
import type { Person } from '../world/person.ts';
import { RunningApp } from '../world/running-app.ts';
import { expect, openPopover, setUpAndSignIn, test } from './fixture.ts';

test.describe.configure({ timeout: 900_000 });

const CREDENTIALS =
  '# My AWS keys\n[other]\nregion=eu-north-1 # mine\n[work]\naws_access_key_id={key}\n; the secret\naws_secret_access_key\t=\t{secret}\noutput = json\n';
test.use({ options: { credentials: CREDENTIALS } });

interface Journal {
  readonly step: string;
  readonly newKeyId: string | null;
}

const settingsOf = (person: Person) => readFileSync(join(person.home, '.daypass/settings.json'), 'utf8');
const journalOf = (person: Person): Journal | undefined => JSON.parse(settingsOf(person)).settings.rotations?.work;
const stepOf = (person: Person) => expect.poll(() => journalOf(person)?.step, { timeout: 120_000 });
/** The values that a program reads in [work]. */
function keyInFile(person: Person): { readonly id: string; readonly secret: string } {
  const [, id = '', secret = ''] =
    /\[work\]\naws_access_key_id=(\S+)\n; the secret\naws_secret_access_key\t=\t(\S+)\n/.exec(
      person.readCredentials(),
    ) ?? [];
  return { id, secret };
}
const sealed = (person: Person) => readdirSync(join(person.home, '.daypass/secrets')).sort();

/** As an impatient program: one call after another, until it is told to stop. Says what did not go well. */
function callingAws(person: Person): { stop(): Promise<{ calls: number; failed: string[] }> } {
  let isOver = false;
  const failed: string[] = [];
  let calls = 0;
  const all = (async () => {
    while (!isOver) {
      const { status, stderr } = await person.awsCli(['--profile', 'work', 'sts', 'get-caller-identity']);
      calls++;
      if (status !== 0) failed.push(`${keyInFile(person).id} ${journalOf(person)?.step}: ${stderr}`);
    }
  })();
  return {
    async stop() {
      isOver = true;
      await all;
      return { calls, failed };
    },
  };
}

async function signedIn(person: Person, desktop: Desktop): Promise<{ app: RunningApp; page: Page }> {
  const app = await RunningApp.start(person);
  await desktop.icon();
  const page = await openPopover(desktop, app);
  await setUpAndSignIn(page, person);
  const sessions = join(person.home, '.daypass/sessions');
  await expect.poll(() => existsSync(sessions) && readdirSync(sessions).length > 0).toBe(true);
  return { app, page };
}

async function openKey(page: Page): Promise<void> {
  await openProfile(page);
  await page.getByRole('button', { name: 'Access key' }).click();
}

/** Has the command run until AWS keeps it waiting at this action, then kills the app and starts it again. */
async function killedAt(
  person: Person,
  app: RunningApp,
  word: string,
  hold: NonNullable<Faults['hold']>,
): Promise<RunningApp> {
  const { faults, requests } = person.aws;
  const before = requests.length;
  faults.hold = hold;
  const command = person.daypass(['key', word]);
  await expect
    .poll(() => requests.slice(before).some(({ action }) => action === hold.action), { timeout: 120_000 })
    .toBe(true);
  process.kill(app.pid, 'SIGKILL');
  await command;
  faults.hold = undefined;
  return RunningApp.start(person);
}

test('one click rotates, with the AWS CLI working all the while; then back, again, and to its end', async ({
  person,
  desktop,
}) => {
  const { accessKeyId, secretAccessKey } = person.aws.user;
  const before = person.readCredentials();
  person.aws.addOldWays();
  person.aws.faults.newKeyDelayMs = 3_000;
  const { app, page } = await signedIn(person, desktop);
  const output: string[] = [];
  app.electron.process().stderr?.on('data', (chunk) => output.push(String(chunk)));
  try {
    const calling = callingAws(person);
    await openKey(page);
    await expect(page.getByText('used here')).toBeVisible();
    await expect(page.getByRole('definition').filter({ hasText: /^today$/ })).toBeVisible();
    await expect(page.getByText('HTTPS git credentials: ada-at-123456789012')).toBeVisible();
    await page.screenshot({ path: 'test-results/rotation-before.png' });
    await page.getByRole('button', { name: 'Rotate this key' }).click();
    await expect(page.getByText('set the old key inactive')).toBeVisible();
    await page.screenshot({ path: 'test-results/rotation-running.png' });
    await expect(page.getByText(/^The new key AKIA… *…?/).or(page.getByText(/^The new key /))).toBeVisible({
      timeout: 120_000,
    });
    await page.screenshot({ path: 'test-results/rotation-done.png' });
    const made = keyInFile(person);
    expect(person.aws.keysOf()).toEqual({ [accessKeyId]: false, [made.id]: true });
    expect(
      person.readCredentials().startsWith(before.replace(accessKeyId, made.id).replace(secretAccessKey, made.secret)),
    ).toBe(true);

    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('button', { name: 'Rotate this key' })).toBeVisible({ timeout: 120_000 });
    expect(person.readCredentials().startsWith(before)).toBe(true);
    expect(person.aws.keysOf()).toEqual({ [accessKeyId]: true });

    expect(await person.daypass(['key', 'rotate'])).toMatchObject({ status: 0 });
    const status = await person.daypass(['key', 'status', '--json']);
    expect(JSON.parse(status.stdout).rotation).toMatchObject({ step: 'grace', running: false });
    expect(await person.daypass(['key', 'delete-old'])).toMatchObject({
      status: 0,
      stdout: 'The old key was deleted.\n',
    });
    const last = keyInFile(person);
    expect(person.aws.keysOf()).toEqual({ [last.id]: true });
    expect(sealed(person)).toEqual(['proof.sealed']);
    const { calls, failed } = await calling.stop();
    expect(failed).toEqual([]);
    expect(calls).toBeGreaterThan(5);

    // The secret of a key stands in the file that programs read, and nowhere else in plain text.
    for (const { secret } of [{ secret: secretAccessKey }, made, last]) {
      const found = (await person.run('grep', ['-rlaF', secret, person.home])).stdout
        .trim()
        .split('\n')
        .filter(Boolean);
      expect(found).toEqual(secret === last.secret ? [person.credentialsFile] : []);
      expect(output.join('')).not.toContain(secret);
      expect(await page.content()).not.toContain(secret);
    }
    expect(journalOf(person)).toBeUndefined();
    for (const { secret } of [made, last]) expect(settingsOf(person)).not.toContain(secret);
  } finally {
    await app.quit();
  }
});

test('killed at each step, it goes on from there at the next start, and no key is left over', async ({
  person,
  desktop,
}) => {
  const { aws } = person;
  let { app } = await signedIn(person, desktop);
  const works = async () => {
    const { status, stderr } = await person.awsCli(['--profile', 'work', 'sts', 'get-caller-identity']);
    expect([status, stderr]).toEqual([0, '']);
  };
  const rotated = async (old: string) => {
    await stepOf(person).toBe('grace');
    const { id } = keyInFile(person);
    expect(id).not.toBe(old);
    expect(aws.keysOf()).toEqual({ [old]: false, [id]: true });
    await works();
  };
  const asBefore = async (old: string) => {
    await stepOf(person).toBe(undefined);
    expect(keyInFile(person).id).toBe(old);
    expect(aws.keysOf()).toEqual({ [old]: true });
    expect(sealed(person)).toEqual(['proof.sealed']);
    await works();
  };
  const undone = async (old: string) => {
    expect((await person.daypass(['key', 'undo'])).stderr).toBe('');
    await asBefore(old);
  };
  try {
    const { accessKeyId: old } = aws.user;
    for (const hold of [
      { action: 'CreateAccessKey', when: 'before' },
      // Its secret is lost with the process.
      { action: 'CreateAccessKey', when: 'after' },
      { action: 'UpdateAccessKey', when: 'before' },
      { action: 'UpdateAccessKey', when: 'after' },
    ] as const) {
      app = await killedAt(person, app, 'rotate', hold);
      await works();
      await rotated(old);
      await undone(old);
    }

    // While AWS does not know the new key yet.
    aws.faults.newKeyDelayMs = 8_000;
    const command = person.daypass(['key', 'rotate']);
    await stepOf(person).toBe('prove');
    process.kill(app.pid, 'SIGKILL');
    await command;
    app = await RunningApp.start(person);
    await rotated(old);
    aws.faults.newKeyDelayMs = 0;

    for (const hold of [
      { action: 'UpdateAccessKey', when: 'before' },
      { action: 'UpdateAccessKey', when: 'after' },
      { action: 'DeleteAccessKey', when: 'before' },
      { action: 'DeleteAccessKey', when: 'after' },
    ] as const) {
      app = await killedAt(person, app, 'undo', hold);
      await asBefore(old);
      expect(await person.daypass(['key', 'rotate'])).toMatchObject({ status: 0 });
      await rotated(old);
    }

    const { id } = keyInFile(person);
    app = await killedAt(person, app, 'delete-old', { action: 'DeleteAccessKey', when: 'after' });
    await stepOf(person).toBe(undefined);
    expect(aws.keysOf()).toEqual({ [id]: true });
    await works();
  } finally {
    await app.quit();
  }
});

test('a key in the keychain is rotated there, also after a kill, and in Chinese', async ({ person, desktop }) => {
  const { aws } = person;
  const { accessKeyId: old } = aws.user;
  const first = await signedIn(person, desktop);
  await openKey(first.page);
  await first.page.getByRole('button', { name: 'Move this key to the keychain' }).click();
  await expect(first.page.getByText('is in the keychain and still in the file')).toBeVisible();
  expect((await person.daypass(['key', 'rotate'])).stderr).toContain('is moving to the keychain');
  await first.app.quit();
  let app = await RunningApp.start(person);
  await expect.poll(() => person.readCredentials()).not.toContain(aws.user.secretAccessKey);
  const file = person.readCredentials().replace(/\n\[work-mfa\][\s\S]*/, '');
  try {
    app = await killedAt(person, app, 'rotate', { action: 'CreateAccessKey', when: 'after' });
    await stepOf(person).toBe('grace');
    expect(Object.values(aws.keysOf())).toEqual([false, true]);
    expect(person.readCredentials().replace(/\n\[work-mfa\][\s\S]*/, '')).toBe(file);
    expect(sealed(person)).toEqual(['key-work.sealed', 'next-work.sealed', 'previous-work.sealed', 'proof.sealed']);

    // The new key signs in.
    expect(await person.daypass(['sign-out'])).toMatchObject({ status: 0 });
    expect(await person.daypass(['sign-in', '--code', await aws.freshCode()])).toMatchObject({ status: 0 });
    expect(aws.requests.filter(({ action }) => action === 'GetSessionToken').at(-1)?.accessKeyId).not.toBe(old);

    app = await killedAt(person, app, 'undo', { action: 'UpdateAccessKey', when: 'after' });
    await stepOf(person).toBe(undefined);
    expect(aws.keysOf()).toEqual({ [old]: true });
    expect(sealed(person)).toEqual(['key-work.sealed', 'proof.sealed']);
    const page = await openPopover(desktop, app);
    await page.evaluate(async () => {
      const { daypass } = window as unknown as { daypass: DaypassApi };
      const view = await daypass.view();
      if (view.ok) await daypass.setPreferences({ ...view.value.preferences, language: 'zh-TW' });
    });
    await openProfile(page, 'work-mfa', 'zh-TW');
    await page.getByRole('button', { name: '存取金鑰' }).click();
    // The session was made with the key that is gone: whether it lives on at AWS, AWS decides.
    await page.screenshot({ path: 'test-results/rotation-zh.png' });
    await page.getByRole('button', { name: '輪替這組金鑰' }).click();
    await expect(page.getByText(/^目前使用新金鑰/)).toBeVisible({ timeout: 120_000 });
    await page.screenshot({ path: 'test-results/rotation-zh-done.png' });
  } finally {
    await app.quit();
  }
});
