// Completions and the manual page say what there is: they are held against the commands themselves.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../electron/core/i18n/en/en.ts';
import { someProfile } from '../fakes/command-app.ts';
import { isThere } from '../world/programs.ts';
import { CommandHome, run } from './command-home.ts';

const ASSETS = join(import.meta.dirname, '..', '..', 'assets');
const COMMANDS = [...Object.keys(en.commands.summaries), 'completions'];

let home: CommandHome;
beforeAll(async () => {
  home = await CommandHome.make();
  const { app } = await home.start();
  app.profiles = [someProfile('work-mfa'), someProfile('other-mfa')];
});
afterAll(() => home.remove());

const env = () => ({ ...home.env, PATH: `${join(home.folder, 'bin')}:${process.env.PATH}` });

describe('bash completes', () => {
  async function completed(...words: string[]): Promise<string[]> {
    const text = `eval "$(daypass completions bash)"
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _daypass; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = await run('bash', ['--norc', '-c', text, 'x', ...words], { env: env() });
    expect(stderr).toBe('');
    return [...new Set(stdout.split('\n').filter(Boolean))];
  }

  it('every command', async () => {
    expect((await completed('daypass', '')).sort()).toEqual([...COMMANDS].sort());
    expect(await completed('daypass', 'sign-')).toEqual(['sign-in', 'sign-out']);
  });

  it.each([
    [
      ['sign-out', ''],
      ['work-mfa', 'other-mfa'],
    ],
    [['sign-in', 'w'], ['work-mfa']],
    [['env', '--shell', 'f'], ['fish']],
    [['env', '--u'], ['--unset']],
    [['add', 'work', '--de'], ['--delivery']],
    [['add', 'work', '--delivery', 'p'], ['process']],
    [
      ['git', ''],
      ['setup', 'undo', 'mend', 'status'],
    ],
    [['git', 'setup', '--'], ['--yes']],
    [['policy', 'c'], ['check']],
    [
      ['policy', '--partition', 'aws-'],
      ['aws-cn', 'aws-us-gov'],
    ],
    [['exec', '--', 'printen'], ['printenv']],
    [['sign-in', '--code', ''], ['-']],
  ])('%j', async (words, expected) => {
    expect(await completed('daypass', ...words)).toEqual(expected);
  });
});

it.each(['bash', 'zsh', 'fish'])('%s is given its file, also when Daypass is not running', async (shell) => {
  const other = await CommandHome.make();
  const { status, stdout } = await run(other.script, ['completions', shell], { env: other.env });
  expect([status, stdout]).toEqual([0, readFileSync(join(ASSETS, 'completion', `daypass.${shell}`), 'utf8')]);
  await other.remove();
});

it('no other shell is', async () => {
  expect(await run(home.script, ['completions', 'tcsh'], { env: home.env })).toMatchObject({ status: 2, stdout: '' });
});

it('bash’s passes shellcheck', () => {
  const { stdout } = spawnSync('shellcheck', ['-s', 'bash', join(ASSETS, 'completion', 'daypass.bash')], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
});

it.each(['zsh', 'fish'])('%s knows every command', (shell) => {
  const text = readFileSync(join(ASSETS, 'completion', `daypass.${shell}`), 'utf8');
  const found = shell === 'zsh' ? text.matchAll(/^ {4}'([a-z-]+):/gm) : text.matchAll(/use_subcommand -a ([a-z-]+) /g);
  expect([...found].map(([, name]) => name).sort()).toEqual([...COMMANDS].sort());
  if (isThere(shell)) expect(spawnSync(shell, ['-n', join(ASSETS, 'completion', `daypass.${shell}`)]).status).toBe(0);
});

it('no example puts a code on a command line, and the help says why', () => {
  const files = ['README.md', 'assets/man/daypass.1', 'assets/docs/vscode.md', 'assets/docs/jetbrains.md'];
  const texts = files.map((file) => readFileSync(join(ASSETS, '..', file), 'utf8').replaceAll('\\-', '-'));
  for (const text of [...texts, JSON.stringify(en)]) expect(text).not.toMatch(/--code[ =]\d/);
  expect(en.commands.summaries['sign-in']).toContain('--code - ');
});

it('the manual page names every command, and formats without a warning', () => {
  const page = readFileSync(join(ASSETS, 'man', 'daypass.1'), 'utf8');
  const plain = page.replaceAll('\\-', '-');
  for (const name of COMMANDS.filter((command) => command !== 'open')) expect(plain).toContain(name);
  if (!isThere('groff')) return;
  const { stderr } = spawnSync('groff', ['-man', '-Tutf8', '-ww', '-z'], { input: page, encoding: 'utf8' });
  expect(stderr).toBe('');
});
