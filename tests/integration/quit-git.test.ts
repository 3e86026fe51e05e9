// Quitting while git waits: git is told to stop, and starts nothing that was just quit.
import { existsSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { holdLaunch, writeLaunchFile } from '../../electron/adapters/endpoint/launch-file.ts';
import { GitHome } from './git-home.ts';
import { until } from './until.ts';

const HOST = 'git-codecommit.us-east-1.amazonaws.com';
const ABOUT = `protocol=https\nhost=${HOST}\npath=v1/repos/app\n\n`;

let home: GitHome;
const env = { DISPLAY: ':0' };
const fill = () => home.git(['credential', 'fill'], { input: ABOUT, env });
const launched = () => existsSync(home.path('launched'));

beforeEach(async () => {
  home = new GitHome();
  await home.startApp();
  await home.setup().apply('set-up');
  // In the place of the app: a program that notes that it was started.
  home.write('program', `#!/bin/sh\n: >'${home.path('launched')}'\n`, 0o755);
  await writeLaunchFile({ home: home.folder, command: [home.path('program')], forGit: true, platform: 'linux' });
});
afterEach(() => home.remove());

describe('a git that waits', () => {
  test('through its own client ends at once, without asking the script', async () => {
    const fills = fill();
    await until(() => home.waited.length === 1);
    await home.stopApp();
    const { status, stdout, stderr } = await fills;
    expect([status, stdout]).toEqual([128, '']);
    expect(stderr).toContain('told us to quit');
    expect(home.scriptCalls()).toEqual([]);
    expect(launched()).toBe(false);
  });

  test('through the script ends as well', async () => {
    rmSync(home.socketPath);
    const fills = fill();
    await until(() => home.waited.length === 1);
    await home.stopApp();
    const { status, stdout, stderr } = await fills;
    expect([status, stdout]).toEqual([128, '']);
    expect(stderr).toContain('told us to quit');
    expect(home.scriptCalls()).toEqual(['get']);
    expect(launched()).toBe(false);
  });

  test('twenty of them, all told', async () => {
    const fills = Array.from({ length: 20 }, fill);
    await until(() => home.waiting.list().length === 20);
    await home.stopApp();
    for (const { stderr } of await Promise.all(fills)) expect(stderr).toContain('told us to quit');
    expect(launched()).toBe(false);
  });
});

describe('a git that asks when the app has gone', () => {
  const seconds = () => Math.floor(Date.now() / 1000);

  test('just after a quit does not start it, and asks nobody for a password', async () => {
    await home.stopApp();
    holdLaunch(home.folder);
    const { status, stderr } = await fill();
    expect(status).toBe(128);
    expect(stderr).toContain('Daypass is not running.');
    expect(launched()).toBe(false);
  });

  test.each([
    ['a minute after a quit', () => `${seconds() - 60}\n`],
    ['after a quit that lies ahead, as the clock was set back', () => `${seconds() + 3_600}\n`],
    ['after a mark without a time', () => ''],
    ['after a mark that is no time', () => 'soon $(touch planted)\n'],
  ])('%s starts it', async (_, text) => {
    await home.stopApp();
    home.write('.daypass/launch.not-now', text());
    const fills = fill();
    await until(launched);
    home.signIn('work');
    await home.startApp();
    expect((await fills).stdout).toContain('username=ASIAwork');
    expect(existsSync(home.path('planted'))).toBe(false);
  });

  test('the mark of a quit goes through nothing that lies in its place', () => {
    home.write('theirs', 'mine');
    symlinkSync(home.path('theirs'), home.path('.daypass/launch.not-now'));
    holdLaunch(home.folder);
    expect(home.read('theirs')).toBe('mine');
    expect(home.read('.daypass/launch.not-now')).toMatch(/^\d+\n$/);
  });

  test('a person starts it all the same', async () => {
    await home.stopApp();
    holdLaunch(home.folder);
    const opens = home.run(join(home.folder, 'bin/daypass'), ['open'], { env });
    await until(launched);
    await home.startApp();
    expect((await opens).status).toBe(0);
  });
});
