// What stands in the way of a start: a convenience is told of and the app runs; where it cannot run, it says why and ends.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { goTo } from '../world/go-to.ts';
import type { Person } from '../world/person.ts';
import { electronCommand, RunningApp } from '../world/running-app.ts';
import { expect, openPopover, setUpProfile, test } from './fixture.ts';

const OWN = '[Desktop Entry]\nType=Application\nName=Daypass\nExec=/home/me/start-daypass\n';

/** Somebody who has chosen to open Daypass at login. */
function openAtLogin({ home }: Person): void {
  mkdirSync(join(home, '.daypass'), { mode: 0o700 });
  const settings = JSON.stringify({ settings: { preferences: { openAtLogin: true } } });
  writeFileSync(join(home, '.daypass/settings.json'), settings);
}

function putEntry({ home }: Person, text: string): string {
  const file = join(home, '.config/autostart/daypass.desktop');
  mkdirSync(join(home, '.config/autostart'), { recursive: true });
  writeFileSync(file, text);
  return file;
}

test('somebody’s own entry for Daypass at login outlives its first start', async ({ person, desktop }) => {
  const file = putEntry(person, OWN);
  const app = await RunningApp.start(person);
  await desktop.icon();
  // The start has come as far as its conveniences.
  await expect.poll(async () => (await person.run('test', ['-e', '.daypass/launch'])).status).toBe(0);
  expect((await person.daypass(['status'])).status).toBe(0);
  await app.quit();
  expect(readFileSync(file, 'utf8')).toBe(OWN);
});

for (const [what, put, reason] of [
  [
    'a file where the folder of autostart should be',
    ({ home }: Person) => {
      mkdirSync(join(home, '.config'), { recursive: true });
      writeFileSync(join(home, '.config/autostart'), '');
    },
    'a file is where a folder should be',
  ],
  ['somebody’s own entry', (person: Person) => void putEntry(person, OWN), 'Daypass didn’t create it'],
] as const) {
  test(`${what}: Daypass starts all the same and says so`, async ({ person, desktop }) => {
    openAtLogin(person);
    put(person);
    const app = await RunningApp.start(person);
    try {
      await desktop.icon();
      await expect.poll(async () => (await person.daypass(['version'])).status).toBe(0);
      await person.daypass(['add', 'work', '--serial', person.aws.user.serial]);
      const page = await openPopover(desktop, app);
      const path = '~/.config/autostart/daypass.desktop';
      await expect(page.getByText(`couldn’t be changed: ${path}: ${reason}`)).toBeVisible();
    } finally {
      await app.quit();
    }
  });
}

test('a folder that is named from where Daypass was started', async ({ person, desktop }) => {
  const home = join(person.home, 'elsewhere');
  const app = await RunningApp.start(person, { env: { DAYPASS_HOME: relative(process.cwd(), home) } });
  try {
    await desktop.icon();
    const version = () => person.run(join(home, 'bin/daypass'), ['version'], { env: { DAYPASS_HOME: home } });
    await expect.poll(async () => (await version()).status).toBe(0);
  } finally {
    await app.quit();
  }
});

test('opening at login is set on and off', async ({ person, desktop }) => {
  openAtLogin(person);
  const file = join(person.home, '.config/autostart/daypass.desktop');
  const app = await RunningApp.start(person);
  try {
    await desktop.icon();
    await expect.poll(async () => (await person.run('grep', ['-c', '^X-Daypass=true$', file])).stdout).toBe('1\n');
    const page = await openPopover(desktop, app);
    await setUpProfile(page);
    await goTo(page, 'settings');
    await page.getByRole('switch', { name: 'Open at login' }).click();
    await expect.poll(async () => (await person.run('test', ['-e', file])).status).toBe(1);
  } finally {
    await app.quit();
  }
});

test('settings that cannot be written: Daypass goes on, says so, and takes changes again when they can be', async ({
  person,
  desktop,
}) => {
  const file = join(person.home, '.daypass/settings.json');
  const text = `${file} can’t be written: it is read-only.`;
  const shown = text.replace(person.home, '~');
  const add = (name: string) => person.daypass(['add', 'work', '--name', name, '--serial', person.aws.user.serial]);
  const app = await RunningApp.start(person);
  try {
    await desktop.icon();
    await expect.poll(async () => (await person.daypass(['version'])).status).toBe(0);
    expect(await add('one')).toMatchObject({ status: 0 });
    chmodSync(file, 0o400);
    expect(await add('two')).toMatchObject({ status: 1, stderr: expect.stringContaining(text) });
    expect((await person.daypass(['status'])).stdout).toMatch(/one/);
    expect((await person.daypass(['doctor'])).stdout).toContain(text);
    const page = await openPopover(desktop, app);
    await expect(page.getByText(shown)).toBeVisible();
    chmodSync(file, 0o600);
    expect(await add('two')).toMatchObject({ status: 0 });
    await expect(page.getByText(shown)).toBeHidden();
  } finally {
    await app.quit();
  }
});

test('what a killed Daypass left beside a file is taken away, and what it was cut off in is undone', async ({
  person,
  desktop,
}) => {
  const aws = join(person.home, '.aws');
  const target = join(aws, 'credentials');
  const journal = join(person.home, '.daypass/unfinished');
  const before = person.readCredentials();
  mkdirSync(journal, { recursive: true, mode: 0o700 });
  const entry = JSON.stringify({ target, before, after: `${before}[work-mfa]\naws_session_token = t\n` });
  writeFileSync(join(journal, '0123456789abcdef.json'), entry);
  appendFileSync(target, '[work-mfa]\naws_ses');
  writeFileSync(join(aws, '.credentials.0123456789ab.daypass'), 'secret');
  const app = await RunningApp.start(person);
  try {
    await desktop.icon();
    await expect.poll(async () => (await person.daypass(['version'])).status).toBe(0);
    expect(person.readCredentials()).toBe(before);
    expect(readdirSync(journal)).toEqual([]);
    expect(readdirSync(aws)).not.toContain('.credentials.0123456789ab.daypass');
  } finally {
    await app.quit();
  }
});

for (const [what, put] of [
  ['a pipe', (file: string, person: Person) => person.run('mkfifo', [file])],
  ['no settings', async (file: string) => writeFileSync(file, '{')],
] as const) {
  test(`${what} in the place of the settings is put aside`, async ({ person, desktop }) => {
    mkdirSync(join(person.home, '.daypass'), { mode: 0o700 });
    await put(join(person.home, '.daypass/settings.json'), person);
    const app = await RunningApp.start(person);
    try {
      await desktop.icon();
      await expect.poll(async () => (await person.daypass(['version'])).status).toBe(0);
      expect((await person.daypass(['doctor'])).stdout).toContain('They were moved to');
      expect((await person.daypass(['add', 'work', '--serial', person.aws.user.serial])).status).toBe(0);
    } finally {
      await app.quit();
    }
  });
}

for (const [what, place, reason] of [
  ['a file in the place of its folder', ({ home }: Person) => join(home, 'file'), /a file is where a folder should be/],
  // Where nobody, not even root, can write.
  ['a folder that cannot be made', () => '/sys/daypass', /can’t use its folder \/sys\/daypass: /],
  [
    'a file in the place of Chromium’s folder',
    ({ home }: Person) => join(home, 'half'),
    /half\/electron: a file is where/,
  ],
  [
    'a folder in which no lock can be made',
    ({ home }: Person) => join(home, 'locked'),
    /locked\/electron: it can’t be locked/,
  ],
] as const) {
  test(`${what}: one clear text, in a window too, and exit status 1`, async ({ person }) => {
    writeFileSync(join(person.home, 'file'), '');
    mkdirSync(join(person.home, 'half'));
    writeFileSync(join(person.home, 'half/electron'), '');
    mkdirSync(join(person.home, 'locked/electron/SingletonLock'), { recursive: true });
    const ended = await startIn(place(person), person, async () => {
      await person.run('xdotool', [
        'search',
        '--sync',
        '--onlyvisible',
        '--name',
        '^Daypass$',
        'windowactivate',
        '--sync',
      ]);
      // Not as part of the above, which would send it past the keyboard, and so to no avail.
      await person.run('xdotool', ['key', 'Return']);
    });
    expect(ended.status).toBe(1);
    expect(ended.said).toMatch(reason);
    expect(ended.said).toMatch(/set DAYPASS_HOME to another one/);
    expect(ended.said).not.toMatch(/Error:|\n\s+at /);
  });
}

test('without a display it says so as well, and does not wait', async ({ person }) => {
  const { status, said } = await startIn('/sys/daypass', person, async () => {}, { DISPLAY: '', WAYLAND_DISPLAY: '' });
  expect([status, said]).toEqual([1, expect.stringContaining('daypass: Daypass can’t start')]);
});

async function startIn(
  home: string,
  person: Person,
  then: () => Promise<void>,
  env: Record<string, string> = {},
): Promise<{ status: number | null; said: string }> {
  const [program, ...args] = electronCommand();
  const app = spawn(program, args, { env: { ...person.env, DAYPASS_HOME: home, ...env }, stdio: 'pipe' });
  let said = '';
  app.stderr.on('data', (text) => {
    said += text;
  });
  try {
    const exit = once(app, 'exit') as Promise<[number | null]>;
    await then();
    const [status] = await exit;
    // Chromium speaks of its own troubles on the same stream.
    return { status, said: said.replace(/^\[.*\n/gm, '') };
  } finally {
    app.kill('SIGKILL');
  }
}

test('a folder too deep for a socket: commands go over loopback, where Daypass proves itself', async ({
  person,
  desktop,
}) => {
  const home = join(person.home, 'deep'.repeat(30), '.daypass');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const env = { DAYPASS_HOME: home };
  const app = await RunningApp.start(person, { env });
  try {
    await desktop.icon();
    const version = () => person.run(join(home, 'bin/daypass'), ['version'], { env });
    await expect.poll(async () => (await version()).stdout).toMatch(/^daypass \d/);
    expect(readFileSync(join(home, 'agent.curl'), 'utf8')).toContain('pinnedpubkey');
  } finally {
    await app.quit();
  }
});
