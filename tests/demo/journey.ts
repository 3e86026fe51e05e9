// The whole journey by itself, on a virtual display: each step is done as a person would, checked, and photographed.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Desktop } from '../desktop/desktop.ts';
import { Person } from '../world/person.ts';
import { RunningApp } from '../world/running-app.ts';

const out = join(process.cwd(), 'demo-out');
// On Linux the demo's desktop has a home of its own, which goes when the desktop does, whatever happens.
const isLinux = process.platform === 'linux';
const folder = mkdtempSync(join(isLinux ? homedir() : tmpdir(), 'demo-'));
mkdirSync(out, { recursive: true });

let pictures = 0;
async function photograph(page: Page, name: string): Promise<void> {
  await page.screenshot({
    path: join(out, `${String(++pictures).padStart(2, '0')}-${name}.png`),
    animations: 'disabled',
  });
}

const say = (text: string) => console.log(`demo: ${text}`);

function must(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

async function journey(): Promise<void> {
  const person = await Person.at(folder);
  const { aws } = person;
  await aws.addRepository('hello');
  say(`an AWS stand-in answers at ${aws.url}; its user ${aws.user.name} is denied everything without MFA`);
  const desktop = await Desktop.start();
  const app = await RunningApp.start(person);
  try {
    await desktop.icon();
    await desktop.click();
    const page = await app.page();
    page.setDefaultTimeout(20_000);
    await page.getByText('Welcome to Daypass').waitFor();
    say('started; the tray icon was clicked and the popover is open');
    await page.getByText('ada-phone').waitFor();
    await photograph(page, 'welcome');

    await page.getByRole('textbox', { name: 'MFA code' }).fill(await aws.freshCode());
    await page.getByRole('timer').waitFor();
    say('signed in with a six-digit code');
    await photograph(page, 'signed-in');
    must(person.readCredentials().includes('[work-mfa]'), 'no profile [work-mfa] in the credentials file');
    must(person.readCredentials().startsWith('# My AWS keys\n[work]\n'), 'the credentials file lost something');
    say(`profile [work-mfa] written to ${person.credentialsFile}, beside the person’s own`);

    await page.getByRole('button', { name: 'Set up git' }).first().click();
    await page.getByText('5 kinds of host').waitFor();
    await photograph(page, 'git-preview');
    await page.getByRole('button', { name: 'Set up git' }).click();
    await page.getByText('git is set up for CodeCommit').waitFor();
    say('git is set up to ask Daypass');

    const clone = await person.git(['clone', person.repositoryUrl('hello')]);
    must(clone.status === 0, `git clone failed: ${clone.stderr}`);
    say('cloned over TLS from CodeCommit');
    const push = await person.commitAndPush(join(person.home, 'hello'), 'first.txt');
    must(push.status === 0, `git push failed: ${push.stderr}`);
    say('pushed');

    await plantStaleEntry(person);
    await page.keyboard.press('Escape');
    await desktop.choose('Clear keychain entries');
    await page.getByRole('button', { name: /^Delete \d/ }).waitFor();
    await photograph(page, 'stale-found');
    await page.getByRole('button', { name: /^Delete \d/ }).click();
    await page.getByText('Passwords deleted: 1').waitFor();
    await photograph(page, 'stale-removed');
    say('a stale CodeCommit password was found in the keyring and cleared');
  } catch (thrown) {
    await photograph(await app.page(), 'failed').catch(() => {});
    throw thrown;
  } finally {
    await app.quit();
    desktop.stop();
    await person.leave();
  }
}

/** What git's own libsecret helper leaves behind after a day's work. */
async function plantStaleEntry(person: Person): Promise<void> {
  const { host } = person.aws.codecommit;
  const attributes = [
    'protocol',
    'https',
    'server',
    host,
    'object',
    'v1/repos/hello',
    'user',
    'ASIAQQQQQQQQQQQQQQQQ%old',
  ];
  const stored = await person.run('secret-tool', ['store', '--label', `Git: https://${host}/`, ...attributes], {
    input: '20200101T000000Zold',
  });
  must(stored.status === 0, `secret-tool failed: ${stored.stderr}`);
}

journey().then(
  () => {
    say(`all done; pictures are in ${out}`);
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  },
  (thrown) => {
    say(`FAILED: ${thrown instanceof Error ? thrown.message : thrown}`);
    process.exit(1);
  },
);
