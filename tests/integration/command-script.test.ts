// The real script in each shell, over the real endpoint, with the app in memory behind it.
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failure } from '../../electron/core/base/failure.ts';
import { type FakeCommandApp, KEYS, someProfile } from '../fakes/command-app.ts';
import { isThere } from '../world/programs.ts';
import { CommandHome, letWait, type Ran, run, SHELLS, start } from './command-home.ts';
import { aBeat, until } from './until.ts';

const HOST_LINES = 'protocol=https\nhost=git-codecommit.eu-west-1.amazonaws.com\npath=v1/repos/infra\n';

let home: CommandHome;
let app: FakeCommandApp;

beforeAll(async () => {
  home = await CommandHome.make(`it's a "home" $x \`y\` \\ 家`);
  ({ app } = await home.start());
});
afterAll(() => home.remove());

const CURL = execFileSync('sh', ['-c', 'command -v curl']).toString().trim();

const shells = SHELLS.filter(([program]) => isThere(program ?? ''));

const daypass = (args: readonly string[], input: string | Uint8Array = '', env: NodeJS.ProcessEnv = {}): Promise<Ran> =>
  run(home.script, args, { env: { ...home.env, ...env }, input });

it('passes shellcheck', async () => {
  expect(isThere('shellcheck')).toBe(true);
  const script = join(import.meta.dirname, '..', '..', 'assets', 'bin', 'daypass');
  expect(await run('shellcheck', [script], { env: home.env })).toEqual({ status: 0, stdout: '', stderr: '' });
});

describe.each(shells.map((shell) => [shell.join(' '), shell] as const))('%s', (_, shell) => {
  const [program = 'sh', ...options] = shell;
  const inShell = (
    args: readonly string[],
    input: string | Uint8Array = '',
    env: NodeJS.ProcessEnv = {},
  ): Promise<Ran> => run(program, [...options, home.script, ...args], { env: { ...home.env, ...env }, input });

  beforeAll(() => {
    app.living.clear();
    app.profiles = [someProfile('work-mfa')];
    app.answer = async () => ({ stdout: '', failure: null });
  });

  it('prints what the app says, with its exit status', async () => {
    expect(await inShell(['status'])).toEqual({ status: 0, stdout: 'work-mfa  Signed out\n', stderr: '' });
    expect(await inShell(['credentials', 'work-mfa'])).toEqual({
      status: 4,
      stdout: '',
      stderr: 'daypass: Profile work-mfa isn’t signed in.\ndaypass: Sign in first.\n',
    });
    expect(await inShell(['credentials', 'nope'])).toMatchObject({ status: 1, stdout: '' });
    expect(await inShell(['nope'])).toMatchObject({ status: 2, stdout: '' });
    expect(await inShell(['--version'])).toMatchObject({ status: 0, stdout: 'daypass 1.2.3\n' });
    expect((await inShell(['--help'])).stdout).toMatch(/^Daypass: /);
  });

  it.each([`a b`, `it's`, `"q"`, '$HOME `id` \\', '*', '--', '-n', 'two\nlines', '家', '&arg=x%41+', '@/etc/passwd'])(
    'hands over the word %j as it is',
    async (word) => {
      const { status, stderr } = await inShell(['help', '--', word]);
      const shown = word.replace('\n', ' ');
      expect([status, stderr.split('\n')[0]]).toEqual([2, `daypass: Unknown command “${shown}”.`]);
    },
  );

  it('hands over an empty word', async () => {
    expect((await inShell(['credentials', ''])).stderr).toContain('Daypass has no profile .');
    expect(await inShell(['status', ''])).toMatchObject({ status: 2, stdout: '' });
  });

  it('speaks the language of the terminal', async () => {
    const { stderr } = await inShell(['nope'], '', { LANG: 'zh_TW.UTF-8' });
    expect(stderr).toBe('daypass: 沒有「nope」這個指令。\ndaypass: 「daypass help」會列出所有指令。\n');
    expect((await inShell(['nope'], '', { LANG: 'zh_TW.UTF-8', LC_ALL: 'C' })).stderr).toContain('Unknown command');
  });

  it('signs in with a code, which is in no argument list but its own', async () => {
    for (const [args, input] of [
      [['sign-in', 'work-mfa', '--code', '123456'], ''],
      [['sign-in', '--code=123456'], ''],
      [['sign-in', '--code', '-'], '123456\n'],
      [['sign-in', '--code=-'], '123456'],
    ] as const) {
      app.asked.length = 0;
      expect(await inShell(args, input)).toMatchObject({
        status: 0,
        stdout: 'work-mfa is signed in; 12:00:00 left.\n',
      });
      expect(app.asked).toEqual(['signIn id-work-mfa 123456']);
    }
    expect(await inShell(['sign-in', '--code'])).toMatchObject({ status: 2 });
  });

  it('lines of env make the session in this very shell', async () => {
    app.grant('work-mfa');
    const text =
      'eval "$("$1" env)"; printf "%s|%s|%s" "$AWS_ACCESS_KEY_ID" "$AWS_SECRET_ACCESS_KEY" "$AWS_SESSION_TOKEN"';
    const { stdout } = await run(program, [...options, '-c', text, 'x', home.script], { env: home.env });
    expect(stdout).toBe(`${KEYS.accessKeyId}|${KEYS.secretAccessKey}|${KEYS.sessionToken}`);
  });

  describe('exec', () => {
    const exec = (args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}) =>
      inShell(['exec', ...args], input, env);

    beforeAll(() => app.grant('work-mfa'));

    it('runs the command with the session, and with nothing else of ours', async () => {
      const env = {
        AWS_PROFILE: 'other',
        AWS_SESSION_TOKEN: 'old',
        home: 'mine',
        head: 'mine',
        AWS_REGION: 'eu-north-1',
      };
      const bare = await run('env', [], { env: { ...home.env, ...env } });
      const { status, stdout } = await exec(['work-mfa', '--', 'env'], '', env);
      const own = new Set(['_', 'SHLVL', 'PWD', 'OLDPWD', 'AWS_PROFILE']);
      const lines = (text: string) =>
        text.split('\n').filter((line) => line !== '' && !own.has(line.slice(0, line.indexOf('='))));
      expect(status).toBe(0);
      expect(lines(stdout).sort()).toEqual(
        [
          ...lines(bare.stdout).filter((line) => line !== 'AWS_SESSION_TOKEN=old'),
          `AWS_ACCESS_KEY_ID=${KEYS.accessKeyId}`,
          `AWS_SECRET_ACCESS_KEY=${KEYS.secretAccessKey}`,
          `AWS_SESSION_TOKEN=${KEYS.sessionToken}`,
        ].sort(),
      );
    });

    it('gives the region of the profile where none is chosen', async () => {
      const { stdout } = await exec(['--', 'sh', '-c', 'echo "$AWS_REGION $AWS_DEFAULT_REGION"']);
      expect(stdout).toBe('eu-west-1 eu-west-1\n');
    });

    it('leaves words, input and exit status alone', async () => {
      const words = ['a b', `it's`, '', '--', '-x', '$x', 'two\nlines'];
      const { stdout } = await exec(['--', 'sh', '-c', 'printf "<%s>" "$@"; cat', 'sh', ...words], 'the input');
      expect(stdout).toBe(`${words.map((word) => `<${word}>`).join('')}the input`);
      expect((await exec(['--', 'sh', '-c', 'exit 42'])).status).toBe(42);
      expect((await exec(['--', '/no/such/program'])).status).toBe(127);
    });

    it('becomes the command, so that signals and open files reach it', async () => {
      const { child, ended } = start(
        program,
        [...options, home.script, 'exec', '--', 'sh', '-c', 'echo $$; exec sleep 60'],
        {
          env: home.env,
        },
      );
      const pid = await new Promise((resolve) => child.stdout.once('data', (chunk) => resolve(Number(String(chunk)))));
      expect(pid).toBe(child.pid);
      child.kill('SIGTERM');
      await ended;
      expect(child.signalCode).toBe('SIGTERM');
      const text = 'exec 4</etc/hostname; "$1" exec -- sh -c "cat <&4"';
      const { stdout } = await run(program, [...options, '-c', text, 'x', home.script], { env: home.env });
      expect(stdout).toBe(await readFile('/etc/hostname', 'utf8'));
    });

    it('runs nothing when signed out or used wrongly', async () => {
      app.living.clear();
      expect(await exec(['--', 'echo', 'ran'])).toMatchObject({ status: 4, stdout: '' });
      for (const args of [
        [],
        ['--'],
        ['work-mfa', '--'],
        ['echo', 'ran'],
        ['--nope', '--', 'echo'],
        ['a', 'b', '--', 'echo'],
      ]) {
        expect(await exec(args)).toMatchObject({ status: 2, stdout: '' });
      }
      app.grant('work-mfa');
    });
  });

  describe('git-credential', () => {
    it('hands git’s words over and the answer back, byte for byte', async () => {
      const answer = 'username=ASIA%a/b+c==\npassword=20260504T093000Zff\n\\n%s\n\n';
      const heard: string[] = [];
      app.answer = async (operation, input) => {
        heard.push(operation, input);
        return { stdout: answer, failure: null };
      };
      const ran = await inShell(['git-credential', 'get'], HOST_LINES);
      expect(ran).toEqual({ status: 0, stdout: answer, stderr: '' });
      expect(heard).toEqual(['get', HOST_LINES]);
    });

    it('tells both git and the person', async () => {
      const why = failure('git.wait-cancelled', { repository: 'infra' });
      app.answer = async () => ({ stdout: 'quit=1\n', failure: why });
      expect(await inShell(['git-credential', 'get'], HOST_LINES)).toEqual({
        status: 1,
        stdout: 'quit=1\n',
        stderr: 'daypass: The wait for infra was stopped in Daypass.\ndaypass: Run git again when you are ready.\n',
      });
    });

    it('says what has worked and what has not, and no password with it', async () => {
      const heard: string[] = [];
      app.answer = async (operation, input) => {
        heard.push(operation, input);
        return { stdout: '', failure: null };
      };
      const lines = `${HOST_LINES}username=u\npassword=secret\n`;
      expect(await inShell(['git-credential', 'store'], lines)).toEqual({ status: 0, stdout: '', stderr: '' });
      // git does not wait for this one.
      await until(() => heard.length > 0);
      expect(await inShell(['git-credential', 'erase'], lines)).toEqual({ status: 0, stdout: '', stderr: '' });
      expect(heard).toEqual(['store', HOST_LINES, 'erase', lines]);
    });

    it('asks the app nothing else', async () => {
      app.asked.length = 0;
      for (const operation of ['capability', 'exit', '']) {
        expect(await inShell(['git-credential', operation], HOST_LINES)).toEqual({ status: 0, stdout: '', stderr: '' });
      }
      expect(app.asked).toEqual([]);
    });

    it('beats while it waits, and says the rest at the end', async () => {
      app.answer = async (_, __, signal) => {
        await aBeat();
        expect(signal.aborted).toBe(false);
        return { stdout: 'quit=1\n', failure: failure('git.wait-cancelled', { repository: 'infra' }) };
      };
      const ran = await inShell(['git-credential', 'get'], HOST_LINES);
      expect(ran.stdout).toMatch(/^(x-wait=1\n)+quit=1\n$/);
      expect(ran.status).toBe(1);
      expect(ran.stderr).toContain('The wait for infra was stopped');
    });

    it.each([{}, { WINDIR: 'C:\\Windows' }])('tells what it is going to wait for before it waits (%o)', async (env) => {
      let said = '';
      const heard: (string | undefined)[] = [];
      app.answer = async (_, __, ___, presence) => {
        heard.push(presence);
        if (heard.length === 1) return { kind: 'waits', repository: 'infra', profile: null };
        await until(() => said.endsWith('\n'));
        return { stdout: 'username=u\n', failure: null };
      };
      const words = [...options, home.script, 'git-credential', 'get'];
      const { child, ended } = start(program, words, { env: { ...home.env, ...env }, input: HOST_LINES });
      child.stderr.on('data', (chunk) => {
        said += chunk;
      });
      const line =
        'daypass: git is waiting for a profile for infra. Choose it in the Daypass window; Ctrl-C stops git.\n';
      expect(await ended).toEqual({
        status: 0,
        stdout: expect.stringMatching(/^(x-wait=1\n)*username=u\n$/),
        stderr: line,
      });
      expect(heard).toEqual(['unseen', 'person']);
    });
  });
});

describe('on Windows, where curl has no /dev/fd', () => {
  const WINDIR = 'C:\\Windows';

  it('goes the way of a file, and leaves none', async () => {
    app.living.clear();
    app.answer = async (_, input) => ({ stdout: input, failure: null });
    expect(await daypass(['status'], '', { WINDIR })).toEqual({
      status: 0,
      stdout: 'work-mfa  Signed out\n',
      stderr: '',
    });
    expect(await daypass(['env'], '', { WINDIR })).toMatchObject({ status: 4, stdout: '' });
    expect(await daypass(['git-credential', 'get'], HOST_LINES, { WINDIR })).toMatchObject({ stdout: HOST_LINES });
    expect(await daypass(['sign-in', '--code', '123456'], '', { WINDIR })).toMatchObject({ status: 0 });
    expect((await daypass(['exec', '--', 'printenv', 'AWS_ACCESS_KEY_ID'], '', { WINDIR })).stdout).toBe(
      `${KEYS.accessKeyId}\n`,
    );
    expect((await readdir(home.folder)).filter((name) => name.startsWith('head.'))).toEqual([]);
  });
});

describe('where it finds its home', () => {
  it('by itself, by a link, by DAYPASS_HOME, or as a copy', async () => {
    const other = await CommandHome.make();
    const { app: second } = await other.start();
    second.profiles = [someProfile('other')];
    const bin = join(other.folder, '..', 'usr bin');
    await mkdir(bin);
    await symlink(home.script, join(bin, 'absolute'));
    await symlink('../.daypass/bin/daypass', join(bin, 'relative'));
    await writeFile(join(bin, 'copy'), await readFile(home.script), { mode: 0o755 });
    const names = async (program: string, env: NodeJS.ProcessEnv = {}, cwd = '/') =>
      (await run(program, ['status', '--names'], { env: { ...other.env, ...env }, cwd })).stdout;
    expect(await names(home.script)).toBe('work-mfa\n');
    expect(await names(join(bin, 'absolute'))).toBe('work-mfa\n');
    expect(await names(join(bin, 'relative'))).toBe('other\n');
    expect(await names(join(bin, 'copy'))).toBe('other\n');
    expect(await names('./relative', {}, bin)).toBe('other\n');
    expect(await names('relative', { PATH: `${bin}:${process.env.PATH}` })).toBe('other\n');
    expect(await names(home.script, { DAYPASS_HOME: other.folder })).toBe('other\n');
    const inFolder = await run('sh', ['daypass', 'status', '--names'], {
      env: other.env,
      cwd: join(home.folder, 'bin'),
    });
    expect(inFolder.stdout).toBe('work-mfa\n');
    await other.remove();
  });
});

it('no argument list of curl holds a code, a token or a key', async () => {
  const bin = join(home.folder, 'spy');
  const log = join(bin, 'log');
  await mkdir(bin);
  const spy = `#!/bin/sh\n{ printf '%s\\n' "$@"; env; } >>'${log.replaceAll("'", `'\\''`)}'\nexec ${CURL} "$@"\n`;
  await writeFile(join(bin, 'curl'), spy, { mode: 0o755 });
  const env = { PATH: `${bin}:${process.env.PATH}` };
  expect(await daypass(['sign-in', '--code', '918273'], '', env)).toMatchObject({ status: 0 });
  expect(await daypass(['sign-in', '--code', '-'], '918273\n', env)).toMatchObject({ status: 0 });
  expect(await daypass(['exec', '--', 'true'], '', env)).toMatchObject({ status: 0 });
  const seen = await readFile(log, 'utf8');
  expect(seen).toContain('--data-urlencode');
  const token = /Bearer (\w+)/.exec(await readFile(join(home.folder, 'agent.curl'), 'utf8'))?.[1] ?? 'none';
  for (const secret of ['918273', token, KEYS.secretAccessKey, KEYS.sessionToken]) expect(seen).not.toContain(secret);
});

describe('what is in the way', () => {
  it('no proxy is asked, and nobody’s .curlrc', async () => {
    let asked = 0;
    const proxy = createServer(() => asked++);
    await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
    const address = proxy.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const url = `http://127.0.0.1:${port}`;
    await writeFile(join(String(home.env.HOME), '.curlrc'), `proxy = "${url}"\n`);
    const env = { http_proxy: url, HTTP_PROXY: url, https_proxy: url, ALL_PROXY: url, all_proxy: url };
    expect(await daypass(['status', '--names'], '', env)).toMatchObject({ status: 0, stdout: 'work-mfa\n' });
    proxy.close();
    expect(asked).toBe(0);
  });

  it('10 MB of input', async () => {
    const input = Buffer.alloc(10_000_000, 'x');
    app.asked.length = 0;
    const ran = await daypass(['git-credential', 'get'], input);
    expect(ran).toEqual({ status: 2, stdout: '', stderr: 'daypass: The input is too large.\n' });
    expect(app.asked).toEqual([]);
  });

  it('bytes that are no UTF-8', async () => {
    const input = Buffer.from([0x68, 0xff, 0xfe, 0x0a]);
    let heard = '';
    app.answer = async (_, text) => {
      heard = text;
      return { stdout: '', failure: null };
    };
    expect(await daypass(['git-credential', 'get'], input)).toMatchObject({ status: 0 });
    expect(heard).toBe('h\ufffd\ufffd\n');
  });

  it('200 at once: all are answered, none is mixed up', async () => {
    const names = Array.from({ length: 200 }, (_, i) => `p${i}`);
    app.profiles = names.map((name) => someProfile(name));
    for (const name of names) app.grant(name, { ...KEYS, accessKeyId: `ASIA-${name}` });
    const ran = await Promise.all(names.map((name) => daypass(['credentials', name])));
    expect(ran.map(({ status }) => status)).toEqual(names.map(() => 0));
    expect(ran.map(({ stdout }) => JSON.parse(stdout).AccessKeyId)).toEqual(names.map((name) => `ASIA-${name}`));
    app.profiles = [someProfile('work-mfa')];
  });

  it('two a millisecond apart both get the session of one code', async () => {
    app.living.clear();
    const both = [daypass(['sign-in']), daypass(['credentials', 'work-mfa', '--wait'])];
    await until(() => app.waits.size === 2);
    app.grant('work-mfa');
    const [first, second] = await Promise.all(both);
    expect(first).toMatchObject({ status: 0, stdout: 'work-mfa is signed in; 12:00:00 left.\n' });
    expect(second).toMatchObject({ status: 0 });
  });

  it('a reader that has gone', async () => {
    app.grant('work-mfa');
    const text = '{ "$1" env; echo "$?" >&2; } | true';
    const { status } = await run('sh', ['-c', text, 'x', home.script], { env: home.env });
    expect(status).toBe(0);
  });
});

describe('who waits and goes', () => {
  it('ends the wait in the app when the terminal interrupts', async () => {
    app.living.clear();
    app.asked.length = 0;
    const { pid, ended } = start(home.script, ['sign-in'], { env: home.env });
    await until(() => app.waits.size > 0);
    process.kill(-pid, 'SIGINT');
    await ended;
    await until(() => app.asked.includes('gone id-work-mfa'));
    expect(app.waits.size).toBe(0);
  });

  it('ends the wait in the app when git alone is killed', async () => {
    const asked = letWait(app);
    const { child } = start(home.script, ['git-credential', 'get'], { env: home.env, input: HOST_LINES });
    await until(() => asked.waits);
    // The reading end closes, as it does when git is killed and the script is not.
    child.stdout.destroy();
    await until(() => asked.gone);
    expect(asked).toEqual({ waits: true, gone: true });
  });
});

// `script` gives a terminal to a program; it is part of util-linux.
const onTerminal = (args: string, input: string) =>
  run('script', ['-qec', `"$DAYPASS" ${args}`, '/dev/null'], { env: { ...home.env, DAYPASS: home.script }, input });

describe('a question', () => {
  it.each([
    ['y\n', ['planGit set-up', 'planGit set-up', 'applyGit set-up'], 0],
    ['Yes\n', ['planGit set-up', 'planGit set-up', 'applyGit set-up'], 0],
    ['n\n', ['planGit set-up'], 1],
    ['\n', ['planGit set-up'], 1],
  ])('answered %j', async (answer, asked, status) => {
    app.plan = { file: '/x', diff: '+a\n', hosts: 5 };
    app.asked.length = 0;
    const ran = await onTerminal('git setup', answer);
    expect(ran.stdout).toContain('Make these changes? [y/N]');
    expect([ran.status, app.asked]).toEqual([status, asked]);
  });

  it('is not asked without a terminal, nor after --yes', async () => {
    app.asked.length = 0;
    expect(await daypass(['git', 'setup'], 'y\n')).toMatchObject({
      status: 0,
      stderr: 'daypass: Nothing was changed. Add --yes to do it.\n',
    });
    expect(app.asked).toEqual(['planGit set-up']);
    expect((await onTerminal('git setup --yes', 'n\n')).stdout).not.toContain('[y/N]');
    expect(app.asked).toEqual(['planGit set-up', 'planGit set-up', 'applyGit set-up']);
  });
});

describe('a text that is wanted', () => {
  const TEXT = `dGhlIHRleHQ${'x'.repeat(1_500)}`;
  beforeAll(() => {
    app.living.clear();
    app.profiles = [someProfile('work-mfa', { delivery: 'process', way: { is: 'browser' } })];
  });

  it('is read on a terminal, after the address, and handed over', async () => {
    app.asked.length = 0;
    const { status, stdout } = await onTerminal('sign-in --remote', `${TEXT}\n`);
    expect(stdout).toContain('https://signin.example/there');
    expect(stdout).toContain('paste the text that AWS shows at the end:');
    expect(stdout).toContain('work-mfa is signed in');
    expect([status, app.asked]).toEqual([0, ['elsewhere id-work-mfa', `signIn id-work-mfa ${TEXT}`]]);
  });

  it('is said how to give without one', async () => {
    app.asked.length = 0;
    expect(await daypass(['sign-in', '--remote'])).toEqual({
      status: 0,
      stdout: 'https://signin.example/there\n',
      stderr: expect.stringContaining('daypass sign-in work-mfa --answer -'),
    });
    for (const args of [['--answer', '-'], ['--answer=-'], ['--answer', TEXT], [`--answer=${TEXT}`]]) {
      const input = args.join().includes(TEXT) ? '' : `${TEXT}\n`;
      expect(await daypass(['sign-in', 'work-mfa', ...args], input)).toMatchObject({ status: 0 });
    }
    expect(app.asked).toEqual(['elsewhere id-work-mfa', ...Array(4).fill(`signIn id-work-mfa ${TEXT}`)]);
  });
});
