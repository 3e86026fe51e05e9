// What the script does when Daypass is not running: it says so, or starts it and goes on.
import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { installScripts } from '../../electron/adapters/endpoint/install-scripts.ts';
import { writeLaunchFile } from '../../electron/adapters/endpoint/launch-file.ts';
import { FakeCommandApp } from '../fakes/command-app.ts';
import { CommandHome, run } from './command-home.ts';
import { until } from './until.ts';

const LINES = 'protocol=https\nhost=git-codecommit.eu-west-1.amazonaws.com\npath=v1/repos/infra\n';
const NOT_RUNNING = 'daypass: Daypass is not running.\ndaypass: Start it from the applications, or type: daypass\n';

const homes: CommandHome[] = [];
afterEach(async () => {
  for (const home of homes.splice(0)) await home.remove();
});

async function make(): Promise<CommandHome> {
  const home = await CommandHome.make(`it's "home" $x`);
  homes.push(home);
  return home;
}

/** In the place of the app: a program that notes how it was started. */
async function withLaunch(home: CommandHome, forGit = true): Promise<{ started: () => Promise<string> }> {
  const program = join(home.folder, `the app's "program" $y`);
  const note = join(home.folder, 'note');
  const script = `#!/bin/sh\n{ printf '<%s>' "$@"; printf '|%s|%s|%s|%s' "$PWD" "$DAYPASS_HOME" "\${ELECTRON_RUN_AS_NODE-}" "\${GIT_DIR-}"; } >"$DAYPASS_HOME/note"\n`;
  await writeFile(program, script);
  await chmod(program, 0o755);
  await writeLaunchFile({ home: home.folder, command: [program, '--flag', `a 'b' "c" $z`], forGit, platform: 'linux' });
  return { started: () => readFile(note, 'utf8').catch(() => '') };
}

const started = (home: CommandHome) =>
  stat(join(home.folder, 'note')).then(
    () => true,
    () => false,
  );
const withDisplay = (home: CommandHome) => ({ ...home.env, DISPLAY: ':0' });

describe('without a way to start it', () => {
  it.each([
    [['status']],
    [['env']],
    [[]],
    [['open']],
    [['sign-in', '--code', '123456']],
    [['exec', '--', 'echo', 'ran']],
  ])('daypass %j says so and exits 3', async (args) => {
    const home = await make();
    expect(await run(home.script, args, { env: home.env })).toEqual({ status: 3, stdout: '', stderr: NOT_RUNNING });
  });

  it('says it in Chinese', async () => {
    const home = await make();
    for (const LANG of ['zh_TW.UTF-8', 'zh_HK', 'zh_Hant_TW.UTF-8']) {
      const { stderr } = await run(home.script, ['status'], { env: { ...home.env, LANG } });
      expect(stderr).toBe('daypass: Daypass 沒有在執行。\ndaypass: 請從應用程式啟動，或執行：daypass\n');
    }
  });

  it('git is told not to ask for a password that nobody has', async () => {
    const home = await make();
    const ran = await run(home.script, ['git-credential', 'get'], { env: home.env, input: LINES });
    expect(ran).toEqual({ status: 3, stdout: 'quit=1\n', stderr: NOT_RUNNING });
  });

  it('a store and an erase are none of its business', async () => {
    const home = await make();
    for (const operation of ['store', 'erase']) {
      const ran = await run(home.script, ['git-credential', operation], { env: home.env, input: LINES });
      expect(ran).toEqual({ status: 0, stdout: '', stderr: '' });
    }
  });

  it('what a killed app left behind changes nothing', async () => {
    const home = await make();
    await writeFile(join(home.folder, 'agent.curl'), `unix-socket = "${join('/tmp', 'no such daypass.sock')}"\n`);
    expect(await run(home.script, ['status'], { env: home.env })).toEqual({
      status: 3,
      stdout: '',
      stderr: NOT_RUNNING,
    });
    const ran = await run(home.script, ['git-credential', 'get'], { env: home.env, input: LINES });
    expect(ran).toEqual({ status: 3, stdout: 'quit=1\n', stderr: NOT_RUNNING });
  });

  it('without curl it names curl', async () => {
    const home = await make();
    await home.start();
    const { status, stderr } = await run('/bin/sh', [home.script, 'status'], {
      env: { ...home.env, PATH: '/nowhere' },
    });
    expect([status, stderr]).toEqual([3, expect.stringContaining('curl is needed, and was not found.')]);
  });
});

describe('with the file that the app wrote', () => {
  it('git starts it, waits until it answers, and gets its answer with all that git has said', async () => {
    const home = await make();
    const launch = await withLaunch(home);
    const asks = run(home.script, ['git-credential', 'get'], { env: withDisplay(home), input: LINES });
    await until(() => started(home));
    const app = new FakeCommandApp();
    let heard = '';
    app.answer = async (_, input) => {
      heard = input;
      return { stdout: 'username=u\npassword=p\n', failure: null };
    };
    await home.start(app);
    expect(await asks).toEqual({ status: 0, stdout: 'username=u\npassword=p\n', stderr: '' });
    expect(heard).toBe(LINES);
    expect(await launch.started()).toContain('<--flag>');
  });

  it('a file left by a killed app does not keep git from starting it', async () => {
    const home = await make();
    await withLaunch(home);
    await writeFile(join(home.folder, 'agent.curl'), `unix-socket = "${join('/tmp', 'no such daypass.sock')}"\n`);
    const asks = run(home.script, ['git-credential', 'get'], { env: withDisplay(home), input: LINES });
    await until(() => started(home));
    const app = new FakeCommandApp();
    app.answer = async (_, input) => ({ stdout: input, failure: null });
    await home.start(app);
    expect(await asks).toEqual({ status: 0, stdout: LINES, stderr: '' });
  });

  it('daypass alone starts it and opens the popover', async () => {
    const home = await make();
    await withLaunch(home, false);
    const opens = run(home.script, [], { env: withDisplay(home) });
    await until(() => started(home));
    const { app } = await home.start();
    expect(await opens).toEqual({ status: 0, stdout: '', stderr: '' });
    await until(() => app.asked.includes('open null'));
  });

  it('the program gets its arguments and its home, and nothing of git’s or an editor’s', async () => {
    const home = await make();
    const launch = await withLaunch(home);
    const env = { ...withDisplay(home), ELECTRON_RUN_AS_NODE: '1', GIT_DIR: '/x/.git' };
    expect((await run(join(home.folder, 'launch'), [], { env })).status).toBe(0);
    await until(async () => (await launch.started()).includes('|'));
    expect(await launch.started()).toBe(`<--flag><a 'b' "c" $z>|/|${home.folder}||`);
  });

  it.each([['status'], ['env'], ['git-credential', 'erase'], ['git-credential', 'store']])(
    'daypass %s %s does not start it',
    async (...args) => {
      const home = await make();
      await withLaunch(home);
      await run(home.script, args, { env: withDisplay(home), input: LINES });
      expect(await started(home)).toBe(false);
    },
  );

  it('git does not start it where that is switched off', async () => {
    const home = await make();
    await withLaunch(home, false);
    const ran = await run(home.script, ['git-credential', 'get'], { env: withDisplay(home), input: LINES });
    expect(ran).toEqual({ status: 3, stdout: 'quit=1\n', stderr: NOT_RUNNING });
    expect(await started(home)).toBe(false);
  });

  it('and does again where it is switched on again', async () => {
    const home = await make();
    await withLaunch(home, false);
    await withLaunch(home, true);
    await expect(stat(join(home.folder, 'launch.not-for-git'))).rejects.toThrow('ENOENT');
  });

  it.each([
    ['without a display', {}, ''],
    ['when the program has gone', { DISPLAY: ':0' }, '/gone'],
  ])('%s nobody waits', async (_, more, gone) => {
    const home = await make();
    await withLaunch(home);
    if (gone) await writeLaunchFile({ home: home.folder, command: [gone], forGit: true, platform: 'linux' });
    const ran = await run(home.script, ['git-credential', 'get'], { env: { ...home.env, ...more }, input: LINES });
    expect(ran).toEqual({ status: 3, stdout: 'quit=1\n', stderr: NOT_RUNNING });
  });
});

it('a file where the scripts are to be put is said, and left', async () => {
  const home = await make();
  const to = join(home.folder, 'elsewhere');
  await writeFile(to, 'mine');
  const installing = installScripts(join(home.folder, 'bin'), to);
  await expect(installing).rejects.toMatchObject({ failure: { code: 'file.failed', params: { path: to } } });
  expect(await readFile(to, 'utf8')).toBe('mine');
});

it('writes for Windows what a batch file reads', async () => {
  const home = await make();
  const command = ['C:\\Program Files\\100% Day\\Daypass.exe', '--x'] as const;
  await writeLaunchFile({ home: home.folder, command, forGit: true, platform: 'win32' });
  const text = await readFile(join(home.folder, 'launch.cmd'), 'latin1');
  const start = 'start "" "C:\\Program Files\\100%% Day\\Daypass.exe" "--x"';
  expect(text.split('\r\n').slice(-3)).toEqual(['cd /d "%SystemRoot%"', start, '']);
});
