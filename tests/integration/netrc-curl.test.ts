// The real curl as judge of what it takes from ~/.netrc, on the texts that the doctor's reading is tested with.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOST, NETRC } from '../unit/git/config/netrc-cases.ts';

const OTHER = 'git-codecommit.eu-west-1.amazonaws.com';
const folder = mkdtempSync(join(tmpdir(), 'daypass-netrc-'));
const file = join(folder, 'netrc');
let server: Server;

beforeAll(async () => {
  server = createServer((request, reply) => reply.end(request.headers.authorization ?? '')).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Whether curl sends this host a login; one that cannot read the file sends nothing. */
function isSent(host: string): Promise<boolean> {
  const { port } = server.address() as AddressInfo;
  const to = ['--netrc-file', file, '--netrc-optional', '--connect-to', `::127.0.0.1:${port}`, `http://${host}/`];
  return new Promise((resolve) => {
    execFile('curl', ['-q', '-s', '--noproxy', '*', ...to], (_, stdout) => resolve(stdout !== ''));
  });
}

test.each(NETRC)('%s: %j', async (_, text, taken) => {
  writeFileSync(file, text, { mode: 0o600 });
  expect([await isSent(HOST), await isSent(OTHER)]).toEqual([taken.length > 0, taken.includes('default')]);
});
