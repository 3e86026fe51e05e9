/** Where variables of git's are set: in Daypass's own environment, and in the files that set them for every shell or login. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { variablesIn } from '../../core/git/config/git-variables.ts';
import type { GitVariable } from '../../core/git/config/port.ts';
import { readRegular } from '../files/read-regular.ts';

const START_FILES = [
  ...['.profile', '.bash_profile', '.bash_login', '.bashrc', '.zshenv', '.zprofile', '.zshrc', '.zlogin'],
  ...['.pam_environment', '.config/fish/config.fish'],
];

export async function gitVariables(env: NodeJS.ProcessEnv, home: string): Promise<readonly GitVariable[]> {
  const own = Object.entries(env).flatMap(([name, value = '']) =>
    name.startsWith('GIT_') ? [{ name, value, origin: 'environment', line: null }] : [],
  );
  const root = env.HOME || home;
  const inHome = START_FILES.map((name) => join(root, name));
  const folder = join(root, '.config', 'environment.d');
  const forLogin = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.conf')).sort();
  const files = [...inHome, ...forLogin.map((name) => join(folder, name)), '/etc/environment'];
  const texts = await Promise.all(files.map(readText));
  return [...own, ...texts.flatMap((read) => (read ? variablesIn(read.text, read.path) : []))];
}

/** Null where there is none, or none that can be read. */
export async function readText(path: string): Promise<{ readonly path: string; readonly text: string } | null> {
  const text = (await readRegular(path).catch(() => null))?.toString('utf8') ?? null;
  return text === null ? null : { path, text };
}
