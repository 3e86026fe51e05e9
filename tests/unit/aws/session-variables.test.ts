// What a shell makes of these lines is proven with the real shells, in tests/integration/command-quoting.test.ts.
import { describe, expect, it } from 'vitest';
import {
  SHELL_NAMES,
  type Shell,
  setLines,
  setVariables,
  shellNamed,
  unsetLines,
} from '../../../electron/core/aws/session-variables.ts';
import { FailureError } from '../../../electron/core/base/failure.ts';

describe('one variable', () => {
  it.each<[Shell, string, string]>([
    ['sh', 'plain', `export A='plain'\n`],
    ['sh', `it's`, `export A='it'\\''s'\n`],
    ['sh', '$x `y` "z" \\', 'export A=\'$x `y` "z" \\\'\n'],
    ['sh', 'two\nlines', `export A='two\nlines'\n`],
    ['fish', `it's \\ $x`, `set -gx A 'it\\'s \\\\ $x'\n`],
    ['powershell', `it's $x \`n`, `$env:A = 'it''s $x \`n'\n`],
    ['powershell', '\u201a\u201b', `$env:A = '\u201a\u201a\u201b\u201b'\n`],
    ['powershell', '\u2018a\u2019', `$env:A = '\u2018\u2018a\u2019\u2019'\n`],
    ['cmd', 'a&b|c^d', `set "A=a&b|c^d"\n`],
  ])('%s: %j', (shell, value, line) => {
    expect(setLines([['A', value]], shell)).toBe(line);
  });

  it.each(['%PATH%', '!x!', 'a"b', 'a\nb', 'a\rb', 'a\0b'])('cmd has no way to write %j', (value) => {
    expect(() => setLines([['A', value]], 'cmd')).toThrow(FailureError);
    expect(() => setLines([['A', value]], 'cmd')).toThrow(
      expect.objectContaining({ failure: { code: 'command.unsupported', params: { what: 'cmd: A' } } }),
    );
  });
});

describe('the session', () => {
  const keys = { accessKeyId: 'ASIA1', secretAccessKey: 's/+', sessionToken: 't==' };

  it.each<[Shell, string]>([
    ['sh', `export AWS_ACCESS_KEY_ID='ASIA1'\nexport AWS_SECRET_ACCESS_KEY='s/+'\nexport AWS_SESSION_TOKEN='t=='\n`],
    [
      'fish',
      `set -gx AWS_ACCESS_KEY_ID 'ASIA1'\nset -gx AWS_SECRET_ACCESS_KEY 's/+'\nset -gx AWS_SESSION_TOKEN 't=='\n`,
    ],
    [
      'powershell',
      `$env:AWS_ACCESS_KEY_ID = 'ASIA1'\n$env:AWS_SECRET_ACCESS_KEY = 's/+'\n$env:AWS_SESSION_TOKEN = 't=='\n`,
    ],
    ['cmd', `set "AWS_ACCESS_KEY_ID=ASIA1"\nset "AWS_SECRET_ACCESS_KEY=s/+"\nset "AWS_SESSION_TOKEN=t=="\n`],
  ])('%s', (shell, lines) => {
    expect(setVariables(keys, shell)).toBe(lines);
  });

  it.each<[Shell, string]>([
    ['sh', 'unset A\nunset B\n'],
    ['fish', 'set -e A\nset -e B\n'],
    [
      'powershell',
      'Remove-Item Env:A -ErrorAction SilentlyContinue\nRemove-Item Env:B -ErrorAction SilentlyContinue\n',
    ],
    ['cmd', 'set "A="\nset "B="\n'],
  ])('is taken away in %s', (shell, lines) => {
    expect(unsetLines(['A', 'B'], shell)).toBe(lines);
  });

  it('knows shells by their names alone', () => {
    expect(SHELL_NAMES.map((name) => [name, shellNamed(name)])).toEqual([
      ['sh', 'sh'],
      ['bash', 'sh'],
      ['zsh', 'sh'],
      ['dash', 'sh'],
      ['ksh', 'sh'],
      ['fish', 'fish'],
      ['powershell', 'powershell'],
      ['pwsh', 'powershell'],
      ['cmd', 'cmd'],
    ]);
    expect(shellNamed('toString')).toBeNull();
    expect(shellNamed('Bash')).toBeNull();
  });
});
