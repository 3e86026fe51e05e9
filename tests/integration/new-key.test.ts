// A key from the console's file into a home without ~/.aws: AWS is asked for real, and the AWS CLI uses what was written.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { awsServices } from '../../electron/adapters/aws/services.ts';
import { systemClock } from '../../electron/adapters/electron/clock.ts';
import { ForeignBackup } from '../../electron/adapters/files/foreign-backup.ts';
import { readKeyFile } from '../../electron/adapters/files/read-key-file.ts';
import { sealedFiles } from '../../electron/adapters/files/sealed-files.ts';
import { sharedFiles } from '../../electron/adapters/files/shared-files.ts';
import type { App } from '../../electron/core/app/build.ts';
import { failureOf } from '../../electron/core/base/failure.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import { type Aws, startAws } from '../aws/aws.ts';
import { AppWorld } from '../fakes/app-world.ts';
import { awsPrograms } from '../world/programs.ts';

let folder: string;
let aws: Aws;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daypass-new-key-'));
  aws = await startAws({ folder: join(folder, 'aws') });
});
afterAll(async () => {
  await aws?.close();
  rmSync(folder, { recursive: true, force: true });
});

let home: string;
let file: string;
let world: AppWorld;
beforeEach(() => {
  Object.assign(aws.faults, { newKeyDelayMs: 0, skewMs: 0 });
  home = mkdtempSync(join(folder, 'home-'));
  file = join(home, 'ada_accessKeys.csv');
  writeFileSync(file, csv());
  world = new AppWorld();
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const csv = () => `\uFEFFAccess key ID,Secret access key\r\n${aws.user.accessKeyId},${aws.user.secretAccessKey}\r\n`;
/** As a new start of the app on this disk. */
function started(): App {
  const own = join(home, '.daypass');
  return world.build({
    clock: systemClock,
    files: sharedFiles({}, home, { backup: new ForeignBackup(join(own, 'backup')), journal: join(own, 'unfinished') }),
    secretFiles: sealedFiles(join(own, 'secrets')),
    aws: (time) => awsServices({ fetch, env: { AWS_ENDPOINT_URL: aws.url } }, time),
  });
}
const read = async (app: App) => app.newKey.read(await readKeyFile(file), file);
const mode = (path: string) => statSync(path).mode & 0o777;

function awsCli(program: string, ...args: string[]): Promise<{ status: number | null; stdout: string }> {
  const env = { PATH: process.env.PATH, HOME: home, PYENV_VERSION: process.env.PYENV_VERSION };
  const words = ['--endpoint-url', aws.url, '--region', aws.codecommit.region, ...args];
  return new Promise((resolve) => {
    const child = spawn(program, words, { env: env as NodeJS.ProcessEnv, stdio: ['ignore', 'pipe', 'inherit'] });
    let stdout = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.on('close', (status) => resolve({ status, stdout }));
  });
}

describe('into the file', () => {
  test('which is made for its owner alone; what it came from stays as it was', async () => {
    const app = started();
    expect(await read(app)).toHaveLength(1);
    expect(await app.newKey.prove(null, aws.codecommit.region)).toMatchObject({
      user: 'ada',
      account: aws.user.accountId,
      name: 'default',
    });
    expect(existsSync(join(home, '.aws'))).toBe(false);
    await app.newKey.take('file', null);
    expect([mode(join(home, '.aws')), mode(join(home, '.aws/credentials'))]).toEqual([0o700, 0o600]);
    expect(readFileSync(file, 'utf8')).toBe(csv());
  });

  test.each(awsPrograms().map(({ path, major, minor }) => [`${path} ${major}.${minor}`, path]))(
    'where %s finds it',
    async (_, program) => {
      const app = started();
      await read(app);
      await app.newKey.prove(null, aws.codecommit.region);
      await app.newKey.take('file', 'new');
      const { status, stdout } = await awsCli(program, '--profile', 'new', 'sts', 'get-caller-identity');
      expect([status, JSON.parse(stdout)]).toMatchObject([0, { Arn: aws.user.arn }]);
    },
  );
});

test('into the keychain: no letter of it lies readable, and the next start makes a profile of it', async () => {
  const app = started();
  await read(app);
  await app.newKey.prove(null, aws.codecommit.region);
  expect(await app.newKey.take('keychain', null)).toMatchObject({ isSure: false });
  rmSync(file);
  expect(existsSync(join(home, '.aws'))).toBe(false);
  const all = readdirSync(home, { recursive: true, encoding: 'utf8' }).map((name) => join(home, name));
  for (const one of all.filter((path) => statSync(path).isFile())) {
    expect(readFileSync(one, 'latin1')).not.toContain(aws.user.secretAccessKey);
  }
  const next = started();
  expect(await next.spareKeys.list()).toEqual(['default']);
  expect(await next.sources.devices('default', aws.codecommit.region)).toEqual([
    { serial: aws.user.serial, kind: 'totp' },
  ]);
  await next.keys.putBack('default');
  expect(readFileSync(join(home, '.aws/credentials'), 'utf8')).toContain(aws.user.secretAccessKey);
  expect(await next.spareKeys.list()).toEqual([]);
});

test('a clock that is an hour off is learnt from the first answer', async () => {
  aws.faults.skewMs = 3_600_000;
  const app = started();
  await read(app);
  expect(await app.newKey.prove(null, aws.codecommit.region)).toMatchObject({ user: 'ada' });
});

test.each([
  ['another secret', (text: string) => text.replace(/.{4}\r\n$/, 'AAAA\r\n'), 'new-key.wrong-secret'],
  [
    'a key that AWS does not know',
    (text: string) => text.replace(/AKIA.{16}/, 'AKIAIOSFODNN7EXAMPLE'),
    'new-key.unknown',
  ],
])('%s is told apart', async (_, change, code) => {
  writeFileSync(file, change(csv()));
  const app = started();
  await read(app);
  const why = await app.newKey.prove(null, aws.codecommit.region).catch(failureOf);
  expect(why).toMatchObject({ code });
});

describe('a file that is none of AWS’s', () => {
  test('is refused by what it is, before much of it is read', async () => {
    await expect(readKeyFile(join(home, 'none.csv'))).rejects.toMatchObject({ failure: { code: 'file.failed' } });
    await expect(readKeyFile(home)).rejects.toMatchObject({ failure: { code: 'file.failed' } });
    await expect(readKeyFile('/dev/zero')).rejects.toMatchObject({ failure: { params: { reason: 'not-regular' } } });
    writeFileSync(file, 'x'.repeat(65_537));
    await expect(readKeyFile(file)).rejects.toMatchObject({ failure: { params: { reason: 'too-large' } } });
  });

  test('and one in the letters of a spreadsheet is read', async () => {
    writeFileSync(file, Buffer.from(csv(), 'utf16le'));
    expect(await started().newKey.read(await readKeyFile(file), file)).toHaveLength(1);
    expect(await readKeyFile(file)).toBeInstanceOf(Secret);
  });
});
