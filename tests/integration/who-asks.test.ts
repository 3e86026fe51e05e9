// Whether somebody is there, as git's shell finds it out, and what the real git then does: through its own client and
// through the script, while the app runs and while it does not.
import { copyFileSync, existsSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeLaunchFile } from '../../electron/adapters/endpoint/launch-file.ts';
import { isThere } from '../world/programs.ts';
import { SHELLS } from './command-home.ts';
import { GitHome } from './git-home.ts';
import { until } from './until.ts';

const WHO_ASKS = join(import.meta.dirname, '../../assets/bin/who-asks.sh');
const HOST = 'git-codecommit.us-east-1.amazonaws.com';
const ABOUT = `protocol=https\nhost=${HOST}\npath=v1/repos/app\n\n`;
const [TERMINAL, PERSON, UNSEEN, NOBODY] = ['600', '900', '300', '2'];

let home: GitHome;
beforeEach(() => {
  home = new GitHome();
});
afterEach(() => home.remove());

test('passes shellcheck', async () => {
  expect(await home.run('shellcheck', [WHO_ASKS])).toEqual({ status: 0, stdout: '', stderr: '' });
});

const says = (text: string) => ({ GIT_CONFIG_PARAMETERS: text });
/** As git hands `-c` settings on. */
const COUNTED = (...settings: readonly (readonly [string, string])[]) => ({
  GIT_CONFIG_COUNT: String(settings.length),
  ...Object.fromEntries(
    settings.flatMap(([key, value], i) => [
      [`GIT_CONFIG_KEY_${i}`, key],
      [`GIT_CONFIG_VALUE_${i}`, value],
    ]),
  ),
});

describe.each(SHELLS.filter(([program]) => isThere(program ?? '')).map((shell) => [shell.join(' '), shell] as const))(
  '%s',
  (_, [program = 'sh', ...options]) => {
    const asks = async (env: Record<string, string>) =>
      (await home.run(program, [...options, '-uc', `. '${WHO_ASKS}'; echo "$dp_wait"`], { env })).stdout.trim();

    test.each<[string, Record<string, string>, string | undefined]>([
      ['nothing is known', {}, UNSEEN],
      ['git’s maintenance', says(`'credential.interactive'='false' 'core.askPass'='true'`), NOBODY],
      ['never', says(`'a.b'='c' 'credential.interactive'='never'`), NOBODY],
      ['a git before 2.31', says(`'credential.interactive=false' 'core.askPass=true'`), NOBODY],
      ['in other letters', says(`'Credential.INTERACTIVE'='No'`), NOBODY],
      ['empty, which is false', says(`'credential.interactive'=''`), NOBODY],
      ['without a value, which is true', says(`'credential.interactive'= 'a.b'='false'`), UNSEEN],
      ['taken back', says(`'credential.interactive'='false' 'credential.interactive'='true'`), UNSEEN],
      ['of another section', says(`'other.credential.interactive'='false'`), UNSEEN],
      ['by GIT_CONFIG_COUNT', COUNTED(['a.b', 'c'], ['credential.interactive', 'off']), NOBODY],
      ['by GIT_CONFIG_COUNT, odd', { ...COUNTED(['a.b', '$(echo planted)"\'`']), GIT_CONFIG_COUNT: '2x' }, UNSEEN],
      [
        'by GIT_CONFIG_COUNT, taken back by -c',
        { ...COUNTED(['credential.interactive', '0']), ...says(`'credential.interactive'='1'`) },
        UNSEEN,
      ],
      ['VS Code’s fetch by itself', { VSCODE_GIT_COMMAND: 'fetch', VSCODE_GIT_FETCH_SILENT: 'true' }, NOBODY],
      ['VS Code’s push', { VSCODE_GIT_COMMAND: 'push', GIT_ASKPASS: '/code/askpass.sh' }, PERSON],
      ['GitHub Desktop’s fetch by itself', { GCM_INTERACTIVE: '0' }, NOBODY],
      ['GitHub Desktop’s push', { GCM_INTERACTIVE: '1' }, PERSON],
      ['a tool without a terminal', { GCM_INTERACTIVE: 'Never', GIT_TERMINAL_PROMPT: '0' }, NOBODY],
      ['an askpass that has no answer', { GIT_ASKPASS: '/usr/bin/true' }, NOBODY],
      ['a client’s askpass', { GIT_ASKPASS: '/fork/askpass' }, UNSEEN],
      ['a systemd timer', { TRIGGER_UNIT: 'git-maintenance@hourly.timer', INVOCATION_ID: 'x' }, NOBODY],
      ['below a service, as every desktop is', { INVOCATION_ID: 'x', JOURNAL_STREAM: '8:1' }, UNSEEN],
      ['a background session', { XDG_SESSION_CLASS: 'background' }, NOBODY],
      ['launchd’s maintenance', { XPC_SERVICE_NAME: 'org.git-scm.git.hourly' }, NOBODY],
      ['an app of macOS', { XPC_SERVICE_NAME: 'application.com.example.1.2' }, UNSEEN],
    ])('%s', async (_, env, expected) => {
      expect(await asks(env)).toBe(expected);
    });

    test('standard error that is the journal', async () => {
      const inner = `. '${WHO_ASKS}'; echo "$dp_wait"`;
      const outer = `JOURNAL_STREAM=$(stat -Lc %d:%i /dev/fd/2) exec ${program} ${options.join(' ')} -c "$1"`;
      const { stdout } = await home.run('sh', ['-c', `test -S /dev/fd/2 && ${outer}`, 'sh', inner]);
      expect(stdout).toBe(`${NOBODY}\n`);
    });

    test('cron somewhere above', async () => {
      copyFileSync(realpathSync('/bin/dash'), home.path('cron'));
      const inner = `${program} ${options.join(' ')} -c '. ${WHO_ASKS}; echo "$dp_wait"'; :`;
      expect((await home.run(home.path('cron'), ['-c', `sh -c "$1"; :`, 'cron', inner])).stdout).toBe(`${NOBODY}\n`);
    });

    test.each<[string, Record<string, string>, string | undefined]>([
      ['', {}, TERMINAL],
      [' of a tool that is spared a window', { GCM_INTERACTIVE: 'never', GIT_ASKPASS: 'echo' }, TERMINAL],
      [' below a service', { INVOCATION_ID: 'x' }, TERMINAL],
      [' that VS Code keeps for itself', { VSCODE_GIT_COMMAND: 'push' }, PERSON],
      [' where git itself is told so', says(`'credential.interactive'='false'`), NOBODY],
    ])('a terminal%s', async (_, env, expected) => {
      const inner = `${program} ${options.join(' ')} -c '. ${WHO_ASKS}; echo "$dp_wait"'`;
      const { stdout } = await home.run('script', ['-qec', inner, '/dev/null'], { env });
      expect(stdout.trim()).toBe(expected);
    });

    test.each([
      ['a terminal whose errors go elsewhere', '2>/dev/null', TERMINAL],
      ['the background of a terminal', '2>/dev/null & wait', UNSEEN],
    ])('%s', async (_, how, expected) => {
      const inner = `${program} ${options.join(' ')} -c '. ${WHO_ASKS}; echo "$dp_wait"'`;
      home.write('job', `set -m\n${inner} ${how}\n`);
      const { stdout } = await home.run('script', ['-qec', `bash -i ${home.path('job')}`, '/dev/null']);
      expect(stdout.trim().split('\n').at(-1)?.trim()).toBe(expected);
    });
  },
);

describe('git', () => {
  const background = { VSCODE_GIT_FETCH_SILENT: 'true', DISPLAY: ':0' };
  const fill = (env: Record<string, string> = background) => home.git(['credential', 'fill'], { input: ABOUT, env });
  const launched = () => existsSync(home.path('launched'));

  beforeEach(async () => {
    await home.startApp();
    await home.setup().apply('set-up');
    home.write('program', `#!/bin/sh\n: >'${home.path('launched')}'\n`, 0o755);
    await writeLaunchFile({ home: home.folder, command: [home.path('program')], forGit: true, platform: 'linux' });
  });

  test.each([
    ['its own client', () => {}],
    ['the script', () => rmSync(home.socketPath)],
  ])('in the background ends by itself through %s, and says why', async (_, before) => {
    before();
    const { status, stderr } = await fill();
    expect(status).toBe(128);
    expect(stderr).toMatch(
      /^daypass: You aren’t signed in for app, .*\n.*\nfatal: credential helper .* told us to quit\n$/,
    );
    expect([home.waited, home.unattended]).toEqual([[], ['app']]);
  });

  test('in the background gets its password where there is a session', async () => {
    home.signIn('work');
    expect((await fill()).stdout).toContain('username=ASIAwork');
    expect(home.scriptCalls()).toEqual([]);
  });

  test('as its own maintenance calls it', async () => {
    const words = ['-c', 'credential.interactive=false', '-c', 'core.askPass=true', 'credential', 'fill'];
    expect(await home.git(words, { input: ABOUT })).toMatchObject({ status: 128, stdout: '' });
    expect(home.waited).toEqual([]);
  });

  test('in the background starts nothing that does not run; a person’s does', async () => {
    await home.stopApp();
    expect(await fill()).toMatchObject({ status: 128, stderr: expect.stringContaining('Daypass is not running.') });
    expect(launched()).toBe(false);
    const fills = fill({ DISPLAY: ':0' });
    await until(launched);
    home.signIn('work');
    await home.startApp();
    expect((await fills).stdout).toContain('username=ASIAwork');
  });

  /** Standard error is the terminal's; what git reads and prints goes by files. */
  const atTerminal = async (env: Record<string, string> = {}) => {
    home.write('about', ABOUT);
    const words = ['-qec', 'git credential fill <about >filled', '/dev/null'];
    const { status, stdout } = await home.run('script', words, { env });
    return { status, shown: stdout.replaceAll('\r', ''), filled: home.read('filled') };
  };

  test.each([
    ['its own client', () => {}],
    ['the script', () => rmSync(home.socketPath)],
  ])('at a terminal says there for what it waits, once, through %s, and then waits', async (_, prepare) => {
    prepare();
    const fills = atTerminal();
    await until(() => home.waited.length === 1);
    expect(home.waiting.list()).toHaveLength(1);
    home.signIn('work');
    expect(await fills).toEqual({
      status: 0,
      shown: 'daypass: waits for work\n',
      filled: expect.stringContaining('username=ASIAwork'),
    });
    // By its own client or not, with a session it says nothing.
    expect(await atTerminal()).toMatchObject({ status: 0, shown: '' });
    expect(home.waited).toEqual(['app']);
  });

  test.each([
    ['stopped', () => home.waiting.cancelAll(), /^daypass: waits for work\ndaypass: The wait for app was stopped/],
    ['left by Daypass', () => void home.stopApp(), /^daypass: waits for work\n(daypass|fatal): /],
  ])('at a terminal whose wait is %s ends with the reason', async (_, end, shown) => {
    const fills = atTerminal();
    await until(() => home.waited.length === 1);
    end();
    expect(await fills).toMatchObject({ status: 128, shown: expect.stringMatching(shown), filled: '' });
    expect(home.waited).toEqual(['app']);
  });

  test('at a terminal, fetching for nobody, says nothing of a wait', async () => {
    const { status, shown } = await atTerminal(background);
    expect([status, shown]).toEqual([128, expect.not.stringContaining('waits for')]);
    expect(home.waited).toEqual([]);
  });

  test('of an earlier set-up, or without the file, waits as a person’s', async () => {
    rmSync(join(home.folder, 'bin/who-asks.sh'));
    const fills = fill();
    await until(() => home.waited.length === 1);
    home.signIn('work');
    expect((await fills).stdout).toContain('username=ASIAwork');
  });
});
