// A sign-in with the browser as a person has it: the system opens their browser, AWS's page asks for the key, and what
// waits goes on.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Page } from '@playwright/test';
import { chooseMore } from '../world/go-to.ts';
import type { Person } from '../world/person.ts';
import { awsProgram } from '../world/programs.ts';
import { RunningApp } from '../world/running-app.ts';
import { button, opened, pages, slowly, test } from './browser-fixture.ts';
import { expect, openPopover } from './fixture.ts';
import { watchProcesses } from './watch-processes.ts';

const kept = (person: Person) => {
  const folder = join(person.home, '.daypass/sessions');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sealed')) : [];
};
const refreshes = ({ aws }: Person) => aws.requests.filter(({ resource }) => resource === 'refresh_token').length;

async function setUp(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Another way to sign in' }).click();
  await page.getByRole('button', { name: 'I use a passkey or a security key' }).click();
  await page.getByRole('textbox', { name: 'Profile name' }).fill('passkey');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(button(page)).toBeFocused();
}

async function signIn(page: Page): Promise<void> {
  await button(page).click();
  await expect(page.getByRole('timer')).toBeVisible();
}

/** By credential_process, as any AWS program asks. */
async function whose(person: Person): Promise<string> {
  const { stdout } = await person.run(join(person.home, '.daypass/bin/daypass'), ['credentials', 'passkey']);
  const { AccessKeyId, SecretAccessKey, SessionToken } = JSON.parse(stdout);
  const env = {
    AWS_ACCESS_KEY_ID: AccessKeyId,
    AWS_SECRET_ACCESS_KEY: SecretAccessKey,
    AWS_SESSION_TOKEN: SessionToken,
    AWS_SHARED_CREDENTIALS_FILE: '/nonexistent',
  };
  const { aws } = person;
  const words = ['--endpoint-url', aws.url, '--region', aws.codecommit.region, 'sts', 'get-caller-identity'];
  const { stdout: told, stderr } = await person.run(awsProgram(), words, { env });
  return told ? JSON.parse(told).Arn : stderr;
}

test('one click, the key is touched in the browser, and AWS’s tools and git work', async ({ person, desktop, app }) => {
  const page = await openPopover(desktop, app);
  await setUp(page);
  await signIn(page);
  await expect(page.getByText('ada', { exact: true })).toBeVisible();
  expect(await page.getByRole('timer').textContent()).toMatch(/^11 hr 59 min$|^12 hr$/);
  expect(opened(person)).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/v1\/authorize\?/)]);
  expect(pages(person)).toContain('<h1>Back to Daypass</h1>');
  expect(await whose(person)).toBe(person.aws.user.arn);
  // No key of it is in a file.
  expect(person.readCredentials()).not.toContain('passkey');

  expect(await person.daypass(['git', 'setup', '--yes'])).toMatchObject({ status: 0 });
  expect(await person.git(['clone', person.repositoryUrl('hello')])).toMatchObject({ status: 0 });

  expect(kept(person).length).toBe(2);
  await chooseMore(page, 'Sign out');
  await expect(button(page)).toBeVisible();
  await expect.poll(() => kept(person)).toEqual([]);
});

test.describe('somebody who has security keys alone', () => {
  test.use({ options: { device: 'security-key' } });

  test('from the first run to a session', async ({ person, desktop, app }) => {
    const page = await openPopover(desktop, app);
    await expect(page.getByText(/security keys, which make no code/)).toBeVisible();
    await page.getByRole('button', { name: 'Use the browser instead' }).click();
    await page.getByRole('textbox', { name: 'Profile name' }).fill('passkey');
    await page.getByRole('button', { name: 'Save' }).click();
    await signIn(page);
    expect(await whose(person)).toBe(person.aws.user.arn);
  });
});

test('from nothing to a session, with a passkey: three clicks', async ({ person, desktop }) => {
  rmSync(join(person.home, '.aws'), { recursive: true });
  const app = await RunningApp.start(person);
  await desktop.icon();
  const page = await openPopover(desktop, app);
  await page.getByRole('button', { name: 'I use a passkey or a security key' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await signIn(page);
  await expect(page.getByText('ada', { exact: true })).toBeVisible();
  await app.quit();
});

test('a push that waits opens the popover with the button, and goes on', async ({ person, desktop, app }) => {
  await setUp(await openPopover(desktop, app));
  expect(await person.daypass(['git', 'setup', '--yes'])).toMatchObject({ status: 0 });
  const page = await app.page();
  await page.keyboard.press('Escape');
  const push = person.git(['ls-remote', person.repositoryUrl('hello')]);
  await expect(page.getByText('hello: git is waiting for you to sign in')).toBeVisible();
  await expect(button(page)).toBeFocused();
  await button(page).click();
  expect(await push).toMatchObject({ status: 0 });
});

test('keys are renewed by themselves, over a restart too, until AWS ends the sign-in', async ({ person, desktop }) => {
  person.aws.faults.signin.keySeconds = 9;
  const app = await RunningApp.start(person);
  await desktop.icon();
  const page = await openPopover(desktop, app);
  await setUp(page);
  await signIn(page);
  await expect.poll(() => refreshes(person)).toBeGreaterThan(1);
  expect(await page.getByRole('timer').textContent()).toBe('11 hr 59 min');
  await app.quit();

  const before = refreshes(person);
  const next = await RunningApp.start(person, { args: ['--background'] });
  await expect.poll(() => refreshes(person)).toBeGreaterThan(before);
  await expect.poll(async () => (await person.daypass(['status'])).stdout).toContain('11:59');
  expect(opened(person).length).toBe(1);

  person.aws.faults.signin.sessionSeconds = 0;
  await expect.poll(async () => (await person.daypass(['status'])).stdout).toContain('AWS ended the sign-in.');
  await expect.poll(() => kept(person)).toEqual([]);
  await next.quit();
});

test('another device: the text of its page brings the person in', async ({ person, desktop, app }) => {
  const page = await openPopover(desktop, app);
  await setUp(page);
  await page.getByRole('button', { name: 'On another device' }).click();
  const address = await page.getByRole('textbox', { name: 'Address' }).inputValue();
  await expect(page.getByRole('img', { name: 'QR code of the address' })).toBeVisible();
  const { paste = '' } = await person.aws.browse(address);
  await page.getByRole('textbox', { name: 'Text from the page' }).fill(paste);
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page.getByRole('timer')).toBeVisible();
  expect(opened(person)).toEqual([]);
});

test('from a terminal: the browser of this computer, or the address and the text', async ({ person, desktop, app }) => {
  await setUp(await openPopover(desktop, app));
  const here = await person.daypass(['sign-in']);
  expect(here).toMatchObject({ status: 0, stdout: expect.stringContaining('passkey is signed in') });
  await person.daypass(['sign-out']);

  const { stdout, stderr } = await person.daypass(['sign-in', '--remote']);
  expect(stderr).toContain('daypass sign-in passkey --answer -');
  const { paste = '' } = await person.aws.browse(stdout.trim());
  expect(await person.daypass(['sign-in', '--answer', '-'], `${paste}\n`)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('passkey is signed in'),
  });
});

test('a second program that tries to take the way back is refused, and the person told', async ({
  person,
  desktop,
  app,
}) => {
  slowly(person);
  const page = await openPopover(desktop, app);
  await setUp(page);
  await button(page).click();
  await expect(page.getByText('Finish in your browser…')).toBeVisible();
  await expect.poll(() => opened(person).length).toBe(1);
  const [address = ''] = opened(person);
  const back = new URL(address).searchParams.get('redirect_uri') ?? '';
  expect((await fetch(`${back}?code=evil&state=other`)).status).toBe(400);
  await expect(page.getByText(/something else tried to answer/)).toBeVisible();
  await person.aws.browse(address);
  await expect(page.getByRole('timer')).toBeVisible();
  expect(await whose(person)).toBe(person.aws.user.arn);
});

test('missing permissions are explained with the statement to add', async ({ person, desktop, app }) => {
  person.aws.faults.signin.refusal = 'INSUFFICIENT_PERMISSIONS';
  const page = await openPopover(desktop, app);
  await setUp(page);
  await button(page).click();
  await expect(page.getByText(/"signin:AuthorizeOAuth2Access","signin:CreateOAuth2Token"/)).toBeVisible();
  await page.getByRole('button', { name: 'Copy statement' }).click();
  await expect
    .poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toContain('"Action":["signin:AuthorizeOAuth2Access"');
});

/** What Daypass and AWS say to each other, on its way. */
async function overheard(to: string): Promise<{ url: string; secrets(): readonly string[]; close(): void }> {
  const said: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const [header = '', claims = ''] = String(request.headers.dpop ?? '').split('.');
    said.push(body, Buffer.from(header, 'base64url').toString(), Buffer.from(claims, 'base64url').toString());
    // With the name by which it was asked, which the proofs name as well.
    const headers = request.headers as Record<string, string>;
    const url = new URL(request.url ?? '', to);
    const sent = httpRequest(url, { method: request.method, headers }, async (answer) => {
      const told = await text(answer);
      said.push(told);
      response.writeHead(answer.statusCode ?? 500, answer.headers).end(told);
    });
    sent.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  // A key that is private stands beside its public half: where that is not, it is not.
  const SECRET = /"(?:code|codeVerifier|refreshToken|secretAccessKey|sessionToken|idToken|x|jti)":"([^"]+)"/g;
  const secrets = () => [...new Set(said.flatMap((one) => [...one.matchAll(SECRET)].map(([, value = '']) => value)))];
  return { url: `http://127.0.0.1:${port}`, secrets, close: () => void server.close() };
}

test('what nobody may have is nowhere but sealed', async ({ person, desktop }) => {
  const wire = await overheard(person.aws.url);
  person.env.AWS_ENDPOINT_URL_SIGNIN = wire.url;
  person.aws.faults.signin.keySeconds = 9;
  const app = await RunningApp.start(person);
  await desktop.icon();
  const output: string[] = [];
  app.electron.process().stdout?.on('data', (chunk) => output.push(String(chunk)));
  app.electron.process().stderr?.on('data', (chunk) => output.push(String(chunk)));
  const watching = watchProcesses();
  const page = await openPopover(desktop, app);
  await setUp(page);
  await signIn(page);
  await expect.poll(() => refreshes(person)).toBeGreaterThan(1);
  await person.daypass(['status', '--json']);
  await person.daypass(['doctor', '--report']);
  const processes = watching.stop();

  const session = await page.context().newCDPSession(page);
  const heap: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => heap.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot');
  const files = readdirSync(person.home, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
  const places = { processes, output: output.join(''), heap: heap.join(''), files: files.join('\n') };
  // The code, the verifier, an id token, the key, and at each of three requests what it brought.
  expect(wire.secrets().length).toBeGreaterThan(12);
  expect(kept(person).some((name) => name.startsWith('login.'))).toBe(true);
  for (const [place, all] of Object.entries(places)) {
    for (const secret of wire.secrets()) expect(all.includes(secret), `${secret.slice(0, 8)}… in ${place}`).toBe(false);
  }
  await app.quit();
  wire.close();
});
