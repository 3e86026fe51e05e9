// One person, one desktop and one running Daypass for each test; all of it real, all of it gone afterwards.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { Desktop } from '../desktop/desktop.ts';
import { OwnDesktop } from '../desktop/own-desktop.ts';
import { Person, type PersonOptions } from '../world/person.ts';
import { RunningApp, stories } from '../world/running-app.ts';

export interface World {
  options: PersonOptions;
  person: Person;
  desktop: Desktop;
  app: RunningApp;
  story: undefined;
}

export const test = base.extend<World, { ownDesktop: OwnDesktop }>({
  ownDesktop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const own = await OwnDesktop.enter();
      await use(own);
      await own.leave();
    },
    { scope: 'worker', auto: true },
  ],
  /** What became of the apps of a test that failed, which nobody could find out afterwards. */
  story: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use, testInfo) => {
      stories.forget();
      await use(undefined);
      if (testInfo.status !== testInfo.expectedStatus) console.error(stories.told.join('\n'));
    },
    { auto: true },
  ],
  options: [{}, { option: true }],
  person: async ({ options }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'daypass-e2e-'));
    const person = await Person.at(folder, options);
    await person.aws.addRepository('hello');
    await use(person);
    await person.leave();
    // A Chromium that has just ended may still be writing: all of it is tried again, which rmSync does not.
    await rm(folder, { recursive: true, force: true, maxRetries: 30 });
  },
  desktop: async ({ person }, use) => {
    expect(person).toBeTruthy();
    const desktop = await Desktop.start();
    await use(desktop);
    desktop.stop();
  },
  app: async ({ person, desktop }, use) => {
    const app = await RunningApp.start(person);
    await desktop.icon();
    await use(app);
    await app.quit();
  },
});

export { expect };

/** The popover after a click on the tray icon. */
export async function openPopover(desktop: Desktop, app: RunningApp): Promise<Page> {
  await desktop.click();
  const page = await app.page();
  await page.waitForLoadState();
  return page;
}

/** Opens all that can be chosen in the first run, when what Daypass proposes is there. */
export async function changeProposal(page: Page): Promise<void> {
  await expect(page.getByText('Welcome to Daypass')).toBeVisible();
  await expect(codeField(page)).toBeEnabled();
  await page.getByRole('button', { name: 'Change' }).click();
}

/** Goes through the first run with what Daypass finds by itself, and signs in to nothing yet. */
export async function setUpProfile(page: Page): Promise<void> {
  await changeProposal(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Save' })).toBeHidden();
  await expect(codeField(page)).toBeVisible();
}

/** As a person does: the first code takes what was found, and signs in. */
export async function setUpAndSignIn(page: Page, person: Person): Promise<void> {
  await expect(page.getByText('Welcome to Daypass')).toBeVisible();
  await expect(codeField(page)).toBeEnabled();
  await signIn(page, person);
}

export const codeField = (page: Page) => page.getByRole('textbox', { name: 'MFA code' });

/** Types the six digits one by one; they are handed in by themselves. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await codeField(page).pressSequentially(code);
}

export async function signIn(page: Page, person: Person): Promise<void> {
  await typeCode(page, await person.aws.freshCode());
  await expect(page.getByRole('timer')).toBeVisible();
  // The profile is written in the moment after.
  await expect.poll(() => person.readCredentials()).toContain('manager = daypass');
}

export async function setUpGit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Set up git' }).first().click();
  await expect(page.getByText('5 kinds of host get Daypass as their credential helper.')).toBeVisible();
  await page.getByRole('button', { name: 'Set up git' }).click();
  await expect(page.getByText('git is set up for CodeCommit')).toBeVisible();
  await page.keyboard.press('Escape');
}
