// The session by credential_process and by the container endpoint, asked for by AWS's own clients.
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContainerEndpoint } from '../../electron/adapters/endpoint/container-endpoint.ts';
import { FakeCommandApp, KEYS } from '../fakes/command-app.ts';
import { pythonsWith } from '../world/programs.ts';
import { CommandHome, run } from './command-home.ts';
import { until } from './until.ts';

const PROJECT = join(import.meta.dirname, '..', '..');
const ID = 'id-work-mfa';

let home: string;
let app: FakeCommandApp;
let endpoint: ContainerEndpoint;

const make = () =>
  new ContainerEndpoint({ home, serve: (id) => app.serving.serve(id, 'endpoint', ''), language: () => 'en' });

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'daypass-endpoint-'));
  app = new FakeCommandApp();
  // A client that is given the end of a session far in the past would ask again and again.
  app.grant('work-mfa', KEYS, Date.now() + 3_600_000);
  endpoint = make();
});
afterEach(async () => {
  await endpoint.close();
  await rm(home, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly body: Record<string, string>;
}

function ask(uri: string, headers: Record<string, string>, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request(uri, { method, headers }, (reply) => {
      let text = '';
      reply.on('data', (chunk) => {
        text += chunk;
      });
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, body: text ? JSON.parse(text) : {} }));
    });
    asking.on('error', reject);
    asking.end();
  });
}

describe('the endpoint', () => {
  it('gives the session to who has the token', async () => {
    const { uri, tokenFile } = await endpoint.of({ id: ID });
    expect(uri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1\/credentials\/id-work-mfa$/);
    expect(((await stat(tokenFile)).mode & 0o777).toString(8)).toBe('600');
    const Authorization = await readFile(tokenFile, 'utf8');
    const { status, body } = await ask(uri, { Authorization });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      AccessKeyId: KEYS.accessKeyId,
      SecretAccessKey: KEYS.secretAccessKey,
      Token: KEYS.sessionToken,
      Expiration: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
    expect(app.asked).toEqual([`serve ${ID} endpoint `]);
  });

  it('says at once to sign in', async () => {
    app.living.clear();
    const { uri, tokenFile } = await endpoint.of({ id: ID });
    const { status, body } = await ask(uri, { Authorization: await readFile(tokenFile, 'utf8') });
    expect(status).toBe(401);
    expect(body).toMatchObject({ code: 'NotSignedIn', message: 'Daypass: The session has expired. Sign in again.' });
  });

  it.each<[string, { headers?: Record<string, string>; path?: string; method?: string }]>([
    ['no token', { headers: { Authorization: '' } }],
    ['a wrong token', { headers: { Authorization: '0'.repeat(64) } }],
    ['a name for loopback', { headers: { Host: 'localhost' } }],
    ['somebody’s name for loopback', { headers: { Host: 'rebound.example' } }],
    ['a page', { headers: { Origin: 'https://x.example' } }],
    ['a browser', { headers: { 'Sec-Fetch-Site': 'none' } }],
    ['POST', { method: 'POST' }],
    ['HEAD', { method: 'HEAD' }],
    ['OPTIONS', { method: 'OPTIONS' }],
    ['another profile', { path: '/v1/credentials/other' }],
    ['more path', { path: `/v1/credentials/${ID}/..` }],
    ['a query', { path: `/v1/credentials/${ID}?x` }],
    ['nothing', { path: '/' }],
  ])('refuses %s', async (_, { headers, path, method }) => {
    const { uri, tokenFile } = await endpoint.of({ id: ID });
    const Authorization = await readFile(tokenFile, 'utf8');
    const url = path ? new URL(uri).origin + path : uri;
    const answer = await ask(url, { Authorization, ...headers }, method);
    expect(answer.status).toBe(403);
    expect(app.asked).toEqual([]);
  });

  it('takes one profile’s token for that profile alone', async () => {
    const { tokenFile } = await endpoint.of({ id: ID });
    const other = await endpoint.of({ id: 'other' });
    const Authorization = await readFile(tokenFile, 'utf8');
    expect((await ask(other.uri, { Authorization })).status).toBe(403);
  });

  it('is found again by who runs on, after a restart, with a token that nobody else could have heard', async () => {
    const { uri, tokenFile } = await endpoint.of({ id: ID });
    const before = await readFile(tokenFile, 'utf8');
    await endpoint.close();
    endpoint = make();
    await endpoint.resume();
    const after = await readFile(tokenFile, 'utf8');
    expect(after).not.toBe(before);
    expect((await ask(uri, { Authorization: after })).status).toBe(200);
    expect((await ask(uri, { Authorization: before })).status).toBe(403);
  });

  it('takes another port where somebody has taken its own, says so, and leaves no token for him', async () => {
    const { uri, tokenFile } = await endpoint.of({ id: ID });
    await endpoint.close();
    const other = createServer();
    await new Promise<void>((listening) => other.listen(Number(new URL(uri).port), '127.0.0.1', listening));
    endpoint = make();
    await expect(endpoint.resume()).rejects.toMatchObject({
      failure: { code: 'endpoint.port-taken', params: { port: Number(new URL(uri).port) } },
    });
    // Who asks there still reads this file anew each time, and would send what is in it to whoever listens.
    await expect(stat(tokenFile)).rejects.toThrow('ENOENT');
    const again = await endpoint.of({ id: ID });
    expect(again.uri).not.toBe(uri);
    expect(again.tokenFile).not.toBe(tokenFile);
    expect((await ask(again.uri, { Authorization: await readFile(again.tokenFile, 'utf8') })).status).toBe(200);
    await new Promise((closed) => other.close(closed));
  });

  it('keeps so many connections and no more', async () => {
    const { uri, tokenFile } = await endpoint.of({ id: ID });
    const port = Number(new URL(uri).port);
    const open = new Set<Socket>();
    let closed = 0;
    for (let n = 0; n < 200; n++) {
      const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\n'));
      open.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => closed++);
    }
    await until(() => closed >= 72);
    for (const socket of open) socket.destroy();
    await until(() => closed === 200);
    expect((await ask(uri, { Authorization: await readFile(tokenFile, 'utf8') })).status).toBe(200);
  });

  it('says what keeps it from that, and does it when that is gone', async () => {
    const folder = join(home, 'endpoint');
    await writeFile(folder, '');
    await expect(endpoint.of({ id: ID })).rejects.toMatchObject({
      failure: { code: 'file.failed', params: { path: folder } },
    });
    await rm(folder);
    // Here only the last step fails: it listens already.
    await mkdir(join(folder, 'port'), { recursive: true });
    await expect(endpoint.of({ id: ID })).rejects.toMatchObject({ failure: { code: 'file.failed' } });
    await rm(join(folder, 'port'), { recursive: true });
    const { uri, tokenFile } = await endpoint.of({ id: ID });
    expect((await ask(uri, { Authorization: await readFile(tokenFile, 'utf8') })).status).toBe(200);
  });

  it('listens only when somebody has asked for it', async () => {
    await endpoint.resume();
    await expect(stat(join(home, 'endpoint'))).rejects.toThrow('ENOENT');
  });
});

/** Whether it knows of tokens in files. */
const ABOUT = `
from botocore.credentials import ContainerProvider
print(hasattr(ContainerProvider, 'ENV_VAR_AUTH_TOKEN_FILE'))`;
const pythons = pythonsWith('botocore').map((path) => ({
  path,
  endpoint: spawnSync(path, ['-c', ABOUT], { encoding: 'utf8' }).stdout === 'True\n',
}));
if (pythons.length === 0) {
  console.warn('SKIPPED: no python3 with botocore here (on Debian: apt-get install python3-botocore)');
}

const BOTOCORE = `
import botocore.session
print('|'.join(botocore.session.Session().get_credentials().get_frozen_credentials()[:3]))`;
const JAVASCRIPT = `
import { STSClient } from '@aws-sdk/client-sts';
const found = await new STSClient({ region: 'eu-west-1' }).config.credentials();
console.log([found.accessKeyId, found.secretAccessKey, found.sessionToken].join('|'));`;

const clients = [
  {
    name: 'the SDK for JavaScript',
    command: [process.execPath, '--input-type=module', '-e', JAVASCRIPT],
    endpoint: true,
  },
  ...pythons.map(({ path, endpoint }) => ({ name: `botocore (${path})`, command: [path, '-c', BOTOCORE], endpoint })),
];
const ALL = `${KEYS.accessKeyId}|${KEYS.secretAccessKey}|${KEYS.sessionToken}\n`;

describe.each(clients)('$name', ({ name, command: [program = '', ...args], endpoint: knowsTokenFiles }) => {
  const client = (env: NodeJS.ProcessEnv) =>
    run(program, args, { env: { PATH: process.env.PATH, HOME: home, ...env }, cwd: PROJECT });

  it.skipIf(!knowsTokenFiles)('by the container endpoint', async () => {
    const { uri, tokenFile } = await endpoint.of({ id: ID });
    const env = { AWS_CONTAINER_CREDENTIALS_FULL_URI: uri, AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: tokenFile };
    expect((await client(env)).stdout).toBe(ALL);
    expect(app.asked).toEqual([`serve ${ID} endpoint `]);
  });

  it('by credential_process', async () => {
    const scripts = await CommandHome.make('a home');
    await scripts.start(app);
    const config = join(home, 'config');
    await writeFile(config, `[profile day]\ncredential_process = "${scripts.script}" credentials work-mfa\n`);
    const env = { AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: join(home, 'none'), AWS_PROFILE: 'day' };
    expect((await client(env)).stdout).toBe(ALL);
    app.living.clear();
    const refused = await client(env);
    expect(refused.status).not.toBe(0);
    // The SDK for JavaScript keeps the reason to itself.
    if (name.startsWith('botocore')) expect(refused.stderr).toContain('Profile work-mfa isn’t signed in.');
    await scripts.remove();
  });

  it('by the environment', async () => {
    const scripts = await CommandHome.make('a home');
    await scripts.start(app);
    const env = { PATH: process.env.PATH, HOME: home, AWS_PROFILE: 'other' };
    const ran = await run(scripts.script, ['exec', '--', program, ...args], { env, cwd: PROJECT });
    expect(ran.stdout).toBe(ALL);
    await scripts.remove();
  });
});
