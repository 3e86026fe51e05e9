// Lines for a shell, read by the real shell: every value arrives as it was.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { endpointLines, sessionLines, undoLines } from '../../electron/core/aws/session-variables.ts';
import { type Shell, SYNTAX, sayWhereUniversal } from '../../electron/core/aws/shell-syntax.ts';
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

const KEYS = { accessKeyId: 'ASIA1', secretAccessKey: 's/+', sessionToken: 't' };
const SESSION = { AWS_ACCESS_KEY_ID: 'ASIA1', AWS_SECRET_ACCESS_KEY: 's/+', AWS_SESSION_TOKEN: 't' };
/** What gives other credentials. */
const OTHERS = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SECURITY_TOKEN',
  'AWS_CREDENTIAL_EXPIRATION',
  'AWS_ACCESS_KEY',
  'AWS_SECRET_KEY',
  'AMAZON_ACCESS_KEY_ID',
  'AWS_ROLE_ARN',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN',
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
  const { set, unset } = SYNTAX[kind];
  // Left to itself bash reads somebody's .bashrc when its input is a socket, as Node's pipes are.
  const read = (text: string, env: Readonly<Record<string, string>> = {}) =>
    execFileSync(program, [...options, '-c', text], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  /** What a program that is started after these lines sees of all that has to do with AWS. */
  const seen = (lines: string, env: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(
      read(`${lines}env`, env)
        .toString()
        .split('\n')
        .filter((line) => /^(AWS_|AMAZON_|DAYPASS_)/.test(line))
        .map((line) => line.split('=', 2) as [string, string]),
    );

  it.each(VALUES)('%j', (value) => {
    expect(read(`${set('DP_TEST', value)}\nprintenv DP_TEST`).toString()).toBe(`${value}\n`);
  });

  it('takes a variable away', () => {
    expect(read(`${set('DP_TEST', 'x')}\n${unset(['DP_TEST', 'DP_NONE'])}\nenv`).toString()).not.toContain('DP_');
  });

  const inRegion = (region: string) => ({ AWS_REGION: region, AWS_DEFAULT_REGION: region, DAYPASS_REGION: region });
  const use = sessionLines(KEYS, 'eu-west-1', kind);
  const undo = undoLines('session', kind);

  it('the session is all that programs see, and its end leaves what was chosen before', () => {
    const chosen = { AWS_PROFILE: "it's mine", AWS_DEFAULT_PROFILE: '' };
    const before = { ...Object.fromEntries(OTHERS.map((name) => [name, 'other'])), ...chosen, AWS_CONFIG_FILE: '/c' };
    const session = { ...SESSION, ...inRegion('eu-west-1'), AWS_CONFIG_FILE: '/c' };
    expect(seen(use, before)).toEqual(session);
    expect(seen(use + use, before)).toEqual(session);
    expect(seen(use + use + undo, before)).toEqual({ ...chosen, AWS_CONFIG_FILE: '/c' });
    expect(seen(undo, chosen)).toEqual(chosen);
  });

  it('the endpoint is all that programs see', () => {
    const uri = 'http://127.0.0.1:4711/v1/credentials/p1';
    const lines = endpointLines({ uri, tokenFile: '/t' }, 'eu-west-1', kind);
    const endpoint = { AWS_CONTAINER_CREDENTIALS_FULL_URI: uri, AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: '/t' };
    const before = { ...Object.fromEntries(OTHERS.map((name) => [name, 'other'])), AWS_PROFILE: 'work' };
    expect(seen(use + lines, before)).toEqual({ ...endpoint, ...inRegion('eu-west-1') });
    expect(seen(lines + undoLines('endpoint', kind), before)).toEqual({ AWS_PROFILE: 'work' });
  });

  it.each(['AWS_REGION', 'AWS_DEFAULT_REGION'])('a region that was chosen by %s stays', (name) => {
    const chosen = { [name]: 'ap-south-1' };
    expect(seen(use, chosen)).toEqual({ ...SESSION, ...chosen });
    expect(seen(use + undo, chosen)).toEqual(chosen);
  });

  it('a region that was not chosen is that of the session in use', () => {
    const other = sessionLines(KEYS, 'us-east-1', kind);
    expect(seen(use + other)).toEqual({ ...SESSION, ...inRegion('us-east-1') });
    const later = `${use}${set('AWS_REGION', 'ap-south-1')}\n`;
    expect(seen(later + other)).toMatchObject({ AWS_REGION: 'ap-south-1', AWS_DEFAULT_REGION: 'eu-west-1' });
    expect(seen(later + undo)).toMatchObject({ AWS_REGION: 'ap-south-1' });
  });
});

it.runIf(isThere('fish'))('a universal variable of fish is left alone, and that is said', () => {
  const home = mkdtempSync(join(tmpdir(), 'daypass-fish-'));
  const env = { PATH: process.env.PATH, HOME: home, XDG_CONFIG_HOME: home };
  const seen = (lines: string) =>
    execFileSync('fish', ['-c', `begin\n${lines}env\nend 2>&1`], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
      .split('\n')
      .filter((line) => /^(AWS_(PROFILE|DEFAULT_PROFILE|REGION|ACCESS_KEY_ID|ROLE_ARN)|DAYPASS_)/.test(line))
      .sort();
  const use = sessionLines(KEYS, 'eu-west-1', 'fish');
  const undo = undoLines('session', 'fish');
  const chosen = ['AWS_ACCESS_KEY_ID=mine', 'AWS_PROFILE=work', 'AWS_REGION=ap-south-1'];
  try {
    seen(chosen.map((word) => `set -Ux ${word.replace('=', ' ')}\n`).join(''));
    const used = ['AWS_ACCESS_KEY_ID=ASIA1', 'AWS_PROFILE=work', 'AWS_REGION=ap-south-1'];
    expect(seen(use + use)).toEqual(used);
    expect(seen(`set -gx AWS_PROFILE here\n${use}`)).toEqual(used);
    expect(seen(`set -gx AWS_PROFILE here\n${use}${undo}`)).toContain('AWS_PROFILE=here');
    expect(seen(use + use + undo + undo)).toEqual(chosen);
    expect(seen('')).toEqual(chosen);
    expect(seen(`${sayWhereUniversal(['AWS_DEFAULT_PROFILE', 'AWS_PROFILE'], "DAYPASS_ it's said")}`)).toContain(
      "DAYPASS_ it's said",
    );
    expect(seen(sayWhereUniversal(['AWS_DEFAULT_PROFILE'], 'no'))).toEqual(chosen);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});

it('a word of a POSIX shell is one word', () => {
  for (const value of VALUES) expect(execFileSync('sh', ['-c', `printf %s ${sh(value)}`]).toString()).toBe(value);
});
