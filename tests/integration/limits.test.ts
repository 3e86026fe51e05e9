// Whatever is asked has an end: programs and sockets that never stop, in time or in what they say.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { credentialCache } from '../../electron/adapters/keychain/git-stores/credential-cache.ts';
import { runTool } from '../../electron/adapters/run-tool.ts';
import { findStale } from '../../electron/core/git/stale/stale-entries.ts';

const HOSTS = ['eu-west-1', 'us-east-1', 'ap-east-1'].map((region) => `git-codecommit.${region}.amazonaws.com`);
const KEY = 'ASIAABCDEFGHIJKLWXYZ';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daypass-limits-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a keychain’s program', () => {
  it.each([
    ['that never stops talking', 'exec yes', { limitMs: 600_000, limitBytes: 100_000 }],
    ['that never ends', 'trap "" TERM; while :; do sleep 0.1; done', { limitMs: 200 }],
    ['whose child holds its output', 'sleep 2 & exit 0', { limitMs: 200 }],
  ])('%s is given up', async (_, text, limits) => {
    expect(await runTool({ tool: 'sh', args: ['-c', text], ...limits })).toMatchObject({ status: null });
  });
});

describe('a cache daemon', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  async function daemon(serve: (socket: Socket) => void, answerMs: number, listMs?: number) {
    server = createServer({ allowHalfOpen: true }, (socket) => {
      socket.on('error', () => {});
      socket.resume();
      serve(socket);
    });
    await new Promise<void>((listening) => server?.listen(join(folder, 'socket'), listening));
    return credentialCache(join(folder, 'socket'), HOSTS, answerMs, listMs);
  }
  const GIVEN_UP = [{ failure: { code: 'keychain.unavailable' } }];

  it('that says a little again and again is given up', async () => {
    const store = await daemon((socket) => {
      const trickle = setInterval(() => socket.write('x'), 20);
      socket.on('close', () => clearInterval(trickle));
    }, 300);
    expect((await findStale([store])).failures).toMatchObject(GIVEN_UP);
  });

  it('that says more than a credential is given up', async () => {
    const store = await daemon((socket) => {
      const flood = () => {
        while (socket.write('x'.repeat(65_536)));
      };
      socket.on('drain', flood);
      flood();
    }, 600_000);
    expect((await findStale([store])).failures).toMatchObject(GIVEN_UP);
  });

  it('that takes its time for each host is told of with what it has said', async () => {
    const answer = `username=${KEY}\npassword=x\n`;
    const store = await daemon((socket) => setTimeout(() => socket.end(answer), 50), 600_000, 20);
    const { entries, failures } = await findStale([store]);
    expect(entries.map(({ host }) => host)).toEqual(HOSTS.slice(0, 1));
    expect(failures).toMatchObject(GIVEN_UP);
  });
});
