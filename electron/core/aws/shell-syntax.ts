/** How each shell sets, unsets and remembers variables, quoted so that every value arrives as it is. */
import { FailureError } from '../base/failure.ts';
import { sh } from '../base/shell-words.ts';

export const SHELLS = ['sh', 'fish', 'powershell', 'cmd'] as const;
export type Shell = (typeof SHELLS)[number];

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

/** A line is empty where a shell has no way to say it. */
interface Syntax {
  /** Throws FailureError command.unsupported for a value that the shell has no way to write. */
  set(name: string, value: string): string;
  unset(names: readonly string[]): string;
  /** Keeps the value in this shell alone, and unsets the variable. */
  putAside(name: string): string;
  bringBack(name: string): string;
  /** Where none is chosen. */
  setRegion(region: string): string;
  readonly undoRegion: string;
}

/** Holds the region that was set here, so that it can be told from one that a person has chosen. */
export const REGION_MARK = 'DAYPASS_REGION';
const REGION_NAMES = ['AWS_REGION', 'AWS_DEFAULT_REGION'];
const SET_REGION = [...REGION_NAMES, REGION_MARK];

/** Neither is set, or both are as they were set here. */
const SH_CHOSEN = `[ "\${AWS_REGION-}\${AWS_DEFAULT_REGION-}" != "\${DAYPASS_REGION-}\${DAYPASS_REGION-}" ]`;
const FISH_FREE = 'if test "$AWS_REGION$AWS_DEFAULT_REGION" = "$DAYPASS_REGION$DAYPASS_REGION"';
const POWERSHELL_FREE = 'if ("$env:AWS_REGION$env:AWS_DEFAULT_REGION" -eq "$env:DAYPASS_REGION$env:DAYPASS_REGION")';

export const SYNTAX: Record<Shell, Syntax> = {
  sh: {
    set: (name, value) => `export ${name}=${sh(value)}`,
    unset: shUnset,
    putAside: (name) => `[ -z "\${${name}+x}" ] || { DAYPASS_WAS_${name}=$${name}; unset ${name}; }`,
    bringBack: (name) =>
      `[ -z "\${DAYPASS_WAS_${name}+x}" ] || { export ${name}="$DAYPASS_WAS_${name}"; unset DAYPASS_WAS_${name}; }`,
    setRegion: (region) => `${SH_CHOSEN} || export ${SET_REGION.map((name) => `${name}=${sh(region)}`).join(' ')}`,
    undoRegion: `${SH_CHOSEN} || unset ${REGION_NAMES.join(' ')}`,
  },
  fish: {
    set: (name, value) => `set -gx ${name} ${fish(value)}`,
    // Without -g one of fish's universal variables would go, which is every shell's and kept on disk.
    unset: (names) => `set -eg ${names.join(' ')}`,
    putAside: (name) => `if set -qg ${name}; set -g DAYPASS_WAS_${name} $${name}; set -eg ${name}; end`,
    bringBack: (name) =>
      `if set -q DAYPASS_WAS_${name}; set -gx ${name} $DAYPASS_WAS_${name}; set -e DAYPASS_WAS_${name}; end`,
    setRegion: (region) => `${FISH_FREE}; ${SET_REGION.map((name) => `set -gx ${name} ${fish(region)}; `).join('')}end`,
    undoRegion: `${FISH_FREE}; set -eg ${REGION_NAMES.join(' ')}; end`,
  },
  powershell: {
    set: (name, value) => `$env:${name} = ${powershell(value)}`,
    unset: powershellUnset,
    putAside: (name) =>
      `if (Test-Path Env:${name}) { $global:DAYPASS_WAS_${name} = $env:${name}; Remove-Item Env:${name} }`,
    // In its strict mode a variable that is not set cannot be asked what it is.
    bringBack: (name) =>
      `if (Test-Path Variable:global:DAYPASS_WAS_${name}) { $env:${name} = $global:DAYPASS_WAS_${name}; Remove-Variable DAYPASS_WAS_${name} -Scope Global }`,
    setRegion: (region) =>
      `${POWERSHELL_FREE} { ${SET_REGION.map((name) => `$env:${name} = ${powershell(region)}`).join('; ')} }`,
    undoRegion: `${POWERSHELL_FREE} { ${powershellUnset(REGION_NAMES)} }`,
  },
  // Its lines are run one by one by "for", which runs no "if". daypass.cmd sets the region for exec itself.
  cmd: {
    set(name, value) {
      // A batch file and a prompt read these differently, so there is no right way to write them.
      if (/["%!\r\n\0]/.test(value)) throw new FailureError('command.unsupported', { what: `cmd: ${name}` });
      return `set "${name}=${value}"`;
    },
    unset: cmdUnset,
    putAside: (name) => `set "${name}="`,
    bringBack: () => '',
    setRegion: () => '',
    undoRegion: '',
  },
};

/** Says this where fish has one of these as a universal variable, which stays: it is every shell's, and kept on disk. */
export const sayWhereUniversal = (names: readonly string[], text: string): string =>
  `if ${names.map((name) => `set -qU ${name}`).join(' || ')}; echo ${fish(text)} >&2; end\n`;

function shUnset(names: readonly string[]): string {
  return `unset ${names.join(' ')}`;
}

function powershellUnset(names: readonly string[]): string {
  return `Remove-Item ${names.map((name) => `Env:${name}`).join(',')} -ErrorAction SilentlyContinue`;
}

function cmdUnset(names: readonly string[]): string {
  return names.map((name) => `set "${name}="`).join('\n');
}

function fish(value: string): string {
  return `'${value.replace(/[\\']/g, '\\$&')}'`;
}

/** PowerShell takes each of the curly quotes for a quote as well; every one is doubled within itself. */
function powershell(value: string): string {
  return `'${value.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
}
