// `daypass policy` by the real script in each shell: files of every name, pipes, and what is too large.
import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deny, LISTED, text, USERS_OWN } from '../unit/policy/policies.ts';
import { isThere } from '../world/programs.ts';
import { CommandHome, run, SHELLS } from './command-home.ts';

let home: CommandHome;
beforeAll(async () => {
  home = await CommandHome.make();
  await home.start();
});
afterAll(() => home.remove());

const shells = SHELLS.filter(([program]) => isThere(program ?? ''));

describe.each(shells.map((shell) => [shell.join(' '), shell] as const))('%s', (_, shell) => {
  const [program = 'sh', ...options] = shell;
  const daypass = (args: readonly string[], input: string | Uint8Array = '') =>
    run(program, [...options, home.script, 'policy', ...args], { env: home.env, input, cwd: home.folder });

  it('prints a policy that its own check lets pass', async () => {
    const { stdout } = await daypass(['--browser', '--repositories', 'app']);
    expect(JSON.parse(stdout).Statement).toHaveLength(7);
    expect(await daypass(['check', '-'], stdout)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/No problems found\n$/),
      stderr: '',
    });
  });

  it.each(['policy.json', 'a {b} [1-2] & ü 家.json', '-x.json'])('reads the file %s', async (name) => {
    await writeFile(join(home.folder, name), USERS_OWN);
    const { status, stdout, stderr } = await daypass(['check', name]);
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toContain('NotAction only exempts these from the Deny');
  });

  it('reads what another program prints', async () => {
    const line = `printf '\\357\\273\\277%s' "$1" | "$2" policy check -`;
    const { status, stdout } = await run(program, [...options, '-c', line, 'x', text(LISTED, deny()), home.script], {
      env: home.env,
    });
    expect([status, stdout.split('\n').at(-2)]).toEqual([0, 'No problems found']);
  });

  it('what cannot be read is named', async () => {
    await mkdir(join(home.folder, 'folder'), { recursive: true });
    for (const name of ['none.json', 'folder']) {
      expect(await daypass(['check', name])).toEqual({
        status: 1,
        stdout: '',
        stderr: `daypass: ${name} cannot be read.\n`,
      });
    }
  });

  it('wrong use is said', async () => {
    expect(await daypass(['check'])).toMatchObject({ status: 2, stdout: '' });
    expect(await daypass(['check', '--help'])).toMatchObject({ status: 2, stdout: '' });
    expect(await daypass(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('[check FILE|-]') });
  });

  it('takes 1 MB and no more', async () => {
    const large = (bytes: number) => text(LISTED, deny()).padEnd(bytes);
    expect(await daypass(['check', '-'], large(1_048_576))).toMatchObject({ status: 0, stderr: '' });
    expect(await daypass(['check', '-'], large(3_000_000))).toEqual({
      status: 2,
      stdout: '',
      stderr: 'daypass: The input is too large.\n',
    });
  });
});

it('without Daypass it says so, and reads nothing', () => {
  const env = { ...home.env, DAYPASS_HOME: join(home.folder, 'elsewhere') };
  const { status, stderr } = spawnSync(home.script, ['policy', 'check', '-'], {
    env,
    encoding: 'utf8',
    input: USERS_OWN,
  });
  expect([status, stderr]).toEqual([3, expect.stringContaining('Daypass is not running.')]);
});
