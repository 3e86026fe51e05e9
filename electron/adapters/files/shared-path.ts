/** Where AWS's shared files are: the standard variables mean what they mean to botocore, `$NAME` first and then `~`. */
import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import type { SharedFile } from '../../core/aws-files/port.ts';

const VARIABLES: Record<SharedFile, string> = {
  credentials: 'AWS_SHARED_CREDENTIALS_FILE',
  config: 'AWS_CONFIG_FILE',
};

/** Absolute: what is relative counts from where this program was started. An empty variable is as good as none. */
export function sharedPath(
  file: SharedFile,
  env: NodeJS.ProcessEnv,
  home: string,
  platform: NodeJS.Platform = process.platform,
): string {
  const windows = platform === 'win32';
  const { join, resolve } = windows ? path.win32 : path.posix;
  const named = expandVariables(env[VARIABLES[file]] ?? '', env, windows);
  return named ? resolve(expandHome(named, env, home, windows)) : join(home, '.aws', file);
}

/** As os.path.expandvars of Python: what is not set stays as it was written, and a value is not looked into again. */
function expandVariables(text: string, env: NodeJS.ProcessEnv, windows: boolean): string {
  const settingOf = (name: string) => (Object.hasOwn(env, name) ? env[name] : undefined);
  if (!windows) {
    return text.replace(/\$(?:(\w+)|\{([^}]*)\})/g, (whole, bare, braced) => settingOf(bare ?? braced) ?? whole);
  }
  // What stands in single quotes is left alone; of a doubled sign one stays.
  return text.replace(/'[^']*'?|%%|\$\$|%([^%]+)%|\$(?:([-\w]+)|\{([^}]*)\})/g, (whole, percent, bare, braced) =>
    whole === '%%' || whole === '$$' ? whole.slice(1) : (settingOf(percent ?? bare ?? braced ?? '') ?? whole),
  );
}

/** As os.path.expanduser of Python: a user who is not known stays as written. */
function expandHome(text: string, env: NodeJS.ProcessEnv, home: string, windows: boolean): string {
  const [, user, rest] = (windows ? /^~([^\\/]*)(.*)$/s : /^~([^/]*)(.*)$/s).exec(text) ?? [];
  if (user === undefined) return text;
  const found = user === '' ? home : windows ? besideHome(user, env, home) : homeOf(user);
  return found === null ? text : found.replace(/[\\/]$/, '') + rest || '/';
}

/** Windows has no list of homes: Python takes another user's to lie beside one's own, where that has one's own name. */
function besideHome(user: string, env: NodeJS.ProcessEnv, home: string): string | null {
  const own = env.USERNAME;
  if (user === own) return home;
  return own === path.win32.basename(home) ? path.win32.join(path.win32.dirname(home), user) : null;
}

/** One's own by the system's directory, whatever keeps it; of others those that a file of this computer names. */
function homeOf(user: string): string | null {
  try {
    const own = userInfo();
    if (user === own.username) return own.homedir;
  } catch {
    // Who runs this has no name, as in some containers.
  }
  const folder = `/Users/${user}`;
  if (process.platform === 'darwin' && existsSync(folder)) return folder;
  try {
    const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
    return lines.find((line) => line.startsWith(`${user}:`))?.split(':')[5] ?? null;
  } catch {
    return null;
  }
}
