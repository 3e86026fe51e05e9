// `daypass add` with a key by the real script in each shell: what it hands over, and that it is on no command line.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppWorld } from '../fakes/app-world.ts';
import type { FakeCommandApp } from '../fakes/command-app.ts';
import { isThere } from '../world/programs.ts';
import { CommandHome, run, SHELLS } from './command-home.ts';

const SECRET = 'planted/FEMI+K7MDENG+bPxRfiCYEXAMPLEKEY1';
const CSV = `\uFEFFAccess key ID,Secret access key\r\nAKIAIOSFODNN7EXAMPLE,${SECRET}\r\n`;
const REGION = ['--region', 'eu-west-1'];

let home: CommandHome;
let app: FakeCommandApp;
beforeAll(async () => {
  home = await CommandHome.make();
  ({ app } = await home.start());
});
beforeEach(() => {
  app.handed.length = 0;
});
afterAll(() => home.remove());

const shells = SHELLS.filter(([program]) => isThere(program ?? ''));

describe.each(shells.map((shell) => [shell.join(' '), shell] as const))('%s', (_, shell) => {
  const [program = 'sh', ...options] = shell;
  const add = (args: readonly string[], input: string | Uint8Array = '') =>
    run(program, [...options, home.script, 'add', ...args], { env: home.env, input, cwd: home.folder });

  it.each(['ann_accessKeys.csv', 'a {b}=[1-2] & ü 家.csv', '-x.csv'])(
    'hands over the file %s, byte for byte',
    async (name) => {
      await writeFile(join(home.folder, name), CSV);
      const { status, stderr } = await add(['work', '--csv', name, ...REGION]);
      expect([status, stderr]).toEqual([1, expect.stringContaining('AWS doesn’t know this access key')]);
      expect(app.handed).toEqual([`${name}: ${CSV}`]);
      await add([`--csv=${name}`, ...REGION], 'not this');
      expect(app.handed[1]).toBe(`${name}: ${CSV}`);
    },
  );

  it('hands over what another program prints, a key file or two values', async () => {
    await add(['--csv', '-', ...REGION], CSV);
    await add(['--key', '-', ...REGION], `AKIAIOSFODNN7EXAMPLE\n${SECRET}\n`);
    await add(['--key=-', ...REGION], SECRET);
    expect(app.handed).toEqual([`null: ${CSV}`, `null: AKIAIOSFODNN7EXAMPLE\n${SECRET}\n`, `null: ${SECRET}`]);
  });

  it('what cannot be read is named, and nothing is handed over', async () => {
    await mkdir(join(home.folder, 'folder'), { recursive: true });
    for (const name of ['none.csv', 'folder']) {
      expect(await add(['--csv', name, ...REGION])).toEqual({
        status: 1,
        stdout: '',
        stderr: `daypass: ${name} cannot be read.\n`,
      });
    }
    expect(app.handed).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')(
    'a pipe that nobody writes to and a device without an end end it',
    async () => {
      const pipe = join(home.folder, 'pipe.csv');
      if (!existsSync(pipe)) await run('mkfifo', [pipe], { env: home.env });
      for (const name of [pipe, '/dev/zero']) {
        expect(await add(['--csv', name, ...REGION])).toEqual({
          status: 1,
          stdout: '',
          stderr: expect.stringContaining(`${name} is not an ordinary file.`),
        });
      }
      const endless = await run(
        program,
        [...options, '-c', '"$@" </dev/zero', 'x', home.script, 'add', '--csv', '-', ...REGION],
        {
          env: home.env,
        },
      );
      expect(endless).toMatchObject({ status: 2, stderr: 'daypass: The input is too large.\n' });
      expect(app.handed).toEqual([]);
    },
  );

  it('wrong use is said', async () => {
    expect(await add(['--csv'])).toMatchObject({ status: 2, stdout: '' });
    expect(await add(['--key', 'AKIAIOSFODNN7EXAMPLE', ...REGION])).toMatchObject({ status: 2, stdout: '' });
    expect(await add(['--csv', '-', ...REGION], 'x'.repeat(2_000_000))).toMatchObject({
      status: 2,
      stderr: 'daypass: The input is too large.\n',
    });
    expect(app.handed).toEqual([]);
  });

  it('without a key, standard input is left to others', async () => {
    const line = `"$1" add nope; cat`;
    const { stdout } = await run(program, [...options, '-c', line, 'x', home.script], { env: home.env, input: 'left' });
    expect(stdout).toBe('left');
  });

  it('no program that the script runs is given a letter of the key', async () => {
    const folder = join(home.folder, 'watched');
    await mkdir(folder, { recursive: true });
    const log = join(folder, 'log');
    const curl = (await run('sh', ['-c', 'command -v curl'], { env: home.env })).stdout.trim();
    await writeFile(join(folder, 'curl'), `#!/bin/sh\n{ printf '%s\\n' "$@"; env; } >>'${log}'\nexec ${curl} "$@"\n`, {
      mode: 0o755,
    });
    const env = { ...home.env, PATH: `${folder}:${home.env.PATH}` };
    await writeFile(join(home.folder, 'k.csv'), CSV);
    await run(program, [...options, home.script, 'add', '--csv', 'k.csv', ...REGION], { env, cwd: home.folder });
    await run(program, [...options, home.script, 'add', '--key', '-', ...REGION], {
      env,
      input: `AKIAIOSFODNN7EXAMPLE ${SECRET}`,
    });
    expect(app.handed).toHaveLength(2);
    const seen = readFileSync(log, 'utf8');
    expect(seen).toContain('--csv');
    expect(seen).not.toMatch(/planted|AKIAIOSFODNN7EXAMPLE/);
  });
});

it('without Daypass it says so', async () => {
  const env = { ...home.env, DAYPASS_HOME: join(home.folder, 'elsewhere') };
  const { status, stderr } = await run(home.script, ['add', '--key', '-', ...REGION], { env, input: 'x' });
  expect([status, stderr]).toEqual([3, expect.stringContaining('Daypass is not running.')]);
});

it('a key becomes a profile in one command', async () => {
  const w = new AppWorld();
  w.files.texts.credentials = '';
  w.iam.devices = [{ serial: 'arn:aws:iam::123456789012:mfa/ann', kind: 'totp' }];
  const other = await CommandHome.make();
  const missing = () => {
    throw new Error('no desktop');
  };
  const surface = { openPopover: missing, containerEndpoint: missing, version: missing, quit: missing };
  await other.start({ ...w.app, ...surface } as never);
  await writeFile(join(other.folder, 'ann_accessKeys.csv'), CSV);
  const { status, stdout } = await run(
    other.script,
    ['add', '--csv', 'ann_accessKeys.csv', '--to', 'file', ...REGION],
    {
      env: other.env,
      cwd: other.folder,
    },
  );
  expect([status, stdout]).toEqual([
    0,
    expect.stringMatching(/ann_accessKeys\.csv still holds the key.*\nProfile default-mfa was added/),
  ]);
  expect(readFileSync(join(other.folder, 'ann_accessKeys.csv'), 'utf8')).toBe(CSV);
  expect(w.files.texts.credentials).toContain(SECRET);
  await other.remove();
});
