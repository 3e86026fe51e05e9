// A user who has a key and no MFA device, under the policy that denies all but MFA: from the QR code to the first session.
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { type MfaDevice, stepMs } from '../aws/mfa-device.ts';
import { ownPolicy, ownPolicyWithDevices } from '../aws/own-policy.ts';
import type { Person } from '../world/person.ts';
import { RunningApp } from '../world/running-app.ts';
import { codeField, expect, openPopover, setUpProfile, test, typeCode } from './fixture.ts';
import { scan } from './scan.ts';

test.use({ options: { policy: ownPolicyWithDevices, device: 'none' } });

const picture = (page: Page) => page.getByRole('img', { name: /^QR code of the new MFA device/ });
const begin = (page: Page) => page.getByRole('button', { name: 'Set up an MFA device here' }).click();
const awsNow = ({ aws: { faults } }: Person) => Date.now() + faults.skewMs;

async function typeTwo(page: Page, first: string, second: string): Promise<void> {
  await page.getByRole('textbox', { name: /^First code/ }).pressSequentially(first);
  await page.getByRole('textbox', { name: /^Second code/ }).pressSequentially(second);
}

async function enable(page: Page, person: Person, phone: MfaDevice): Promise<void> {
  const now = awsNow(person);
  await typeTwo(page, phone.codeAt(now - stepMs), phone.codeAt(now));
}

/** Nowhere on the disk, in no command line or environment, and in nothing that a surface may know. */
async function expectNowhere(secret: string, page: Page, person: Person): Promise<void> {
  expect(secret).toMatch(/^[A-Z2-7]{64}$/);
  const { stdout } = await person.run('grep', ['-rlaiF', secret, person.home]);
  expect(stdout).toBe('');
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  for (const pid of processes) {
    for (const file of ['cmdline', 'environ']) {
      try {
        expect(readFileSync(`/proc/${pid}/${file}`, 'latin1')).not.toContain(secret);
      } catch (thrown) {
        // Gone already.
        if (!(thrown instanceof Error && 'code' in thrown)) throw thrown;
      }
    }
  }
  const view = await page.evaluate(() =>
    (window as never as { daypass: { view(): Promise<unknown> } }).daypass
      .view()
      .then((answer) => JSON.stringify(answer)),
  );
  expect(view).not.toContain(secret);
}

async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const heap: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => heap.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot');
  expect(heap.join('').length).toBeGreaterThan(100_000);
  return heap.join('');
}

test('one click, the QR code scanned, two codes; the third signs in', async ({ person, desktop, app }) => {
  const { user } = person.aws;
  const output: string[] = [];
  app.electron.process().stdout?.on('data', (chunk) => output.push(String(chunk)));
  app.electron.process().stderr?.on('data', (chunk) => output.push(String(chunk)));
  const page = await openPopover(desktop, app);
  await expect(page.getByText('This user has no MFA device.')).toBeVisible();
  await begin(page);
  const { label, phone } = await scan(picture(page), app);
  expect(label).toBe(`AWS:ada@${user.accountId}`);
  await enable(page, person, phone);
  await expect(codeField(page)).toBeVisible();
  const { stdout } = await person.awsCli(['--profile', 'work', 'iam', 'list-mfa-devices']);
  expect(stdout).toContain(`arn:aws:iam::${user.accountId}:mfa/ada-daypass`);
  person.aws.faults.skewMs += stepMs;
  await typeCode(page, phone.codeAt(awsNow(person)));
  await expect(page.getByRole('timer')).toBeVisible();
  await expect.poll(() => person.readCredentials()).toContain('manager = daypass');
  await expectNowhere(phone.secret, page, person);
  expect(output.join('')).not.toContain(phone.secret);
  expect(await heapOf(page)).not.toContain(phone.secret);
});

test('kept in the keyring: three clicks, no code, and it signs in by itself', async ({ person, desktop, app }) => {
  const page = await openPopover(desktop, app);
  await begin(page);
  const { phone } = await scan(picture(page), app);
  await page.getByRole('button', { name: 'Store the authenticator on this computer instead' }).click();
  await expect(page.getByText('Both factors on one computer')).toBeVisible();
  await page.getByRole('button', { name: 'Store it here and set up the device' }).click();
  await expect(page.getByRole('timer')).toBeVisible({ timeout: 120_000 });
  await expectNowhere(phone.secret, page, person);
});

test('the secret as text, on a click: copied, and gone from the page with it', async ({ desktop, app }) => {
  const page = await openPopover(desktop, app);
  await begin(page);
  const { phone } = await scan(picture(page), app);
  await page.getByRole('button', { name: 'Can’t scan it? Show the secret' }).click();
  await expect(page.getByText(phone.secret.replace(/(.{4})(?=.)/g, '$1 '))).toBeVisible();
  await page.getByRole('button', { name: 'Copy the secret' }).click();
  // An older Electron cannot mark what it writes, and asks.
  const anyway = page.getByRole('button', { name: 'Copy anyway' });
  const copied = page.getByText('Copied; the clipboard is cleared in a minute');
  await expect(anyway.or(copied)).toBeVisible();
  if (await anyway.isVisible()) await anyway.click();
  await expect(copied).toBeVisible();
  expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(phone.secret);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('This user has no MFA device.')).toBeVisible();
  const refused = await page.evaluate(() =>
    (window as never as { daypass: { showEnrolmentSecret(): Promise<unknown> } }).daypass.showEnrolmentSecret(),
  );
  expect(refused).toMatchObject({ ok: false, failure: { code: 'enrol.over' } });
  expect(await heapOf(page)).not.toContain(phone.secret);
});

test.describe('under the policy alone', () => {
  test.use({ options: { policy: ownPolicy, device: 'none' } });

  test('without the permission: what to send to the administrator', async ({ person, desktop, app }) => {
    const { user } = person.aws;
    const page = await openPopover(desktop, app);
    await expect(page.getByText('This user may not list MFA devices.')).toBeVisible();
    await begin(page);
    await expect(page.getByText(/is not authorized to perform: iam:CreateVirtualMFADevice/)).toBeVisible();
    await page.getByRole('button', { name: 'Copy this text' }).click();
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    const text = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
    expect(text).toContain(`Please let ${user.arn} set up their MFA device and resynchronize it.`);
    expect(text).toContain('iam:EnableMFADevice');
  });
});

test('killed before the two codes: nothing stays, and the next takes another name', async ({
  person,
  desktop,
  app,
}) => {
  const page = await openPopover(desktop, app);
  await begin(page);
  const { phone: lost } = await scan(picture(page), app);
  process.kill(app.pid, 'SIGKILL');
  await expect.poll(() => desktop.tooltip().catch(() => 'gone')).toBe('gone');
  const second = await RunningApp.start(person);
  try {
    await expect.poll(() => desktop.tooltip().catch(() => '')).toMatch(/./);
    const again = await openPopover(desktop, second);
    await begin(again);
    await expect(again.getByText(/The name ada-daypass is already taken/)).toBeVisible();
    await expect(again.getByText(/An unfinished setup left it/)).toBeVisible();
    const { label, phone } = await scan(picture(again), second);
    expect(label).toMatch(/^AWS:ada-daypass-2@/);
    await enable(again, person, lost);
    await expect(again.getByText('These codes aren’t from the new device.')).toBeVisible();
    await enable(again, person, phone);
    await expect(codeField(again)).toBeVisible();
    await expectNowhere(lost.secret, again, person);
  } finally {
    await second.quit();
  }
});

test.describe('with a device', () => {
  test.use({ options: { policy: ownPolicyWithDevices } });

  test('an authenticator that has drifted: after three refusals two codes bring it into step', async ({
    person,
    desktop,
    app,
  }) => {
    const page = await openPopover(desktop, app);
    await setUpProfile(page);
    person.aws.drift(6);
    for (const n of [1, 2, 3]) {
      await typeCode(page, await person.aws.code());
      await expect(
        page.getByText(n < 3 ? /^AWS didn’t accept the code/ : /^AWS has refused three codes/),
      ).toBeVisible();
      person.aws.faults.skewMs += stepMs;
    }
    await page.getByRole('button', { name: 'Resynchronize' }).click();
    const now = awsNow(person);
    await typeTwo(page, await person.aws.code(now - stepMs), await person.aws.code(now));
    await expect(codeField(page)).toBeVisible();
    person.aws.faults.skewMs += stepMs;
    await typeCode(page, await person.aws.code());
    await expect(page.getByRole('timer')).toBeVisible();
  });
});
