/** Variables that change what git reads, or have it print what it signs in with: of an environment, or set for every shell. */
import type { Finding, FindingCode } from './finding.ts';
import type { GitEntry, GitVariable } from './port.ts';

/** As sh, fish and environment.d write it. */
const SET = /^\s*(?:export\s+|declare\s+-x\s+|set\s+(?:-\w*x\w*|--export)\s+)?(GIT_[A-Z0-9_]+)(?:=|\s+(?=\S))(.*)$/;

/** Those that a text sets, a shell's start file or one of environment.d. What a shell would compute is left as it stands. */
export const variablesIn = (text: string, origin: string): readonly GitVariable[] =>
  text.split(/\r?\n/).flatMap((line, at) => {
    const [, name, rest = ''] = SET.exec(line) ?? [];
    return name ? [{ name, value: unquoted(rest), origin, line: at + 1 }] : [];
  });

const unquoted = (text: string): string =>
  /^\s*(?:"([^"]*)"|'([^']*)'|([^\s;#]*))/
    .exec(text)
    ?.slice(1)
    .find((part) => part !== undefined) ?? '';

/** The settings that they give to every git, which come after those of all files. */
export function entriesOfVariables(variables: readonly GitVariable[]): readonly GitEntry[] {
  return variables.flatMap(({ name, value, origin }) => {
    const entry = (setting: string, set: string | null): GitEntry => ({
      origin: `${origin} ${name}`,
      scope: 'command',
      name: setting.replace(/^[^.]+|[^.]+$/g, (part) => part.toLowerCase()),
      value: set,
    });
    if (name === 'GIT_CONFIG_PARAMETERS') {
      return [...value.matchAll(/'([^'=]+)'?=?(?:'?([^']*))'/g)].map(([, key = '', set]) => entry(key, set ?? null));
    }
    const nth = /^GIT_CONFIG_KEY_(\d+)$/.exec(name)?.[1];
    if (nth === undefined) return [];
    const set = variables.find((one) => one.origin === origin && one.name === `GIT_CONFIG_VALUE_${nth}`);
    return [entry(value, set?.value ?? '')];
  });
}

export interface VariablesWorld {
  readonly installed: boolean;
  /** The global file that Daypass writes. */
  readonly path: string;
  readonly home: string | null;
}

export function findInVariables(variables: readonly GitVariable[], world: VariablesWorld): readonly Finding[] {
  return variables.flatMap(({ name, value, origin, line }) => {
    const code = judge(name, value, world);
    if (!code) return [];
    const right = code === 'config-elsewhere' ? [`${name} = ${world.path}`] : [];
    return [{ code, origin, name, value, mend: code === 'askpass' ? 'set-up' : null, line, right }];
  });
}

function judge(name: string, value: string, { installed, path, home }: VariablesWorld): FindingCode | null {
  // Whatever its value is.
  if (name === 'GIT_CURL_VERBOSE') return 'trace-token';
  if (name === 'GIT_TRACE_CURL') return /^(?:|0|no|off|false)$/i.test(value) ? null : 'trace-token';
  if (name === 'GIT_ASKPASS') return installed || value === '' ? null : 'askpass';
  if (name !== 'GIT_CONFIG_GLOBAL') return null;
  const meant = value.replace(/^(?:~|\$HOME|\$\{HOME\})(?=\/)/, home ?? '~');
  return meant === path ? null : 'config-elsewhere';
}
