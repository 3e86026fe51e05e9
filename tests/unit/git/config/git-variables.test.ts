import { describe, expect, test } from 'vitest';
import {
  entriesOfVariables,
  findInVariables,
  variablesIn,
} from '../../../../electron/core/git/config/git-variables.ts';

const read = (text: string) => variablesIn(text, '/f').map(({ name, value, line }) => [name, value, line]);

test.each([
  ['export GIT_ASKPASS=/bin/true', 'GIT_ASKPASS', '/bin/true'],
  ['  export GIT_ASKPASS="/a b/c" # mine', 'GIT_ASKPASS', '/a b/c'],
  ["GIT_ASKPASS='x y'", 'GIT_ASKPASS', 'x y'],
  ['GIT_CURL_VERBOSE=1; export GIT_CURL_VERBOSE', 'GIT_CURL_VERBOSE', '1'],
  ['declare -x GIT_ASKPASS=x', 'GIT_ASKPASS', 'x'],
  ['set -gx GIT_ASKPASS x', 'GIT_ASKPASS', 'x'],
  ['set -Ux GIT_ASKPASS "a b"', 'GIT_ASKPASS', 'a b'],
  ['export GIT_CONFIG_VALUE_0=', 'GIT_CONFIG_VALUE_0', ''],
])('a start file sets: %s', (line, name, value) => {
  expect(read(`# mine\r\n${line}\n`)).toEqual([[name, value, 2]]);
});

test.each([
  '# export GIT_ASKPASS=x',
  'echo GIT_ASKPASS=x',
  'export MY_GIT_ASKPASS=x',
  'unset GIT_ASKPASS',
  'GIT_ASKPASS',
])('nothing is set by: %s', (line) => {
  expect(read(line)).toEqual([]);
});

describe('settings in variables', () => {
  const entries = (text: string) => entriesOfVariables(variablesIn(text, '/f')).map(({ name, value }) => [name, value]);

  test('by number, each with its value', () => {
    const text =
      'GIT_CONFIG_KEY_0=Credential.https://HOST.Helper\nGIT_CONFIG_VALUE_0=store\nGIT_CONFIG_KEY_1=credential.helper\n';
    expect(entries(text)).toEqual([
      ['credential.https://HOST.helper', 'store'],
      ['credential.helper', ''],
    ]);
  });

  test('as `git -c` hands them on', () => {
    expect(entries(`export GIT_CONFIG_PARAMETERS="'credential.helper'='' 'core.pager=cat'"`)).toEqual([
      ['credential.helper', ''],
      ['core.pager', 'cat'],
    ]);
  });

  test('say which file and which variable they come from', () => {
    expect(entriesOfVariables(variablesIn('GIT_CONFIG_KEY_0=a.b', '/f'))).toMatchObject([
      { origin: '/f GIT_CONFIG_KEY_0', scope: 'command' },
    ]);
  });
});

describe('what is found', () => {
  const world = { installed: true, path: '/home/ann/.gitconfig', home: '/home/ann' };
  const codes = (text: string, installed = true) =>
    findInVariables(variablesIn(text, '/f'), { ...world, installed }).map(({ code, mend }) => [code, mend]);

  test.each([
    ['GIT_CURL_VERBOSE=0', [['trace-token', null]]],
    ['GIT_TRACE_CURL=1', [['trace-token', null]]],
    ['GIT_TRACE_CURL=/tmp/log', [['trace-token', null]]],
    ['GIT_TRACE_CURL=0', []],
    ['GIT_TRACE=1', []],
    ['GIT_TERMINAL_PROMPT=0', []],
    ['GIT_CONFIG_GLOBAL=/other', [['config-elsewhere', null]]],
    ['GIT_CONFIG_GLOBAL=/home/ann/.gitconfig', []],
    ['GIT_CONFIG_GLOBAL=$HOME/.gitconfig', []],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell's own
    ['GIT_CONFIG_GLOBAL="${HOME}/.gitconfig"', []],
    ['GIT_CONFIG_GLOBAL=~/.gitconfig', []],
    ['GIT_ASKPASS=x', []],
  ])('%s', (text, found) => {
    expect(codes(text)).toEqual(found);
  });

  test('an askpass while git does not ask Daypass', () => {
    expect(codes('GIT_ASKPASS=x', false)).toEqual([['askpass', 'set-up']]);
    expect(codes('GIT_ASKPASS=', false)).toEqual([]);
  });
});
