// The folder of AWS's tools on a real disk: names as they make them, and nothing of it for others to read.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ssoCache, ssoCacheFolder } from '../../electron/adapters/files/sso-cache.ts';
import { failureOf } from '../../electron/core/base/failure.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import { registrationName } from '../../electron/core/identity-center/cache-names.ts';
import { pythonsWith } from '../world/programs.ts';

/** Of "acme", as sha1sum says it. */
const ACME = '293abb6b76d7791c0732cc517d38c4b5c734b87f';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'dp-sso-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const file = () => join(ssoCacheFolder(home), readdirSync(ssoCacheFolder(home))[0] ?? '');

test('a file is called by the SHA-1 of its name, and is its owner’s alone, also over one that was not', async () => {
  await ssoCache(home).write('acme', new Secret('one'));
  expect(readdirSync(ssoCacheFolder(home))).toEqual([`${ACME}.json`]);
  chmodSync(file(), 0o644);
  await ssoCache(home).write('acme', new Secret('two'));
  expect(readFileSync(file(), 'utf8')).toBe('two');
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect((await ssoCache(home).read('acme'))?.reveal()).toBe('two');
});

test('where there is no folder and no file there is nothing, and nothing to take away', async () => {
  expect(await ssoCache(home).read('acme')).toBeNull();
  await ssoCache(home).remove('acme');
  writeFileSync(join(home, '.aws'), '');
  expect(await ssoCache(home).read('acme')).toBeNull();
});

test('a file that leads elsewhere is written there', async () => {
  mkdirSync(ssoCacheFolder(home), { recursive: true });
  await ssoCache(home).write('acme', new Secret('one'));
  const name = file();
  rmSync(name);
  symlinkSync(join(home, 'elsewhere'), name);
  await ssoCache(home).write('acme', new Secret('two'));
  expect(readFileSync(join(home, 'elsewhere'), 'utf8')).toBe('two');
});

test('what is no file is not waited for', async () => {
  await ssoCache(home).write('acme', new Secret('one'));
  const name = file();
  rmSync(name);
  execFileSync('mkfifo', [name]);
  expect(await ssoCache(home).read('acme').catch(failureOf)).toMatchObject({
    code: 'file.failed',
    params: { reason: 'not-regular' },
  });
});

test('a registration is called as Python’s json calls it', async () => {
  const [python] = pythonsWith('json');
  if (!python) return;
  const portal = {
    session: 'Ä "x" 😀\t',
    startUrl: 'https://acme.awsapps.com/start',
    region: 'eu-central-1',
    scopes: ['sso:account:access', 'b'],
  };
  for (const session of [portal.session, null]) {
    const { startUrl, region, scopes } = portal;
    const args = { tool: 'daypass', startUrl, region, scopes, session_name: session };
    const script = 'import json, sys; print(json.dumps(json.load(sys.stdin), sort_keys=True), end="")';
    const told = execFileSync(python, ['-c', script], { input: JSON.stringify(args), encoding: 'utf8' });
    expect(registrationName({ ...portal, session }, 'browser')).toBe(told);
  }
});
