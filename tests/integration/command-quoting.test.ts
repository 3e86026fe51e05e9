// Lines for a shell, read by the real shell: every value arrives as it was.
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { type Shell, setLines, unsetLines } from '../../electron/core/aws/session-variables.ts';
import { sh } from '../../electron/core/base/shell-words.ts';
import { isThere } from '../world/programs.ts';
import { SHELLS } from './command-home.ts';

const VALUES = [
  'plain',
  '',
  ' spaces  around ',
  `it's`,
  `'''`,
  '"double"',
  '$HOME $(id) `id` $$',
  'back\\slash \\n \\\\ \\',
  'two\nlines\n\nand more',
  'tab\tand\rreturn',
  '!history! *glob? [x] {a,b} ~',
  '#hash ;semi &amp |pipe <in >out',
  '%d %s %PATH%',
  'é 家 😀',
  '-n',
  '=',
];

const others: readonly (readonly [Shell, readonly string[]])[] = [
  ['sh', ['zsh']],
  ['sh', ['ksh']],
  ['fish', ['fish', '--no-config']],
  ['powershell', ['pwsh', '-NoProfile', '-NonInteractive']],
];

const shells = [...SHELLS.map((shell) => ['sh', shell] as const), ...others].filter(([, [program = '']]) =>
  isThere(program),
);

describe.each(shells.map(([kind, shell]) => [shell.join(' '), kind, shell] as const))('%s', (_, kind, shell) => {
  const [program = '', ...options] = shell;
  // Left to itself bash reads somebody's .bashrc when its input is a socket, as Node's pipes are.
  const read = (text: string) =>
    execFileSync(program, [...options, '-c', text], {
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'pipe', 'inherit'],
    });

  it.each(VALUES)('%j', (value) => {
    const command = `${setLines([['DP_TEST', value]], kind)}printenv DP_TEST`;
    expect(read(command).toString()).toBe(`${value}\n`);
  });

  it('takes a variable away', () => {
    const lines = `${setLines([['DP_TEST', 'x']], kind)}${unsetLines(['DP_TEST'], kind)}env`;
    expect(read(lines).toString()).not.toContain('DP_TEST');
  });
});

it('a word of a POSIX shell is one word', () => {
  for (const value of VALUES) expect(execFileSync('sh', ['-c', `printf %s ${sh(value)}`]).toString()).toBe(value);
});
