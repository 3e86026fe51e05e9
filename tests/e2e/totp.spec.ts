// A stored authenticator: given as text or as a picture, it signs in with one click and by itself, and nobody else sees it.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DaypassApi } from '../../electron/core/surfaces/contract/contract.ts';
import { chooseMore, goTo, openProfile } from '../world/go-to.ts';
import type { Person } from '../world/person.ts';
import { qrPicture } from '../world/qr-picture.ts';
import { RunningApp } from '../world/running-app.ts';
import { codeField, expect, openPopover, setUpProfile, test, typeCode } from './fixture.ts';
import { test as withKeyring } from './keyring-fixture.ts';

const uriOf = ({ aws: { user } }: Person) =>
  `otpauth://totp/Amazon%20Web%20Services:${user.name}@${user.accountId}?secret=${user.totpSecret}&issuer=Amazon%20Web%20Services`;
const secretsOf = (person: Person): readonly string[] => {
  const folder = join(person.home, '.daypass/secrets');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name !== 'proof.sealed') : [];
};
const signInButton = (page: Page) => page.getByRole('button', { name: 'Sign in', exact: true });
const nextCode = (page: Page) => page.getByText(/^Next code in \d+ s$/);
const sessionTokens = (person: Person) =>
  person.aws.requests.filter(({ action }) => action === 'GetSessionToken').length;

/** At AWS a code has been shown for ten seconds, and what follows is done in the twenty that are left of it. */
function earlyInStep({ aws: { faults } }: Person): void {
  faults.skewMs = (40_000 - (Date.now() % 30_000)) % 30_000;
}

/**
 * The code of this step is spent, so a renewal waits for the next. On a slow machine the next step has come meanwhile, and
 * its code is sent at once: then that one is spent. Resolves to the sessions that AWS has given so far.
 */
async function renewUntilItWaits(page: Page, person: Person): Promise<number> {
  const next = nextCode(page);
  for (;;) {
    const tokens = sessionTokens(person);
    await chooseMore(page, 'Renew');
    await expect.poll(async () => (await next.isVisible()) || sessionTokens(person) > tokens).toBe(true);
    if (await next.isVisible()) return tokens;
  }
}

async function openOneClick(page: Page): Promise<void> {
  await openProfile(page);
  await page.getByRole('button', { name: 'One-click sign-in' }).click();
}

async function storeText(page: Page, text: string): Promise<void> {
  await openOneClick(page);
  await page.getByLabel('Secret, or otpauth:// text').fill(text);
  await page.getByRole('button', { name: 'Store on this computer' }).click();
}

const kept = (page: Page) => page.getByText('The authenticator of work-mfa is stored in the keychain.');

test('off by default; stored after a warning; then one click signs in, and a used code is waited out', async ({
  person,
  desktop,
  app,
}) => {
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  await openOneClick(page);
  await expect(page.getByText('Both factors on one computer')).toBeVisible();
  const spaced = person.aws.user.totpSecret.toLowerCase().replace(/(.{4})/g, '$1 ');
  await page.getByLabel('Secret, or otpauth:// text').fill(spaced);
  await page.getByRole('button', { name: 'Store on this computer' }).click();
  await expect(kept(page)).toBeVisible();
  expect(secretsOf(person)).toHaveLength(1);
  const { stdout } = await person.run('grep', ['-rlaiF', person.aws.user.totpSecret, person.home]);
  expect(stdout).toBe('');

  await goTo(page, 'session');
  await expect(codeField(page)).toBeHidden();
  earlyInStep(person);
  await signInButton(page).click();
  await expect(page.getByRole('timer')).toBeVisible();
  expect(sessionTokens(person)).toBe(1);

  const tokens = await renewUntilItWaits(page, person);
  // The session goes on meanwhile.
  await expect(page.getByRole('timer')).toBeVisible();
  await expect.poll(() => sessionTokens(person)).toBe(tokens + 1);
  await expect(nextCode(page)).toBeHidden();
  await expect(page.getByRole('timer')).toBeVisible();

  await chooseMore(page, 'Sign out');
  await page.getByRole('button', { name: 'Type a code instead' }).click();
  await typeCode(page, await person.aws.freshCode());
  await expect(page.getByRole('timer')).toBeVisible();
});

test('a wait for the next code is cancelled, and removing the secret deletes it', async ({ person, desktop, app }) => {
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  await storeText(page, uriOf(person));
  await expect(kept(page)).toBeVisible();
  await goTo(page, 'session');
  earlyInStep(person);
  await signInButton(page).click();
  await expect(page.getByRole('timer')).toBeVisible();
  await renewUntilItWaits(page, person);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('The sign-in was cancelled.')).toBeVisible();
  await expect(page.getByRole('timer')).toBeVisible();

  await openOneClick(page);
  await page.getByRole('button', { name: 'Remove from this computer' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('Both factors on one computer')).toBeVisible();
  expect(secretsOf(person)).toEqual([]);
  await goTo(page, 'session');
  await chooseMore(page, 'Sign out');
  await expect(codeField(page)).toBeVisible();
});

test.describe('a picture of the QR code', () => {
  const hand = (page: Page, way: 'paste' | 'drop', picture: Buffer) =>
    page.evaluate(
      ([type, base64]) => {
        const data = new DataTransfer();
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], 'qr.png', { type: 'image/png' }));
        const given = { bubbles: true, cancelable: true };
        document.dispatchEvent(
          type === 'paste'
            ? new ClipboardEvent('paste', { clipboardData: data, ...given })
            : new DragEvent('drop', { dataTransfer: data, ...given }),
        );
      },
      [way, picture.toString('base64')] as const,
    );

  test('chosen: its secret is never in the page', async ({ person, desktop, app }) => {
    const page = await openPopover(desktop, app);
    await setUpProfile(page);
    await openOneClick(page);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose a picture' }).click(),
    ]);
    await chooser.setFiles({ name: 'qr.png', mimeType: 'image/png', buffer: qrPicture([uriOf(person)]) });
    await expect(kept(page)).toBeVisible();
    await goTo(page, 'session');
    await signInButton(page).click();
    await expect(page.getByRole('timer')).toBeVisible();

    const session = await page.context().newCDPSession(page);
    const heap: string[] = [];
    session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => heap.push(chunk));
    await session.send('HeapProfiler.takeHeapSnapshot');
    expect(heap.join('').length).toBeGreaterThan(100_000);
    expect(heap.join('').includes(person.aws.user.totpSecret)).toBe(false);
  });

  for (const way of ['paste', 'drop'] as const) {
    test(`by ${way}`, async ({ person, desktop, app }) => {
      const page = await openPopover(desktop, app);
      await setUpProfile(page);
      await openOneClick(page);
      await expect(page.getByRole('button', { name: 'Choose a picture' })).toBeVisible();
      await hand(page, way, qrPicture([]));
      await expect(page.getByText('There is no QR code in this picture.')).toBeVisible();
      await hand(page, way, Buffer.from('no picture at all'));
      await expect(page.getByText('This picture can’t be read.')).toBeVisible();
      await hand(page, way, qrPicture(['https://example.com/']));
      await expect(page.getByText('This isn’t an authenticator secret.')).toBeVisible();
      expect(secretsOf(person)).toEqual([]);
      await hand(page, way, qrPicture([uriOf(person)]));
      await expect(kept(page)).toBeVisible();
    });
  }

  test('with another on it: one is asked for by its name, and its secret signs in', async ({
    person,
    desktop,
    app,
  }) => {
    const page = await openPopover(desktop, app);
    await setUpProfile(page);
    await openOneClick(page);
    await expect(page.getByRole('button', { name: 'Choose a picture' })).toBeVisible();
    const other = uriOf(person)
      .replace(/secret=\w+/, `secret=${'A'.repeat(32)}`)
      .replace(person.aws.user.name, 'somebody');
    await hand(page, 'drop', qrPicture([other, uriOf(person)]));
    await expect(page.getByText('This picture has several codes.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Amazon Web Services: somebody@' })).toBeVisible();
    expect(secretsOf(person)).toEqual([]);
    await page.getByRole('button', { name: `Amazon Web Services: ${person.aws.user.name}@` }).click();
    await expect(kept(page)).toBeVisible();
    await goTo(page, 'session');
    await signInButton(page).click();
    await expect(page.getByRole('timer')).toBeVisible();
  });

  test('is fetched from another window: the popover stays, and closes again when one has left', async ({
    desktop,
    app,
  }) => {
    const page = await openPopover(desktop, app);
    await setUpProfile(page);
    const blur = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('blur'));
    const visible = () =>
      app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()));
    await openOneClick(page);
    await expect(page.getByRole('button', { name: 'Choose a picture' })).toBeVisible();
    // What the page has said before this has been heard when it is answered.
    await page.evaluate(() => (window as unknown as { daypass: DaypassApi }).daypass.view());
    await blur();
    expect(await visible()).toBe(true);
    await page.getByRole('button', { name: 'Back' }).click();
    await expect(page.getByRole('button', { name: 'One-click sign-in' })).toBeVisible();
    // The page's word may still be on its way.
    await expect.poll(() => blur().then(visible)).toBe(false);
  });
});

test('what is no secret for AWS is refused, and said why', async ({ person, desktop, app }) => {
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  await openOneClick(page);
  const field = page.getByLabel('Secret, or otpauth:// text');
  const keep = page.getByRole('button', { name: 'Store on this computer' });
  await keep.click();
  await expect(page.getByText('Paste the secret first.')).toBeVisible();
  for (const [text, said] of [
    ['123456', 'This isn’t an authenticator secret.'],
    [uriOf(person).replace('totp', 'hotp'), 'AWS doesn’t use codes of this kind (type=hotp).'],
    [`${uriOf(person)}&digits=8`, 'AWS doesn’t use codes of this kind (digits=8).'],
  ] as const) {
    await field.fill(text);
    await keep.click();
    await expect(page.getByText(said)).toBeVisible();
    await expect(field).toHaveValue('');
  }
  expect(secretsOf(person)).toEqual([]);
});

test('the secret of another device: said, and a typed code still signs in', async ({ person, desktop, app }) => {
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  await storeText(page, 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP');
  await expect(kept(page)).toBeVisible();
  await goTo(page, 'session');
  await signInButton(page).click();
  await expect(page.getByText('AWS didn’t accept the code from the stored authenticator.')).toBeVisible();
  await page.getByRole('button', { name: 'Type the next code' }).click();
  await typeCode(page, await person.aws.freshCode());
  await expect(page.getByRole('timer')).toBeVisible();
});

withKeyring.describe('on a bus that starts no keyring', () => {
  withKeyring.use({ bus: 'bare' });

  withKeyring('no keyring: nobody is asked for a secret', async ({ person, desktop }) => {
    const app = await RunningApp.start(person);
    await desktop.icon();
    try {
      const page = await openPopover(desktop, app);
      await setUpProfile(page);
      await openOneClick(page);
      await expect(page.getByText('This system has no keyring that encrypts')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Store on this computer' })).toBeHidden();
      const refused = await page.evaluate(async (text) => {
        const { daypass } = window as never as {
          daypass: { view(): Promise<never>; storeTotp(input: object): Promise<unknown> };
        };
        const { value } = (await daypass.view()) as { value: { shown: string } };
        return daypass.storeTotp({ profile: value.shown, text });
      }, uriOf(person));
      expect(refused).toMatchObject({ ok: false, failure: { code: 'kept.not-encrypted' } });
      expect(secretsOf(person)).toEqual([]);
    } finally {
      await app.quit();
    }
  });
});

test('what an earlier Daypass has sealed with Electron’s own key is opened', async ({ person, desktop }) => {
  const first = await RunningApp.start(person);
  await desktop.icon();
  await setUpProfile(await openPopover(desktop, first));
  const older = await first.electron.evaluate(
    ({ safeStorage }, text) => safeStorage.encryptString(text).toString('base64'),
    person.aws.user.totpSecret,
  );
  await first.quit();
  const { settings } = JSON.parse(readFileSync(join(person.home, '.daypass/settings.json'), 'utf8'));
  const folder = join(person.home, '.daypass/secrets');
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(join(folder, `totp-${settings.profiles[0].id}.sealed`), older, { mode: 0o600 });

  const second = await RunningApp.start(person);
  await expect.poll(() => desktop.tooltip().catch(() => '')).toMatch(/./);
  const page = await openPopover(desktop, second);
  await signInButton(page).click();
  await expect(page.getByRole('timer')).toBeVisible();
  await second.quit();
});

test('a sign-in whose time came while Daypass did not run is made up for at the start, once', async ({
  person,
  desktop,
}) => {
  const settingsFile = join(person.home, '.daypass/settings.json');
  const first = await RunningApp.start(person);
  await desktop.icon();
  const page = await openPopover(desktop, first);
  await setUpProfile(page);
  await storeText(page, uriOf(person));
  await expect(kept(page)).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('switch', { name: 'Sign in by itself every day' }).click();
  await page.getByLabel('At').fill('00:00');
  await expect.poll(() => readFileSync(settingsFile, 'utf8')).toContain('"dailyAt": "00:00"');
  expect(sessionTokens(person)).toBe(0);
  await first.quit();

  const before = Date.now() - 48 * 3_600_000;
  const passTwoDays = () => {
    const settings = readFileSync(settingsFile, 'utf8');
    writeFileSync(settingsFile, settings.replace(/"seen": \d+/, `"seen": ${before}`));
  };
  passTwoDays();
  const second = await RunningApp.start(person);
  try {
    await expect.poll(() => desktop.tooltip().catch(() => '')).toMatch(/Signed in until/);
    expect(sessionTokens(person)).toBe(1);
  } finally {
    await second.quit();
  }
  passTwoDays();
  const third = await RunningApp.start(person);
  try {
    // Its time has come again, and is let go, as the session that was kept is younger.
    await expect.poll(() => readFileSync(settingsFile, 'utf8')).not.toContain(`"seen": ${before}`);
    expect(await desktop.tooltip()).toMatch(/Signed in until/);
    expect(sessionTokens(person)).toBe(1);
  } finally {
    await third.quit();
  }
});

test('a sign-in by itself that AWS refuses is told, and not tried again', async ({ person, desktop }) => {
  const settingsFile = join(person.home, '.daypass/settings.json');
  const first = await RunningApp.start(person);
  await desktop.icon();
  const page = await openPopover(desktop, first);
  await setUpProfile(page);
  await storeText(page, 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP');
  await expect(kept(page)).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('switch', { name: 'Sign in by itself every day' }).click();
  await expect.poll(() => readFileSync(settingsFile, 'utf8')).toContain('"dailyAt": "08:00"');
  await first.quit();
  for (const _ of [1, 2]) {
    const settings = readFileSync(settingsFile, 'utf8');
    writeFileSync(settingsFile, settings.replace(/"seen": \d+/, '"seen": 0'));
    const again = await RunningApp.start(person);
    // Its time has been dealt with: the first time by a try, the second by letting it go.
    await expect.poll(() => readFileSync(settingsFile, 'utf8')).toMatch(/"seen": [1-9]\d+,\s+"refused": \d/);
    await desktop.notification(/^work-mfa couldn’t sign in by itself$/);
    await again.quit();
  }
  expect(sessionTokens(person)).toBe(1);
  expect(desktop.notifications.filter(({ title }) => /by itself/.test(title))).toHaveLength(1);
});
