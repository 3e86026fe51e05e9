// What a shell makes of these lines is proven with the real shells, in tests/integration/command-quoting.test.ts.
import { describe, expect, it } from 'vitest';
import { SHELL_NAMES, type Shell, SYNTAX, shellNamed } from '../../../electron/core/aws/shell-syntax.ts';
import { FailureError } from '../../../electron/core/base/failure.ts';

describe('one variable', () => {
  it.each<[Shell, string, string]>([
    ['sh', 'plain', `export A='plain'`],
    ['sh', `it's`, `export A='it'\\''s'`],
    ['sh', '$x `y` "z" \\', 'export A=\'$x `y` "z" \\\''],
    ['sh', 'two\nlines', `export A='two\nlines'`],
    ['fish', `it's \\ $x`, `set -gx A 'it\\'s \\\\ $x'`],
    ['powershell', `it's $x \`n`, `$env:A = 'it''s $x \`n'`],
    ['powershell', '\u201a\u201b', `$env:A = '\u201a\u201a\u201b\u201b'`],
    ['powershell', '\u2018a\u2019', `$env:A = '\u2018\u2018a\u2019\u2019'`],
    ['cmd', 'a&b|c^d', `set "A=a&b|c^d"`],
  ])('%s: %j', (shell, value, line) => {
    expect(SYNTAX[shell].set('A', value)).toBe(line);
  });

  it.each(['%PATH%', '!x!', 'a"b', 'a\nb', 'a\rb', 'a\0b'])('cmd has no way to write %j', (value) => {
    expect(() => SYNTAX.cmd.set('A', value)).toThrow(FailureError);
    expect(() => SYNTAX.cmd.set('A', value)).toThrow(
      expect.objectContaining({ failure: { code: 'command.unsupported', params: { what: 'cmd: A' } } }),
    );
  });

  it.each<[Shell, string]>([
    ['sh', 'unset A B'],
    ['fish', 'set -eg A B'],
    ['powershell', 'Remove-Item Env:A,Env:B -ErrorAction SilentlyContinue'],
    ['cmd', 'set "A="\nset "B="'],
  ])('is taken away in %s', (shell, line) => {
    expect(SYNTAX[shell].unset(['A', 'B'])).toBe(line);
  });
});

describe('in PowerShell, which is not on every computer', () => {
  const { putAside, bringBack, setRegion, undoRegion } = SYNTAX.powershell;
  const free = 'if ("$env:AWS_REGION$env:AWS_DEFAULT_REGION" -eq "$env:DAYPASS_REGION$env:DAYPASS_REGION")';

  it('a variable is put aside in the session, and brought back once', () => {
    expect(putAside('A')).toBe('if (Test-Path Env:A) { $global:DAYPASS_WAS_A = $env:A; Remove-Item Env:A }');
    expect(bringBack('A')).toBe(
      'if (Test-Path Variable:global:DAYPASS_WAS_A) { $env:A = $global:DAYPASS_WAS_A; Remove-Variable DAYPASS_WAS_A -Scope Global }',
    );
  });

  it('a region is set where none was chosen, and taken away where it was not changed', () => {
    expect(setRegion('eu-west-1')).toBe(
      `${free} { $env:AWS_REGION = 'eu-west-1'; $env:AWS_DEFAULT_REGION = 'eu-west-1'; $env:DAYPASS_REGION = 'eu-west-1' }`,
    );
    expect(undoRegion).toBe(
      `${free} { Remove-Item Env:AWS_REGION,Env:AWS_DEFAULT_REGION -ErrorAction SilentlyContinue }`,
    );
  });
});

it('cmd takes a profile away for good, and sets no region: what runs its lines runs no "if"', () => {
  const { putAside, bringBack, setRegion, undoRegion } = SYNTAX.cmd;
  expect([putAside('A'), bringBack('A'), setRegion('eu-west-1'), undoRegion]).toEqual(['set "A="', '', '', '']);
});

it('shells are known by their names alone', () => {
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
