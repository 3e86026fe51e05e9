/** The lines that set or unset variables, quoted for each shell so that every value arrives as it is. */

import { FailureError } from '../base/failure.ts';
import { sh } from '../base/shell-words.ts';
import type { SessionCredentials } from './credentials.ts';

export type Shell = 'sh' | 'fish' | 'powershell' | 'cmd';
export type Variables = readonly (readonly [name: string, value: string])[];

const NAMES: Readonly<Record<string, Shell>> = {
  sh: 'sh',
  bash: 'sh',
  zsh: 'sh',
  dash: 'sh',
  ksh: 'sh',
  fish: 'fish',
  powershell: 'powershell',
  pwsh: 'powershell',
  cmd: 'cmd',
};

/** The names a person may say. */
export const SHELL_NAMES = Object.keys(NAMES);

export const shellNamed = (name: string): Shell | null => (Object.hasOwn(NAMES, name) ? (NAMES[name] ?? null) : null);

export const SESSION_VARIABLES = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'] as const;

/** The three variables that every AWS tool reads. */
export function setVariables(credentials: SessionCredentials, shell: Shell): string {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const values = [accessKeyId, secretAccessKey, sessionToken];
  return setLines(
    SESSION_VARIABLES.map((name, i) => [name, values[i] ?? '']),
    shell,
  );
}

/** Throws FailureError command.unsupported for a value that the shell has no way to write. */
export const setLines = (variables: Variables, shell: Shell): string =>
  variables.map(([name, value]) => `${SYNTAX[shell].set(name, value)}\n`).join('');

export const unsetLines = (names: readonly string[], shell: Shell): string =>
  names.map((name) => `${SYNTAX[shell].unset(name)}\n`).join('');

interface Syntax {
  set(name: string, value: string): string;
  unset(name: string): string;
}

const SYNTAX: Record<Shell, Syntax> = {
  sh: {
    set: (name, value) => `export ${name}=${sh(value)}`,
    unset: (name) => `unset ${name}`,
  },
  fish: {
    set: (name, value) => `set -gx ${name} '${value.replace(/[\\']/g, '\\$&')}'`,
    unset: (name) => `set -e ${name}`,
  },
  powershell: {
    // PowerShell takes each of the curly quotes for a quote as well; every one is doubled within itself.
    set: (name, value) => `$env:${name} = '${value.replace(/['\u2018-\u201b]/g, '$&$&')}'`,
    unset: (name) => `Remove-Item Env:${name} -ErrorAction SilentlyContinue`,
  },
  cmd: {
    set(name, value) {
      // A batch file and a prompt read these differently, so there is no right way to write them.
      if (/["%!\r\n\0]/.test(value)) throw new FailureError('command.unsupported', { what: `cmd: ${name}` });
      return `set "${name}=${value}"`;
    },
    unset: (name) => `set "${name}="`,
  },
};
