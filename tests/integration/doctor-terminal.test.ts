// What a terminal hands over for the doctor, by each shell that `#!/bin/sh` can be: the same as the app would cut it down to,
// and nothing else.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cutDown, readTerminal } from '../../electron/core/doctor/surroundings/variable.ts';
import type { CommandApp } from '../../electron/core/surfaces/commands/app.ts';
import { CUT_DOWN } from '../unit/doctor/surroundings/variables.ts';
import { isThere } from '../world/programs.ts';
import { CommandHome, run, SHELLS } from './command-home.ts';

const TERMINAL = join(import.meta.dirname, '../../assets/bin/terminal.sh');
const shells = SHELLS.filter(([program]) => isThere(program ?? ''));

const said = async ([shell = '', ...args]: readonly string[], env: Record<string, string>) => {
  const { stdout, stderr } = await run(shell, [...args, '-c', `. "$0"; printf %s "$dp_code"`, TERMINAL], {
    // bash reads the start file of whom it takes to have come over the network.
    env: { PATH: process.env.PATH, HOME: '/nowhere', ...env },
  });
  expect(stderr).toBe('');
  return stdout;
};

test('passes shellcheck', async () => {
  expect(await run('shellcheck', [TERMINAL], { env: process.env })).toEqual({ status: 0, stdout: '', stderr: '' });
});

describe.each(shells.map((shell) => [shell.join(' '), shell] as const))('%s', (_, shell) => {
  test('cuts each variable down as the app would', async () => {
    for (const [name, value] of CUT_DOWN) {
      const text = await said(shell, { [name]: value });
      const expected = cutDown(name, value);
      expect(
        readTerminal(text)?.find((one) => one.name === name),
        `${name}=${value}`,
      ).toEqual(expected);
      // Not only by what the app makes of it: it does not leave the shell.
      expect(text).not.toContain('planted');
    }
  });

  test('is not misled by values of several lines, and names nothing that is none of AWS’s', async () => {
    const lines = 'x\nexport AWS_PROFILE=\'planted\'\ndeclare -x AWS_REGION="planted"\nAWS_X=planted';
    const text = await said(shell, {
      AWS_SESSION_TOKEN: lines,
      OTHER: lines,
      GITHUB_TOKEN: 'planted',
      'AWS_odd.x': 'planted',
    });
    expect(text).not.toContain('planted');
    expect(text.match(/^(?!PATH).*/gm)?.filter(Boolean)).toEqual([expect.stringMatching(/^AWS_SESSION_TOKEN=… ?$/)]);
  });

  test('says the PATH as it is', async () => {
    expect(await said(shell, {})).toContain(`PATH=${process.env.PATH}\n`);
  });
});

describe('the script', () => {
  let home: CommandHome;
  beforeAll(async () => {
    home = await CommandHome.make();
  });
  afterAll(() => home.remove());

  test('hands it over with “doctor” alone, and in no argument', async () => {
    const { app, close } = await home.start();
    const heard: string[] = [];
    const { examine } = app.doctor;
    const listening: CommandApp['doctor']['examine'] = (_, terminal) => {
      heard.push(JSON.stringify(terminal));
      return examine();
    };
    Object.assign(app.doctor, { examine: listening });
    const env = { ...home.env, AWS_PROFILE: 'work', AWS_SECRET_ACCESS_KEY: 'planted' };
    const ran = await run(home.script, ['doctor'], { env });
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toContain('{"name":"AWS_PROFILE","shown":"work","flaw":null}');
    expect(heard[0]).toContain('{"name":"AWS_SECRET_ACCESS_KEY","shown":"…","flaw":null}');
    expect(heard[0]).not.toContain('planted');
    await close();
  });

  test('asks without it where that file is missing', async () => {
    const { close } = await home.start();
    await run('rm', [join(home.folder, 'bin/terminal.sh')], { env: home.env });
    expect((await run(home.script, ['doctor'], { env: home.env })).status).toBe(0);
    await close();
  });
});
