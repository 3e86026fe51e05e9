// The programs that people use AWS with, by every way in which Daypass gives them the session of one running app.
import type { Page } from '@playwright/test';
import { type AwsClient, awsClients, CHOSEN, runClient, WAYS, type Way } from '../world/aws-clients.ts';
import { goTo } from '../world/go-to.ts';
import type { Person } from '../world/person.ts';
import { codeField, expect, openPopover, setUpAndSignIn, setUpProfile, signIn, test } from './fixture.ts';

const BUCKET = 'reports';
const NOT_SIGNED_IN = (profile: string) => `daypass: Profile ${profile} isn’t signed in.\ndaypass: Sign in first.\n`;

/** A second profile of the same key, delivered by credential_process. */
async function addProcessProfile(page: Page): Promise<void> {
  await goTo(page, 'settings');
  await page.getByRole('button', { name: 'Add a profile' }).click();
  await page.getByRole('radio', { name: /^work/ }).first().check();
  await page.getByRole('group', { name: 'MFA device' }).getByRole('radio').first().waitFor();
  await page.getByLabel('Profile name').fill('work-process');
  await page.getByText('More options').click();
  await page.getByRole('radio', { name: /^From Daypass/ }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(codeField(page)).toBeVisible();
}

/** The container endpoint is told to old clients by another variable. */
const waysOf = ({ readsTokenFile }: AwsClient): readonly Way[] =>
  (Object.keys(WAYS) as Way[]).filter(
    (way) => way !== (readsTokenFile ? 'the container endpoint, for clients before 2024' : 'the container endpoint'),
  );

/** What a client says without a session; that for JavaScript keeps to itself why each of its sources has failed. */
const SIGNED_OUT: Record<Way, string> = {
  // The profile's region stays.
  'the credentials file': 'Unable to locate credentials',
  credential_process: NOT_SIGNED_IN('work-process'),
  'daypass env': NOT_SIGNED_IN('work-mfa'),
  'daypass exec': NOT_SIGNED_IN('work-mfa'),
  'the container endpoint': 'Daypass: The session has expired. Sign in again.',
  'the container endpoint, for clients before 2024': 'Daypass: The session has expired. Sign in again.',
};
const saysItself: readonly Way[] = ['daypass env', 'daypass exec'];
const signedOutText = ({ name }: AwsClient, way: Way): string =>
  name.includes('JavaScript') && !saysItself.includes(way)
    ? 'Could not load credentials from any providers'
    : SIGNED_OUT[way];

const keyOf = async (person: Person, profile: string): Promise<string> =>
  JSON.parse((await person.daypass(['credentials', profile])).stdout).AccessKeyId;

test('every client by every way: the identity, the buckets, an object; and what is said without a session', async ({
  person,
  desktop,
  app,
}) => {
  const { aws } = person;
  aws.addBucket(BUCKET);
  const page = await openPopover(desktop, app);
  await setUpAndSignIn(page, person);
  await addProcessProfile(page);
  await signIn(page, person);
  expect(person.readCredentials()).not.toContain('work-process');
  const keys = { file: await keyOf(person, 'work-mfa'), process: await keyOf(person, 'work-process') };
  expect(keys.file).not.toBe(keys.process);
  const clients = awsClients();

  for (const client of clients) {
    for (const way of waysOf(client)) {
      await test.step(`${client.name} by ${way}`, async () => {
        const before = aws.requests.length;
        expect(await runClient(person, client, `${CHOSEN}${WAYS[way]}`, BUCKET)).toMatchObject({
          status: 0,
          stdout: `${aws.user.arn}\n${BUCKET}\n${client.says}`,
        });
        const asked = aws.requests.slice(before);
        expect(new Set(asked.map(({ accessKeyId }) => accessKeyId))).toEqual(
          new Set([way === 'credential_process' ? keys.process : keys.file]),
        );
        expect(asked.map(({ action }) => action)).toEqual(
          expect.arrayContaining(['GetCallerIdentity', 'ListBuckets', 'PutObject', 'GetObject']),
        );
      });
    }
    await test.step(`${client.name} without MFA`, async () => {
      const { status, stderr } = await runClient(person, client, 'AWS_PROFILE=work exec "$@"', BUCKET);
      expect(status).not.toBe(0);
      expect(stderr).toContain('AccessDenied');
      expect(stderr).toContain('with an explicit deny');
    });
  }

  await page.getByRole('button', { name: 'Set up git' }).click();
  for (const by of ['credential_process', 'environment', 'endpoint']) {
    await expect(page.getByText(by, { exact: true }).first()).toBeVisible();
  }

  for (const profile of ['work-mfa', 'work-process']) await person.daypass(['sign-out', profile]);
  const before = aws.requests.length;
  for (const client of clients) {
    for (const way of waysOf(client)) {
      await test.step(`${client.name} by ${way}, signed out`, async () => {
        const { status, stderr } = await runClient(person, client, WAYS[way], BUCKET);
        expect(status === 4).toBe(way === 'daypass exec');
        expect(status).not.toBe(0);
        expect(stderr).toContain(signedOutText(client, way));
      });
    }
  }
  // Nobody has fallen back on another key.
  expect(aws.requests.slice(before)).toEqual([]);
});

test.describe('many at once, and what no program should send', () => {
  test.beforeEach(async ({ person, desktop, app }) => {
    await setUpProfile(await openPopover(desktop, app));
    const { serial } = person.aws.user;
    expect(await person.daypass(['add', 'work', '--name', 'other', '--serial', serial])).toMatchObject({ status: 0 });
  });

  test('two waits a millisecond apart open one popover, and both go on', async ({ person, app }) => {
    const page = await app.page();
    await page.keyboard.press('Escape');
    const windows = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    const shown = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
    await expect.poll(shown).toBe(false);
    const first = person.daypass(['credentials', 'work-mfa', '--wait']);
    await new Promise((resolve) => setTimeout(resolve, 1));
    const second = person.daypass(['credentials', 'work-mfa', '--wait']);
    await expect.poll(shown).toBe(true);
    await signIn(page, person);
    const [one, two] = await Promise.all([first, second]);
    expect(one).toMatchObject({ status: 0, stderr: '' });
    expect(two).toEqual(one);
    expect(JSON.parse(one.stdout)).toMatchObject({ Version: 1, AccessKeyId: expect.stringMatching(/^ASIA/) });
    expect(await windows()).toBe(1);
    expect(person.aws.requests.filter(({ action }) => action === 'GetSessionToken')).toHaveLength(1);
  });

  test('200 for two profiles at once: all are answered, and none is mixed up', async ({ person }) => {
    const names = ['work-mfa', 'other'];
    for (const name of names) {
      const code = await person.aws.freshCode();
      expect(await person.daypass(['sign-in', name, '--code', '-'], `${code}\n`)).toMatchObject({ status: 0 });
    }
    const right = await Promise.all(names.map((name) => person.daypass(['credentials', name])));
    expect(right[0]?.stdout).not.toBe(right[1]?.stdout);
    const all = await Promise.all(
      Array.from({ length: 200 }, (_, i) => person.daypass(['credentials', names[i % 2] as string])),
    );
    for (const [i, one] of all.entries()) expect(one, `number ${i}`).toEqual(right[i % 2]);
  });

  test('ten megabytes, and unknown profiles: refused in a line, and the app goes on', async ({ person }) => {
    const large = 'x'.repeat(10 * 1_048_576);
    const ask = 'protocol=https\nhost=git-codecommit.eu-west-1.amazonaws.com\npath=v1/repos/hello';
    const tooMuch = { status: 2, stderr: expect.stringContaining('daypass: The input is too large.') };
    expect(await person.daypass(['git-credential', 'get'], large)).toMatchObject(tooMuch);
    expect(await person.daypass(['git-credential', 'get'], `${ask}\nx=${large}\n\n`)).toMatchObject(tooMuch);
    // Not read at all: AWS's SDKs leave it open.
    expect(await person.daypass(['credentials', 'work-mfa'], large)).toMatchObject({ status: 4, stdout: '' });
    const unknown = { status: 1, stderr: expect.stringContaining('Daypass has no profile nobody.') };
    expect(await person.daypass(['credentials', 'nobody'])).toMatchObject(unknown);
    expect(await person.daypass(['status'])).toMatchObject({ status: 0 });
  });
});
