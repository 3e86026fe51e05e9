// The endpoint of the scripts: who may ask, what it leaves on disk, and what it does about those who were there before.
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { curlConfig } from '../../electron/adapters/endpoint/curl-config.ts';
import { ownCertificate } from '../../electron/adapters/endpoint/own-certificate.ts';
import { FakeCommandApp } from '../fakes/command-app.ts';
import { CommandHome, run } from './command-home.ts';
import { until } from './until.ts';

const homes: CommandHome[] = [];
afterEach(async () => {
  for (const home of homes.splice(0)) await home.remove();
});
const make = async (name?: string): Promise<CommandHome> => {
  const home = await CommandHome.make(name);
  homes.push(home);
  return home;
};

const mode = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
const tokenOf = (config: string) => /Bearer ([0-9a-f]{64})"/.exec(config)?.[1] ?? 'none';
const tokenIn = async (home: CommandHome) => tokenOf(await readFile(join(home.folder, 'agent.curl'), 'utf8'));

function listening(server: Server, port = 0): Promise<number> {
  return new Promise((resolve) =>
    server.listen(port, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    }),
  );
}

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

function ask(socketPath: string, { method = 'POST', path = '/v1/status', headers, body = '' }: Asked): Promise<number> {
  return new Promise((resolve, reject) => {
    const asking = request({ socketPath, method, path, headers }, (reply) => {
      reply.resume();
      resolve(reply.statusCode ?? 0);
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

describe.each([
  ['a socket', 'linux'],
  ['loopback', 'win32'],
] as const)('over %s', (_, platform) => {
  it('everybody reaches it with agent.curl alone', async () => {
    const home = await make(`a "b" \\ c's`);
    await home.start(new FakeCommandApp(), platform);
    const config = join(home.folder, 'agent.curl');
    const env = { ...home.env, http_proxy: 'http://127.0.0.1:1', all_proxy: 'http://127.0.0.1:1' };
    const args = ['-q', '--noproxy', '*', '-K', config, '-sS', '-d', 'arg=--names', 'daypass/v1/status'];
    expect(await run('curl', args, { env })).toEqual({ status: 0, stdout: 'work-mfa\n', stderr: '' });
    expect(await mode(config)).toBe('600');
    expect(await mode(home.folder)).toBe('700');
    expect((await run(home.script, ['status', '--names'], { env })).stdout).toBe('work-mfa\n');
  });

  it('is gone without a trace at the end', async () => {
    const home = await make();
    const running = await home.start(new FakeCommandApp(), platform);
    await running.close();
    for (const name of ['agent.curl', 'agent.sock'])
      await expect(stat(join(home.folder, name))).rejects.toThrow('ENOENT');
    expect(await run(home.script, ['status'], { env: home.env })).toMatchObject({ status: 3, stdout: '' });
  });
});

describe('who may not ask', () => {
  it.each<[string, (token: string) => Asked, number]>([
    ['the right token', (token) => ({ headers: { Host: 'daypass', Authorization: `Bearer ${token}` } }), 200],
    ['no token', () => ({ headers: { Host: 'daypass' } }), 403],
    ['a wrong one', (token) => ({ headers: { Host: 'daypass', Authorization: `Bearer ${token}0` } }), 403],
    ['none but the scheme', () => ({ headers: { Host: 'daypass', Authorization: 'Bearer ' } }), 403],
    ['another host', (token) => ({ headers: { Host: 'localhost', Authorization: `Bearer ${token}` } }), 403],
    [
      'a page',
      (token) => ({ headers: { Host: 'daypass', Authorization: `Bearer ${token}`, Origin: 'https://x.example' } }),
      403,
    ],
    ['GET', (token) => ({ method: 'GET', headers: { Host: 'daypass', Authorization: `Bearer ${token}` } }), 404],
    ['elsewhere', (token) => ({ path: '/', headers: { Host: 'daypass', Authorization: `Bearer ${token}` } }), 404],
    [
      'a URL that is none',
      (token) => ({ path: '/v1//\\', headers: { Host: 'daypass', Authorization: `Bearer ${token}` } }),
      400,
    ],
  ])('%s', async (_, asked, status) => {
    const home = await make();
    await home.start(new FakeCommandApp());
    expect(await ask(join(home.folder, 'agent.sock'), asked(await tokenIn(home)))).toBe(status);
  });

  it('the token of an earlier start', async () => {
    const home = await make();
    await (await home.start()).close();
    const first = await home.start();
    const token = await tokenIn(home);
    await first.close();
    await home.start();
    expect(await tokenIn(home)).not.toBe(token);
    const headers = { Host: 'daypass', Authorization: `Bearer ${token}` };
    expect(await ask(join(home.folder, 'agent.sock'), { headers })).toBe(403);
  });
});

describe('who was there before', () => {
  it('a socket that nobody answers is replaced', async () => {
    const home = await make();
    const dead = `require('net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))`;
    await run(process.execPath, ['-e', dead, join(home.folder, 'agent.sock')], { env: home.env });
    expect((await stat(join(home.folder, 'agent.sock'))).isSocket()).toBe(true);
    await home.start();
    expect(await run(home.script, ['version'], { env: home.env })).toMatchObject({ status: 0 });
  });

  it('one that answers is left alone, with its agent.curl', async () => {
    const home = await make();
    await home.start();
    const before = await readFile(join(home.folder, 'agent.curl'), 'utf8');
    await expect(home.start()).rejects.toMatchObject({ failure: { code: 'file.failed' } });
    expect(await readFile(join(home.folder, 'agent.curl'), 'utf8')).toBe(before);
    expect(await run(home.script, ['version'], { env: home.env })).toMatchObject({ status: 0 });
  });

  it('what is no socket is left alone', async () => {
    const home = await make();
    await writeFile(join(home.folder, 'agent.sock'), 'precious');
    await expect(home.start()).rejects.toMatchObject({ failure: { code: 'file.failed' } });
    expect(await readFile(join(home.folder, 'agent.sock'), 'utf8')).toBe('precious');
  });

  it('a newer start’s agent.curl outlives the older one’s end', async () => {
    const home = await make();
    const older = await home.start(new FakeCommandApp(), 'win32');
    await home.start(new FakeCommandApp(), 'win32');
    await older.close();
    expect(await run(home.script, ['version'], { env: home.env })).toMatchObject({ status: 0 });
  });

  it('a program that agent.curl leads to and that is no Daypass is not mistaken for it', async () => {
    const home = await make();
    const foreign = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nhi\n'));
    const port = await listening(foreign);
    await writeFile(join(home.folder, 'agent.curl'), `connect-to = "daypass:80:127.0.0.1:${port}"\n`);
    const { status, stderr } = await run(home.script, ['env'], { env: home.env });
    expect([status, stderr]).toEqual([3, 'daypass: Daypass did not answer (curl 0).\n']);
    foreign.close();
  });
});

describe('whoever takes the port of a Daypass that was killed', () => {
  const HARM = 'printf HARM';
  const heard: string[] = [];
  const answer = `HTTP/1.1 200 OK\r\nDaypass-Exit: 0\r\nContent-Length: ${HARM.length}\r\n\r\n${HARM}`;
  const hearing = (socket: Socket) => {
    socket.on('data', (bytes) => heard.push(bytes.toString('latin1')));
    socket.on('error', () => {});
  };
  const takers: readonly (readonly [string, () => Server])[] = [
    ['answers before it is asked', () => createServer((socket) => hearing(socket) ?? socket.write(answer))],
    ['closes every connection', () => createServer((socket) => socket.destroy())],
    [
      'has a key of its own',
      () => createTlsServer(ownCertificate(), (socket) => hearing(socket) ?? socket.write(answer)),
    ],
  ];
  const words = [
    ['sign-in', ['sign-in', 'work-mfa', '--code', '-'], '918273\n'],
    ['env', ['env'], ''],
    ['exec', ['exec', 'work-mfa', '--', 'true'], ''],
  ] as const;

  it.each(takers.flatMap(([who, taker]) => words.map((said) => [who, said[0], taker, said[1], said[2]] as const)))(
    'that %s hears nothing of %s, and nothing of it is taken',
    async (_, __, taker, args, input) => {
      heard.length = 0;
      const home = await make();
      const config = join(home.folder, 'agent.curl');
      const running = await home.start(new FakeCommandApp(), 'win32');
      const killed = await readFile(config, 'utf8');
      await running.close();
      await writeFile(config, killed);
      const other = taker();
      await listening(other, Number(/127\.0\.0\.1:(\d+)/.exec(killed)?.[1]));
      const ran = await run(home.script, args, { env: home.env, input });
      other.close();
      expect(ran).toMatchObject({ status: 3, stdout: '' });
      for (const secret of ['918273', 'arg=', 'Bearer', tokenOf(killed)]) expect(heard.join('')).not.toContain(secret);
    },
  );

  it('keeps nobody waiting who is told nothing', async () => {
    const home = await make();
    const foreign = createServer((socket) => socket.on('error', () => {}));
    const way = { port: await listening(foreign), pin: ownCertificate().pin };
    await writeFile(join(home.folder, 'agent.curl'), curlConfig(way, 'Bearer x'));
    const ran = await run(home.script, ['git-credential', 'get'], { env: home.env });
    expect(ran).toMatchObject({ status: 3, stdout: 'quit=1\n' });
    foreign.close();
  });

  it.each([
    ['talks nonsense', (socket: Socket) => socket.end('no')],
    ['breaks off', (socket: Socket) => socket.resetAndDestroy()],
    ['says nothing', () => {}],
  ])('is no reason not to start it: one that %s', async (_, serve) => {
    const home = await make();
    const foreign = createServer((socket) => void serve(socket.on('error', () => {})));
    const port = await listening(foreign);
    const way = { port, pin: ownCertificate().pin };
    await writeFile(join(home.folder, 'agent.curl'), curlConfig(way, 'Bearer x'));
    const launch = '#!/bin/sh\ntouch "$(dirname "$0")/started"\nexit 1\n';
    await writeFile(join(home.folder, 'launch'), launch, { mode: 0o755 });
    expect((await run(home.script, [], { env: home.env })).stderr).toContain('Daypass is not running.');
    expect(await mode(join(home.folder, 'started'))).toBeTruthy();
    foreign.close();
  });
});

describe('the folder', () => {
  it('may lie so deep that no socket can be bound there', async () => {
    const home = await make(`${'deep'.repeat(40)}`);
    await home.start();
    await expect(stat(join(home.folder, 'agent.sock'))).rejects.toThrow('ENOENT');
    expect((await run(home.script, ['status', '--names'], { env: home.env })).stdout).toBe('work-mfa\n');
  });

  it('and its files are closed to others, whatever the mask', async () => {
    const home = await make();
    const before = process.umask(0);
    try {
      await home.start();
    } finally {
      process.umask(before);
    }
    expect(await mode(home.folder)).toBe('700');
    expect(await mode(join(home.folder, 'agent.sock'))).toBe('600');
    expect(await mode(join(home.folder, 'agent.curl'))).toBe('600');
  });

  it('is refused where it is a link to somewhere else', async () => {
    const home = await make();
    const { symlink, rename } = await import('node:fs/promises');
    const moved = join(dirname(home.folder), 'moved');
    await mkdir(dirname(moved), { recursive: true });
    await rename(home.folder, moved);
    await symlink(moved, home.folder);
    await expect(home.start()).rejects.toMatchObject({ failure: { code: 'file.failed' } });
  });
});

it('tells who waits that the app ends', async () => {
  const home = await make();
  const running = await home.start();
  const waits = run(home.script, ['sign-in'], { env: home.env });
  await until(() => running.app.waits.size > 0);
  await running.close();
  expect(await waits).toMatchObject({ status: 1, stderr: expect.stringContaining('The sign-in was cancelled.') });
});

it('answers quit before it ends', async () => {
  const home = await make();
  const app = new FakeCommandApp();
  const running = await home.start(app);
  const closed = new Promise<void>((resolve) => {
    app.quit = () => void running.close().then(resolve);
  });
  expect(await run(home.script, ['quit'], { env: home.env })).toEqual({ status: 0, stdout: '', stderr: '' });
  await closed;
});
