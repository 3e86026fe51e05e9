// From the tray click to a push that arrives, as a person does it.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseMore } from '../world/go-to.ts';
import {
  changeProposal,
  codeField,
  expect,
  openPopover,
  setUpAndSignIn,
  setUpGit,
  setUpProfile,
  signIn,
  test,
  typeCode,
} from './fixture.ts';

const ODD_CREDENTIALS = [
  '# My AWS keys \u00e9\r',
  '[work]',
  '  aws_access_key_id={key}  ',
  'aws_secret_access_key\t=\t{secret}',
  '',
  ';  an old one',
  '[ other ]',
  'aws_access_key_id = AKIAOTHEROTHEROTHER1',
  'aws_secret_access_key = x/y+z=',
  'region=eu-north-1 # mine',
  's3 =',
  '    max_concurrent_requests = 20',
].join('\n');

test.describe('with an odd credentials file', () => {
  test.use({ options: { credentials: ODD_CREDENTIALS } });

  test('click, code, clone, push, sign out; the rest of the file is as it was', async ({ person, desktop, app }) => {
    const before = person.readCredentials();
    const page = await openPopover(desktop, app);
    await setUpAndSignIn(page, person);

    const during = person.readCredentials();
    expect(during.startsWith(before)).toBe(true);
    expect(during.slice(before.length)).toMatch(
      /^\n*\[work-mfa\]\naws_access_key_id = ASIA[A-Z0-9]{16}\naws_secret_access_key = \S{40}\naws_session_token = \S+\nx_security_token_expires = \S+Z\nmanager = daypass\n?$/,
    );
    expect(statSync(person.credentialsFile).mode & 0o777).toBe(0o600);
    const caller = await person.awsCli(['--profile', 'work-mfa', 'sts', 'get-caller-identity', '--output', 'text']);
    expect(caller).toMatchObject({ status: 0, stdout: expect.stringContaining(person.aws.user.accountId) });

    await setUpGit(page);
    expect(await person.git(['clone', person.repositoryUrl('hello')])).toMatchObject({ status: 0 });
    expect(await person.commitAndPush(join(person.home, 'hello'), 'first.txt')).toMatchObject({ status: 0 });
    expect(await person.git(['pull'], join(person.home, 'hello'))).toMatchObject({ status: 0 });
    expect(await desktop.tooltip()).toMatch(/^work-mfa: Signed in until /);

    await chooseMore(page, 'Sign out');
    await expect(codeField(page)).toBeVisible();
    await expect.poll(() => person.readCredentials()).toBe(before);
  });
});

test('a push while signed out waits, the popover names the repository, and the push goes on after the code', async ({
  person,
  desktop,
  app,
}) => {
  const page = await openPopover(desktop, app);
  await setUpAndSignIn(page, person);
  await setUpGit(page);
  expect(await person.git(['clone', person.repositoryUrl('hello')])).toMatchObject({ status: 0 });
  await chooseMore(page, 'Sign out');
  await expect(codeField(page)).toBeVisible();

  const push = person.commitAndPush(join(person.home, 'hello'), 'waits.txt');
  await expect(page.getByText('hello: git is waiting for you to sign in')).toBeVisible();
  await desktop.notification(/git is waiting/);
  await signIn(page, person);
  expect(await push).toMatchObject({ status: 0 });
  await expect(page.getByText('hello: git is waiting for you to sign in')).toBeHidden();
});

test('a waiting clone is stopped in the popover, and git says why in one line', async ({ person, desktop, app }) => {
  const page = await openPopover(desktop, app);
  await setUpProfile(page);
  await setUpGit(page);
  const clone = person.git(['clone', person.repositoryUrl('hello')]);
  await page.getByRole('button', { name: 'Stop waiting' }).click();
  const { status, stderr } = await clone;
  expect(status).not.toBe(0);
  expect(stderr).toContain('daypass: The wait for hello was stopped in Daypass.');
});

test('the session survives kill -9: files are whole, and a restart brings it back', async ({
  person,
  desktop,
  app,
}) => {
  const page = await openPopover(desktop, app);
  await setUpAndSignIn(page, person);
  const kept = join(person.home, '.daypass/sessions');
  await expect
    .poll(() => existsSync(kept) && readdirSync(kept).filter((name) => name.endsWith('.sealed')))
    .toHaveLength(1);
  const written = person.readCredentials();
  process.kill(app.pid, 'SIGKILL');
  await expect.poll(() => existsSync(`/proc/${app.pid}/exe`)).toBe(false);
  expect(person.readCredentials()).toBe(written);

  const { RunningApp } = await import('../world/running-app.ts');
  const again = await RunningApp.start(person);
  try {
    await expect.poll(() => desktop.tooltip().catch(() => '')).toMatch(/Signed in until/);
    await desktop.click();
    await expect((await again.page()).getByRole('timer')).toBeVisible();
    expect(person.readCredentials()).toBe(written);
    expect((await person.daypass(['status'])).stdout).toContain('work-mfa');
  } finally {
    await again.quit();
  }
});

test('a session that AWS says is over is dropped, told, and taken out of the profile', async ({
  person,
  desktop,
  app,
}) => {
  const before = person.readCredentials();
  const page = await openPopover(desktop, app);
  await setUpAndSignIn(page, person);
  // Thirteen hours pass at AWS; the next answer, to a renewal with a wrong code, tells so.
  person.aws.faults.skewMs = 13 * 3_600_000;
  await chooseMore(page, 'Renew');
  await typeCode(page, '000000');
  await desktop.notification(/work-mfa has expired/);
  await expect.poll(() => person.readCredentials()).toBe(before);
  await expect(page.getByRole('timer')).toBeHidden();
});

test('a warning comes before the end, and a copied environment is gone after a minute', async ({
  person,
  desktop,
  app,
}) => {
  const page = await openPopover(desktop, app);
  await changeProposal(page);
  await page.getByText('More options').click();
  await page.getByLabel('Session length').selectOption('900');
  await page.getByLabel('Notify before the end (minutes)').fill('14');
  await page.getByRole('button', { name: 'Save' }).click();
  await signIn(page, person);
  // A minute passes meanwhile, after which what was copied must be gone.
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Variables for bash, zsh' }).click();
  // This Electron marks nothing.
  await page.getByRole('button', { name: 'Copy anyway' }).click();
  const clipboard = () => app.electron.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(clipboard).toMatch(/^export AWS_ACCESS_KEY_ID='ASIA[A-Z0-9]{16}'$/m);
  const warning = await desktop.notification(/work-mfa expires in 14 min/);
  expect(desktop.notifications.filter((shown) => shown.title === warning.title)).toHaveLength(1);
  await expect.poll(clipboard).toBe('');
});

test('the settings file holds no secret, and the sealed session is not readable', async ({ person, desktop, app }) => {
  const page = await openPopover(desktop, app);
  await setUpAndSignIn(page, person);
  const [, secret] = /aws_session_token = (\S+)/.exec(person.readCredentials()) ?? [];
  const home = join(person.home, '.daypass');
  const { stdout } = await person.run('grep', ['-rlaF', secret as string, home]);
  expect(stdout).toBe('');
  expect(readFileSync(join(home, 'settings.json'), 'utf8')).not.toContain(person.aws.user.secretAccessKey);
  for (const name of ['settings.json', 'agent.curl']) expect(statSync(join(home, name)).mode & 0o077).toBe(0);
  expect(statSync(home).mode & 0o777).toBe(0o700);
});

test('a terminal opens with the session in it, and nothing of it in its command line', async ({
  person,
  desktop,
  app,
}) => {
  // The person's own terminal, as Debian's alternatives name it.
  const bin = join(person.home, 'bin');
  mkdirSync(bin);
  const seen = join(person.home, 'terminal.txt');
  writeFileSync(
    join(bin, 'x-terminal-emulator'),
    `#!/bin/sh\nshift\nprintf '%s\\n' "$*" >'${seen}.command'\nSHELL=/bin/sh exec "$@" </dev/null -c 'echo "$AWS_ACCESS_KEY_ID" >${seen}'\n`,
    { mode: 0o755 },
  );
  await app.electron.evaluate((_, folder) => {
    process.env.PATH = `${folder}:${process.env.PATH}`;
    process.env.SHELL = '/bin/sh';
  }, bin);
  const page = await openPopover(desktop, app);
  await setUpAndSignIn(page, person);
  await page.getByRole('button', { name: /Open terminal/ }).click();
  await expect.poll(() => existsSync(seen) && readFileSync(seen, 'utf8')).toMatch(/^ASIA[A-Z0-9]{16}\n$/);
  expect(readFileSync(`${seen}.command`, 'utf8')).toBe(
    `${person.home}/.daypass/bin/daypass exec work-mfa -- /bin/sh\n`,
  );
});
