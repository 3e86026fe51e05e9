// The socket for git's cache client: what lies at its path, who may enter, who goes away, and who sends nonsense.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serveGitSocket } from '../../electron/adapters/endpoint/git-socket.ts';
import { GitHome } from './git-home.ts';
import { until } from './until.ts';

const GET = 'action=get\ntimeout=900\nprotocol=https\nhost=h\n';

let folder: string;
let path: string;
let close: (() => Promise<void>) | null = null;
const signals: AbortSignal[] = [];

async function serve(answer = async (input: string) => `said=${input.length}\n`, at = path): Promise<void> {
  const server = await serveGitSocket({
    path: at,
    answer(input, signal) {
      signals.push(signal);
      return answer(input);
    },
  });
  close = server.close;
}

/** As git's client: says it all, shuts its side, reads to the end. */
function ask(input: string | Buffer, half = true, hears = (_: string) => {}): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = connect({ path, allowHalfOpen: true });
    socket.on('error', reject);
    socket.on('data', (text) => {
      said += text;
      hears(said);
    });
    socket.on('close', () => resolve(said));
    socket.on('end', () => socket.end());
    if (half) socket.end(input);
    else socket.write(input);
  });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daypass-sock-'));
  path = join(folder, 'd/git.sock');
  signals.length = 0;
});
afterEach(async () => {
  await close?.();
  close = null;
  rmSync(folder, { recursive: true, force: true });
});

test('only we can enter, and closing leaves nothing', async () => {
  mkdirSync(join(folder, 'd'), { mode: 0o755 });
  chmodSync(join(folder, 'd'), 0o755);
  await serve();
  expect(statSync(join(folder, 'd')).mode & 0o777).toBe(0o700);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(await ask(GET)).toBe(`said=${GET.length}\n`);
  await close?.();
  expect(existsSync(path)).toBe(false);
});

test.each([
  ['a folder that is a link', () => symlinkSync(tmpdir(), join(folder, 'd'))],
  ['a file where the folder should be', () => writeFileSync(join(folder, 'd'), '')],
  [
    'a file where the socket should be',
    () => {
      mkdirSync(join(folder, 'd'), { mode: 0o700 });
      writeFileSync(path, 'mine');
    },
  ],
])('refuses %s', async (_, make) => {
  make();
  await expect(serve()).rejects.toMatchObject({ failure: { code: 'file.failed' } });
});

test.runIf(process.getuid?.() === 0)('refuses another user’s folder', async () => {
  mkdirSync(join(folder, 'd'), { mode: 0o700 });
  const { chownSync } = await import('node:fs');
  chownSync(join(folder, 'd'), 12_345, 12_345);
  await expect(serve()).rejects.toMatchObject({ failure: { code: 'file.failed' } });
});

describe('what lies at the path', () => {
  test('a socket that nobody listens on', async () => {
    mkdirSync(join(folder, 'd'), { mode: 0o700 });
    // Ended without closing, as by kill -9.
    const home = new GitHome();
    await home.run(process.execPath, [
      '-e',
      `require('net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`,
    ]);
    await home.remove();
    expect(existsSync(path)).toBe(true);
    await serve();
    expect(await ask(GET)).toContain('said');
  });

  test('git’s own daemon with an old password: told to exit, and no longer asked', async () => {
    const home = new GitHome();
    mkdirSync(home.folder, { mode: 0o700 });
    const cache = (operation: string, input: string) =>
      home.git(['credential-cache', '--socket', home.socketPath, operation], { input });
    const about = 'protocol=https\nhost=git-codecommit.us-east-1.amazonaws.com\npath=v1/repos/app\n';
    await cache('store', `${about}username=ASIAold\npassword=stale\n`);
    expect((await cache('get', about)).stdout).toContain('password=stale');
    const daemon = () => spawnSync('pgrep', ['-f', `daemon ${home.socketPath}`], { encoding: 'utf8' }).stdout;
    expect(daemon()).not.toBe('');
    home.signIn('work');
    await home.startSocket();
    const { stdout } = await cache('get', about);
    expect(stdout).not.toContain('stale');
    expect(stdout).toContain('username=ASIAwork%token==\n');
    await until(() => daemon() === '');
    await home.remove();
  });

  test('somebody who listens and does not answer', async () => {
    mkdirSync(join(folder, 'd'), { mode: 0o700 });
    const mute = createServer({ allowHalfOpen: true }, () => {});
    await new Promise<void>((resolve) => mute.listen(path, resolve));
    await serve();
    expect(await ask(GET)).toContain('said');
    mute.close();
  });
});

test.each([90, 107, 108, 150, 230])('a path of %i bytes, asked by git itself', async (length) => {
  const home = new GitHome();
  const fill = length - Buffer.byteLength(`${home.home}//git.sock`);
  const long = new GitHome('x'.repeat(fill));
  const at = long.path(`${'x'.repeat(fill)}/git.sock`);
  expect(Buffer.byteLength(at)).toBe(length);
  const before = process.cwd();
  long.signIn('work');
  await long.startSocket();
  expect(process.cwd()).toBe(before);
  const input = 'protocol=https\nhost=git-codecommit.us-east-1.amazonaws.com\npath=v1/repos/app\n';
  const { stdout } = await long.git(['credential-cache', '--socket', at, 'get'], { input });
  expect(stdout).toContain('username=ASIAwork');
  await long.stopApp();
  expect(existsSync(at)).toBe(false);
  await Promise.all([home.remove(), long.remove()]);
});

describe('clients', () => {
  test('an answer that is not ready is waited for, with signs of life that git passes over', async () => {
    let ready = (_: string) => {};
    await serve(
      () =>
        new Promise((resolve) => {
          ready = resolve;
        }),
    );
    const said = await ask(GET, true, (heard) => {
      if (heard.split('\n').length > 3) ready('username=u\n');
    });
    expect(said).toMatch(/^(x-wait=1{1016}\n){3,}username=u\n$/);
    await until(() => signals[0]?.aborted === true);
  });

  test('two hundred at once', async () => {
    let release = (_: unknown) => {};
    const all = new Promise((resolve) => {
      release = resolve;
    });
    await serve(async (input) => {
      if (signals.length === 200) release(null);
      await all;
      return input;
    });
    const asked = Array.from({ length: 200 }, (_, i) => ask(`action=get\nn=${i}\n`));
    const answers = await Promise.all(asked);
    expect(answers.map((said) => said.replace(/x-wait.*\n/g, ''))).toEqual(
      answers.map((_, i) => `action=get\nn=${i}\n`),
    );
  });

  test('one that goes away is noticed while it waits', async () => {
    await serve(() => new Promise(() => {}));
    const socket: Socket = connect({ path, allowHalfOpen: true });
    socket.end(GET);
    await until(() => signals.length === 1);
    socket.destroy();
    await until(() => signals[0]?.aborted === true);
    expect(signals).toHaveLength(1);
  });

  test('one that sends too much is sent away unheard', async () => {
    await serve();
    expect(await ask(Buffer.alloc(200_000, 'a')).catch(() => '')).toBe('');
    expect(signals).toEqual([]);
  });

  test('one that never finishes is sent away', async () => {
    await serve();
    expect(await ask('action=get\n', false)).toBe('');
    expect(signals).toEqual([]);
  });

  test('an answer that fails is no answer', async () => {
    await serve(() => Promise.reject(new Error('planted')));
    expect(await ask(GET)).toBe('');
  });

  test('closing lets nobody wait', async () => {
    await serve(() => new Promise(() => {}));
    const asked = [ask(GET), ask(GET)];
    await until(() => signals.length === 2);
    const unfinished = ask('action=get\n', false).catch(() => '');
    await close?.();
    expect((await Promise.all(asked)).map((said) => said.replace(/x-wait.*\n/g, ''))).toEqual(['quit=1\n', 'quit=1\n']);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
    expect(await unfinished).toBe('');
  });

  test('closing ends also where a client reads nothing', async () => {
    await serve(() => new Promise(() => {}));
    const socket: Socket = connect({ path, allowHalfOpen: true });
    socket.pause();
    socket.on('error', () => {});
    socket.end(GET);
    await until(() => signals.length === 1);
    await close?.();
    expect(signals[0]?.aborted).toBe(true);
    socket.destroy();
  });
});
