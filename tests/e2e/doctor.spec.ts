// The doctor as a person has it: nothing is found where nothing is wrong, one click repairs what it can, and the report for a
// colleague holds no secret.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { goTo } from '../world/go-to.ts';
import type { Person } from '../world/person.ts';
import { RunningApp } from '../world/running-app.ts';
import { expect, openPopover, setUpAndSignIn, setUpGit, setUpProfile, signIn, test } from './fixture.ts';

interface Check {
  readonly name: string;
  readonly verdict: string;
  readonly findings: readonly { readonly code: string; readonly severity: string }[];
}

/** What is wrong: every finding that is not only told, and every check that could not know. */
async function wrong(person: Person): Promise<readonly string[]> {
  const { checks } = JSON.parse((await person.daypass(['doctor', '--json'])).stdout) as { checks: readonly Check[] };
  return checks
    .filter(({ verdict }) => verdict !== 'good' && verdict !== 'skipped')
    .flatMap(({ name, verdict, findings }) =>
      findings.length
        ? findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code)
        : `${name} ${verdict}`,
    );
}

const openDoctor = (page: Page) => goTo(page, 'doctor');

test('a healthy machine has no finding, from the first run to the sign-out', async ({ person, desktop, app }) => {
  // The icon is there a moment before commands are answered.
  await expect.poll(async () => (await person.daypass(['version'])).status).toBe(0);
  expect(await wrong(person)).toEqual(['git.not-set-up']);
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  await setUpGit(page);
  expect(await wrong(person)).toEqual([]);

  const waiting = person.git(['clone', person.repositoryUrl('hello')]);
  await expect(page.getByText('hello: git is waiting for you to sign in')).toBeVisible();
  expect(await wrong(person)).toEqual([]);
  await signIn(page, person);
  expect(await waiting).toMatchObject({ status: 0 });
  expect(await wrong(person)).toEqual([]);
  expect(await person.daypass(['doctor'])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('No problems found'),
  });

  await person.daypass([
    'add',
    'work',
    '--name',
    'other-mfa',
    '--delivery',
    'process',
    '--serial',
    person.aws.user.serial,
  ]);
  expect(await wrong(person)).toEqual([]);
  await openDoctor(page);
  await expect(page.getByText('No problems found')).toBeVisible();
  expect(await person.daypass(['sign-out', 'work-mfa'])).toMatchObject({ status: 0 });
  await expect.poll(() => person.readCredentials()).not.toContain('manager = daypass');
  expect(await wrong(person)).toEqual([]);
});

test('nor has one on which the key and the authenticator are kept in the keyring, also after a restart', async ({
  person,
  desktop,
}) => {
  const first = await RunningApp.start(person);
  await desktop.icon();
  const page = await openPopover(desktop, first);
  await setUpProfile(page);
  await setUpGit(page);
  const { totpSecret, secretAccessKey } = person.aws.user;
  await page.evaluate(async (text) => {
    // biome-ignore lint/suspicious/noExplicitAny: the page's bridge, seen from outside
    const { daypass } = window as any;
    const [{ id }] = (await daypass.view()).value.profiles;
    await daypass.storeTotp({ profile: id, text });
    await daypass.keepKey({ profile: id });
  }, totpSecret);
  expect(await person.daypass(['sign-in', 'work-mfa'])).toMatchObject({ status: 0 });
  expect(await wrong(person)).toEqual([]);
  await first.quit();

  const app = await RunningApp.start(person);
  await expect.poll(() => person.readCredentials()).not.toContain(secretAccessKey);
  await expect.poll(async () => (await person.daypass(['version'])).status).toBe(0);
  expect(await wrong(person)).toEqual([]);
  expect(await person.git(['ls-remote', person.repositoryUrl('hello')])).toMatchObject({ status: 0 });
  expect(await wrong(person)).toEqual([]);
  await app.quit();
});

const HELPER = '!aws codecommit credential-helper $@';

test('one click repairs all that can be repaired, after it was shown, and git works', async ({
  person,
  desktop,
  app,
}) => {
  const page = await openPopover(desktop, app);
  await setUpAndSignIn(page, person);
  const { host } = person.aws.codecommit;
  await person.git(['config', '--global', `credential.https://${host}.helper`, HELPER]);
  await person.git(['config', '--global', 'credential.helper', 'store']);
  const stored = join(person.home, '.git-credentials');
  const own = 'https://ann:hers@example.com\n';
  writeFileSync(stored, `https://ASIAIOSFODNN7EXAMPLE%25old:dead@${host}\n${own}`, { mode: 0o600 });

  await openDoctor(page);
  await expect(page.getByText('git isn’t set up for CodeCommit yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Repair all' }).click();
  const change = page.locator('section').filter({ hasText: 'Remove these lines from git’s configuration' });
  await change.getByText('Changes in ~/.gitconfig').click();
  await expect(change.getByText(`helper = ${HELPER}`).last()).toBeVisible();
  expect(readFileSync(stored, 'utf8')).toContain('ASIAIOSFODNN7EXAMPLE');
  await page.getByRole('button', { name: 'Repair all' }).click();
  await expect(page.getByText('No problems found')).toBeVisible();
  expect(readFileSync(stored, 'utf8')).toBe(own);
  expect(await person.git(['ls-remote', person.repositoryUrl('hello')])).toMatchObject({ status: 0 });
});

test('the report for a colleague holds no secret that lies where the doctor looks', async ({
  person,
  desktop,
  app,
}) => {
  const page = await openPopover(desktop, app);
  await setUpAndSignIn(page, person);
  const { host } = person.aws.codecommit;
  const { secretAccessKey } = person.aws.user;
  const planted = ['plantedone', 'plantedtwo', 'plantedthree', 'plantedfour', 'plantedfive', secretAccessKey];
  await person.git(['config', '--global', `url.https://u:${planted[0]}@${host}/.insteadOf`, 'https://x.example/']);
  await person.git(['config', '--global', 'credential.helper', `!printf password=${planted[1]}`]);
  await person.git(['config', '--global', `http.https://${host}.extraHeader`, `Authorization: Basic ${planted[4]}`]);
  writeFileSync(join(person.home, '.netrc'), `machine ${host} login ann password ${planted[2]}\n`, { mode: 0o600 });
  writeFileSync(join(person.home, '.bashrc'), `export AWS_SECRET_ACCESS_KEY=${planted[3]}\n`);

  await openDoctor(page);
  await page.getByRole('button', { name: 'Copy report' }).click();
  await expect(page.getByText('Copied. It contains no secrets.')).toBeVisible();
  const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain('daypass ');
  const told = await person.daypass(['doctor', '--report']);
  const json = await person.daypass(['doctor', '--json']);
  const shown = await page.locator('body').innerText();
  const session = /aws_session_token = (\S+)/.exec(person.readCredentials())?.[1] ?? expect(null).toBeTruthy();
  for (const secret of [...planted, String(session)])
    for (const text of [copied, told.stdout, told.stderr, json.stdout, shown])
      expect(text.includes(secret)).toBe(false);
});
