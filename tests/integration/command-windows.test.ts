// daypass.cmd on Windows' own cmd and curl, against the real endpoint on loopback.
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serveAgent } from '../../electron/adapters/endpoint/agent-server.ts';
import { failure } from '../../electron/core/base/failure.ts';
import type { CommandRequest } from '../../electron/core/surfaces/commands/request.ts';
import { FakeCommandApp, KEYS } from '../fakes/command-app.ts';
import { isWine } from '../world/is-wine.ts';
import { CommandHome, type Ran } from './command-home.ts';

const REAL = process.platform === 'win32';
const HOUR = 3_600_000;

describe.skipIf(!REAL)(REAL ? 'daypass.cmd' : 'daypass.cmd (skipped: not Windows)', () => {
  let home: CommandHome;
  beforeEach(async () => {
    home = await CommandHome.make('Day pass (ann) & co');
  });
  afterEach(() => home.remove());

  /** A line as a person types it, `daypass` being the script. */
  function typed(line: string, { input = '', env = {} }: { input?: string; env?: NodeJS.ProcessEnv } = {}) {
    const whole = line.replace(/^daypass\b/, `"${join(home.folder, 'bin', 'daypass.cmd')}"`);
    const child = spawn(process.env.ComSpec ?? 'cmd.exe', ['/d', '/s', '/c', `"${whole}"`], {
      windowsVerbatimArguments: true,
      env: { ...process.env, ...env },
    });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.stderr.on('data', (chunk) => err.push(chunk));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString().replaceAll('\r\n', '\n');
    return new Promise<Ran>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status) => resolve({ status, stdout: text(out), stderr: text(err) }));
    });
  }

  describe('hands on', () => {
    let heard: CommandRequest[];
    let close: () => Promise<void>;
    beforeEach(async () => {
      heard = [];
      const handle = async (request: CommandRequest) => {
        heard.push(request);
        return { status: 0, stdout: '', stderr: '' } as const;
      };
      ({ close } = await serveAgent({ home: home.folder, platform: 'win32', handle }));
    });
    afterEach(() => close());
    const words = () => heard.map(({ command, args }) => [command, ...args]);

    test.each([
      ['daypass status', ['status']],
      ['daypass add "two words"', ['add', 'two words']],
      ['daypass add a\\b\\ --region eu-west-1', ['add', 'a\\b\\', '--region', 'eu-west-1']],
      ['daypass add "a^b" "c&d|e<f>g" "(h)"', ['add', 'a^b', 'c&d|e<f>g', '(h)']],
      ['daypass add a^^b c^&d', ['add', 'a^b', 'c&d']],
      ['daypass add !not! "a!b"', ['add', '!not!', 'a!b']],
      ['daypass add "" x', ['add', '', 'x']],
      ['daypass add "a=b" "c,d;e" f+g/h?i', ['add', 'a=b', 'c,d;e', 'f+g/h?i']],
      ['daypass add a\\ "b c\\\\" d', ['add', 'a\\', 'b c\\\\', 'd']],
      ['daypass 1 2 3 4 5 6 7 8 9 10 11', ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11']],
    ])('%s', async (line, due) => {
      expect(await typed(line)).toEqual({ status: 0, stdout: '', stderr: '' });
      expect(words()).toEqual([due]);
    });

    // Wine looks into what it has put in for %1 once more.
    test.skipIf(isWine).each([
      ['daypass add 100% "50 % off" %no_such_variable_here%', ['add', '100%', '50 % off', '%no_such_variable_here%']],
      ['daypass try https://x.example/v1/repos/a%20b', ['try', 'https://x.example/v1/repos/a%20b']],
    ])('%s', async (line, due) => {
      expect((await typed(line)).status).toBe(0);
      expect(words()).toEqual([due]);
    });

    test.each([
      ['a code beside the word', 'daypass sign-in --code 123456 work', '', '123456'],
      ['a code from standard input', 'daypass sign-in --code - work', '654321\r\n', '654321'],
    ])('%s', async (_, line, input, code) => {
      expect((await typed(line, { input })).status).toBe(0);
      expect(words()).toEqual([['sign-in', '--code', '-', 'work']]);
      expect(heard[0]?.input.trim()).toBe(code);
    });

    test('a message to be explained, a policy of standard input, and one of a file', async () => {
      const text = 'An error occurred (AccessDenied) 100% ^ "x" & y\r\n';
      await typed('daypass explain -', { input: text });
      await typed('daypass policy check -', { input: '{"a": 1}' });
      const file = join(home.folder, 'my policy.json');
      await writeFile(file, '{"b": 2}');
      await typed(`daypass policy check "${file}"`);
      expect(heard.map(({ command, args, input }) => [command, ...args, input])).toEqual([
        ['explain', '-', text],
        ['policy', 'check', '-', '{"a": 1}'],
        ['policy', 'check', '-', '{"b": 2}'],
      ]);
      expect(await typed('daypass policy check none.json')).toEqual({
        status: 1,
        stdout: '',
        stderr: 'daypass: "none.json" cannot be read.\n',
      });
    });

    test("git's words as they are, a store not at all, and for nobody two seconds", async () => {
      const input = 'protocol=https\nhost=git-codecommit.eu-west-1.amazonaws.com\n\n';
      for (const word of ['get', 'erase', 'store']) await typed(`daypass git-credential ${word}`, { input });
      await typed('daypass git-credential get', { input, env: { GCM_INTERACTIVE: 'never' } });
      const asked = "'credential.interactive'='false'";
      await typed('daypass git-credential get', { input, env: { GIT_CONFIG_PARAMETERS: asked } });
      expect(words()).toEqual([
        ['git-credential', 'get'],
        ['git-credential', 'erase'],
        ...[1, 2].map(() => ['git-credential', 'get', '--seconds', '2']),
      ]);
      expect(new Set(heard.map((request) => request.input))).toEqual(new Set([input]));
    });
  });

  describe('with the app', () => {
    let app: FakeCommandApp;
    beforeEach(async () => {
      app = new FakeCommandApp();
      app.grant('work-mfa', KEYS, Date.now() + HOUR);
      await home.start(app, 'win32');
    });

    test.each([
      ['open', 0],
      ['status', 0],
      ['sign-in --code 123456 work-mfa', 0],
      ['sign-out work-mfa', 0],
      ['env work-mfa', 0],
      ['env work-mfa --shell cmd', 0],
      ['credentials work-mfa', 0],
      ['region work-mfa', 0],
      ['git setup', 0],
      ['git status', 0],
      ['clear', 0],
      ['doctor', 0],
      ['try', 0],
      ['policy --browser', 0],
      ['help', 0],
      ['help status', 0],
      ['version', 0],
      ['git-credential get', 0],
      ['quit', 0],
      ['', 0],
      ['no-such-word', 2],
      ['status --no-such-option', 2],
      ['env no-such-profile', 1],
      ['exec', 2],
    ])('daypass %s', async (words, status) => {
      const ran = await typed(`daypass ${words}`.trim());
      expect({ ...ran, stdout: '' }).toMatchObject({ status });
      if (status !== 0) expect(ran.stderr).toMatch(/^daypass: /);
    });

    test('tells by its exit status that nobody is signed in, and what the doctor has found', async () => {
      expect((await typed('daypass doctor')).status).toBe(0);
      app.failures.set('id-work-mfa', failure('key.unknown'));
      expect((await typed('daypass doctor')).status).toBe(5);
      app.living.clear();
      expect(await typed('daypass env work-mfa')).toMatchObject({ status: 4, stdout: '' });
    });

    test('runs a program with the session, its words as they were typed, and its exit status', async () => {
      const node = `"${process.execPath}" -p`;
      const shown =
        'JSON.stringify([process.env.AWS_ACCESS_KEY_ID,process.env.AWS_SESSION_TOKEN,process.argv.slice(1)])';
      const ran = await typed(`daypass exec work-mfa -- ${node} "${shown}" a=b "c d" e,f "g^h" 100%`);
      expect(ran.stderr).toBe('');
      expect(JSON.parse(ran.stdout)).toEqual([
        KEYS.accessKeyId,
        KEYS.sessionToken,
        ['a=b', 'c d', 'e,f', 'g^h', '100%'],
      ]);
      expect((await typed(`daypass exec -- ${node} "process.exit(7)"`)).status).toBe(7);
      app.living.clear();
      expect((await typed(`daypass exec work-mfa -- ${node} 1`)).status).toBe(4);
    });
  });

  test('without the app says so, and how git is stopped', async () => {
    const said = 'daypass: Daypass is not running.\ndaypass: Start it from the applications, or type: daypass\n';
    expect(await typed('daypass status')).toEqual({ status: 3, stdout: '', stderr: said });
    expect(await typed('daypass git-credential get')).toMatchObject({ status: 3, stdout: 'quit=1\n' });
    expect(await typed('daypass git-credential erase')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('says nothing to a listener with another key than that of this start', async () => {
    let heard = 0;
    const handle = async () => {
      heard++;
      return { status: 0, stdout: '', stderr: '' } as const;
    };
    const { close } = await serveAgent({ home: home.folder, platform: 'win32', handle });
    const config = join(home.folder, 'agent.curl');
    const text = await readFile(config, 'utf8');
    await writeFile(config, text.replace(/sha256\/\/[^"]*/, `sha256//${'A'.repeat(43)}=`));
    expect((await typed('daypass status')).status).toBe(3);
    expect(heard).toBe(0);
    await writeFile(config, text);
    expect((await typed('daypass status')).status).toBe(0);
    await close();
  });
});
