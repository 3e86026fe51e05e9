// The first hour: a user who has the file of AWS's console, a phone, git, and nothing else, under the policy that denies all
// but MFA, gets from the tray icon to a push that arrives. What that takes of a person is counted.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { messagesIn } from '../../electron/core/i18n/messages.ts';
import type { Language } from '../../electron/core/i18n/words.ts';
import { stepMs } from '../aws/mfa-device.ts';
import { ownPolicyWithDevices } from '../aws/own-policy.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { Person } from '../world/person.ts';
import { RunningApp } from '../world/running-app.ts';
import { codeField, expect, openPopover } from './fixture.ts';
import { drop, onlyTheFile } from './key-file.ts';
import { test as base } from './keyring-fixture.ts';
import { scan } from './scan.ts';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en_US', 'zh-TW': 'zh_TW' };

const test = base.extend<{ language: Language; file: string }>({
  language: ['en', { option: true }],
  file: async ({ person }, use) => use(onlyTheFile(person)),
  app: async ({ keyring, person, desktop, file, language }, use) => {
    expect(file).toBeTruthy();
    await keyring.start('keyring');
    const locale = LOCALES[language];
    const env = { LANGUAGE: locale, LC_ALL: `${locale}.UTF-8`, LANG: `${locale}.UTF-8`, TZ: 'Asia/Taipei' };
    const app = await RunningApp.start(person, { env });
    await desktop.icon();
    await use(app);
    await app.quit();
  },
});
test.use({ options: { policy: ownPolicyWithDevices, device: 'none' } });

interface Effort {
  clicks: number;
  keys: number;
  codes: number;
}

/** Counts in the page what a hand does there; `beside` is what it does not see: the click on the icon, and a dropped file. */
async function watch(page: Page, beside: number): Promise<() => Promise<Effort>> {
  await page.evaluate(() => {
    const counted = { clicks: 0, keys: 0 };
    Object.assign(window, { counted });
    addEventListener('click', ({ isTrusted, detail }) => isTrusted && detail > 0 && counted.clicks++, true);
    addEventListener('keydown', ({ isTrusted }) => isTrusted && counted.keys++, true);
  });
  return async () => {
    const { clicks, keys } = await page.evaluate(() => (window as never as { counted: Effort }).counted);
    return { clicks: clicks + beside, keys, codes: Math.floor(keys / 6) };
  };
}

interface First {
  readonly page: Page;
  readonly effort: () => Promise<Effort>;
}

/** A button that is seen without a scroll, and with nothing before it. */
async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  const isInSight = () =>
    button.evaluate((it) => {
      const { x, y, width, height } = it.getBoundingClientRect();
      return it.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    });
  await expect.poll(isInSight, `${name} is in sight`).toBe(true);
  await button.click();
}

/** Up to the QR code. */
async function begin(app: RunningApp, desktop: Desktop, file: string, language: Language): Promise<First> {
  const { browser, newKey, enrol, setup } = messagesIn(language);
  const page = await openPopover(desktop, app);
  const effort = await watch(page, 2);
  await expect(page.getByText(setup.welcome)).toBeVisible();
  await page.getByRole('button', { name: browser.setUpKey }).waitFor();
  await drop(page, file);
  await press(page, newKey.take);
  await press(page, enrol.begin);
  return { page, effort };
}

/** From the session on: git by a click, and the rest is git's. */
async function push({ page, effort }: First, person: Person, language: Language, due: Effort): Promise<void> {
  const { git } = messagesIn(language);
  await expect(page.getByRole('timer')).toBeVisible({ timeout: 120_000 });
  await press(page, git.setUp);
  await press(page, git.setUp);
  await expect(page.getByText(git.isSetUp)).toBeVisible();
  const clone = await person.git(['clone', person.repositoryUrl('hello'), 'first']);
  expect(clone.stderr).not.toContain('fatal');
  const pushed = await person.commitAndPush(join(person.home, 'first'), 'first.txt');
  expect(pushed, pushed.stderr).toMatchObject({ status: 0 });
  const taken = await effort();
  console.log(`${language}: ${taken.clicks} clicks, ${taken.codes} codes (${taken.keys} keys)`);
  expect(taken).toEqual(due);
}

for (const language of ['en', 'zh-TW'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('a phone for the codes', async ({ person, desktop, app, file }) => {
      const { enrol, signIn } = messagesIn(language);
      const first = await begin(app, desktop, file, language);
      const { page } = first;
      const { phone } = await scan(page.getByRole('img', { name: enrol.pictureName }), app);
      // The fields have the focus when they are there: nothing is clicked for it.
      const type = async (label: string, code: string) => {
        await expect(page.getByRole('textbox', { name: label })).toBeFocused();
        await page.keyboard.type(code);
      };
      const now = () => Date.now() + person.aws.faults.skewMs;
      const start = now();
      await type(enrol.firstCode, phone.codeAt(start - stepMs));
      await type(enrol.secondCode, phone.codeAt(start));
      await page.getByRole('textbox', { name: signIn.codeLabel }).waitFor();
      person.aws.faults.skewMs += stepMs;
      await type(signIn.codeLabel, phone.codeAt(now()));
      await push(first, person, language, { clicks: 6, keys: 18, codes: 3 });
    });
  });
}

test('the authenticator in the keyring: no code at all', async ({ person, desktop, app, file, language }) => {
  const { enrol } = messagesIn(language);
  const first = await begin(app, desktop, file, language);
  await press(first.page, enrol.instead);
  await press(first.page, enrol.keep);
  await push(first, person, language, { clicks: 8, keys: 0, codes: 0 });
});

base.describe('with a key and a device that are there', () => {
  base.use({ options: {} });

  base('the icon and a code: signed in', async ({ person, desktop, app }) => {
    const page = await openPopover(desktop, app);
    const effort = await watch(page, 1);
    await expect(codeField(page)).toBeFocused();
    await page.keyboard.type(await person.aws.freshCode());
    await expect(page.getByRole('timer')).toBeVisible();
    expect(await effort()).toEqual({ clicks: 1, keys: 6, codes: 1 });
  });
});
