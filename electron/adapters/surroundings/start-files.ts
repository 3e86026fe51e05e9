/** The files that shells and sessions read when they start, where each system has them; one of them is replaced only after a dated copy was kept. */
import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { FailureError } from '../../core/base/failure.ts';
import type { StartFiles } from '../../core/doctor/port.ts';
import { type Dialect, type Reads, type StartFile, sourcedBy } from '../../core/doctor/surroundings/start-file.ts';
import { readRegular } from '../files/read-regular.ts';
import { fileFailure, makePrivateFolder, replaceFile } from '../files/replace-file.ts';
import { replaceTheirs } from '../files/replace-theirs.ts';
import { runTool } from '../run-tool.ts';

/** A shell's history or a whole framework in one file would be something else than what sets variables. */
const MOST_BYTES = 1_048_576;
const MOST_FILES = 64;
const LIMIT_MS = 3_000;

type Kind = readonly [reads: Reads, dialect: Dialect, ...paths: readonly string[]];

/** As each shell's manual names them, in the order in which they are read. Before a star there is a folder of them. */
const HOME_FILES: readonly Kind[] = [
  ['session', 'lines', '.config/environment.d/*.conf'],
  ['session', 'pam', '.pam_environment'],
  ['bash', 'sh', '.profile', '.bash_login', '.bash_profile', '.bashrc', '.bashrc.d/*', '.bash_aliases'],
  ['fish', 'fish-universal', '.config/fish/fish_variables'],
  ['fish', 'fish', '.config/fish/conf.d/*.fish', '.config/fish/config.fish'],
  ['csh', 'csh', '.tcshrc', '.cshrc', '.login'],
  ['powershell', 'powershell', '.config/powershell/profile.ps1', '.config/powershell/Microsoft.PowerShell_profile.ps1'],
];
/** In ZDOTDIR, where that is set. */
const ZSH_FILES = ['.zshenv', '.zprofile', '.zshrc', '.zlogin'];
const SYSTEM_FILES: readonly Kind[] = [
  ['session', 'lines', '/etc/environment'],
  ['bash', 'sh', '/etc/profile', '/etc/profile.d/*.sh', '/etc/bash.bashrc', '/etc/bashrc'],
  ['zsh', 'sh', '/etc/zshenv', '/etc/zshrc', '/etc/zsh/zshenv', '/etc/zsh/zprofile', '/etc/zsh/zshrc'],
];
const WINDOWS_FILES: readonly Kind[] = ['Documents/PowerShell', 'Documents/WindowsPowerShell'].map((folder) => [
  'powershell',
  'powershell',
  `${folder}/profile.ps1`,
  `${folder}/Microsoft.PowerShell_profile.ps1`,
]);

export interface StartFilesPlaces {
  readonly env: NodeJS.ProcessEnv;
  /** The person's folder. */
  readonly home: string;
  /** Where copies are kept. */
  readonly backup: string;
  readonly journal: string;
  readonly platform?: NodeJS.Platform;
  /** Where the system's files are, for tests. */
  readonly root?: string;
}

export function startFiles({
  env,
  home,
  backup,
  journal,
  platform = process.platform,
  root = '/',
}: StartFilesPlaces): StartFiles {
  const moved = (path: string) =>
    env.XDG_CONFIG_HOME && path.startsWith('.config/')
      ? join(env.XDG_CONFIG_HOME, path.slice('.config/'.length))
      : null;
  const at = (folder: string, [reads, dialect, ...paths]: Kind) =>
    paths.map((path) => ({ reads, dialect, path: moved(path) ?? join(folder, path) }));
  const zsh = env.ZDOTDIR || home;
  const places = [
    ...(platform === 'win32'
      ? []
      : SYSTEM_FILES.flatMap((kind) => at(root, kind)).map((place) => ({ ...place, foreign: true }))),
    ...HOME_FILES.flatMap((kind) => at(home, kind)),
    ...ZSH_FILES.flatMap((path) => at(zsh, ['zsh', 'sh', path])),
    ...(platform === 'win32' ? WINDOWS_FILES.flatMap((kind) => at(home, kind)) : []),
    ...(platform === 'darwin' ? at(home, ['session', 'plist', 'Library/LaunchAgents/*.plist']) : []),
  ];
  return {
    async read() {
      const files = (await Promise.all(places.map(readPlace))).flat();
      const sourced = (
        await Promise.all(files.slice(0, MOST_FILES).map((file) => readSourced(file, home, zsh)))
      ).flat();
      const known = new Set(files.map(({ path, reads }) => `${reads} ${path}`));
      const more = sourced.filter(({ path, reads }) => !known.has(`${reads} ${path}`));
      return [...(platform === 'win32' ? await registry() : []), ...more, ...files];
    },
    async replace(path, before, after) {
      const is = await readText(path);
      if (is !== before) throw new FailureError('file.changed-meanwhile', { path });
      await makePrivateFolder(backup);
      const stamp = new Date().toISOString().replace(/[:.]/g, '-');
      await replaceFile(join(backup, `${basename(path)}.${stamp}`), Buffer.from(before, 'latin1'));
      const found = await stat(path).catch((thrown) => {
        throw fileFailure(thrown, path, 'read');
      });
      const ready = async () => {
        if ((await readText(path)) !== before) throw new FailureError('file.changed-meanwhile', { path });
      };
      await replaceTheirs(path, Buffer.from(after, 'latin1'), { mode: found.mode & 0o777, journal, ready });
    },
  };
}

/** The text, or null where there is no such file, or none that can be read: what a shell cannot read sets nothing. */
async function readText(path: string): Promise<string | null> {
  try {
    if ((await stat(path)).size > MOST_BYTES) return null;
    return (await readRegular(path)).toString('latin1');
  } catch {
    return null;
  }
}

type Place = Omit<StartFile, 'text'>;

async function readPlace(place: Place): Promise<readonly StartFile[]> {
  const [folder = '', ending] = place.path.split('*');
  const names = ending === undefined ? [''] : (await readdir(folder).catch(() => [])).sort();
  const paths = names.filter((name) => name.endsWith(ending ?? '')).map((name) => folder + name);
  const files = paths.slice(0, MOST_FILES).map(async (path): Promise<StartFile[]> => {
    const text = await readText(path);
    return text === null ? [] : [{ ...place, path, text }];
  });
  return (await Promise.all(files)).flat();
}

/** What a file reads in turn, as far as its path can be told. */
async function readSourced(file: StartFile, home: string, zsh: string): Promise<readonly StartFile[]> {
  const read = sourcedBy(file).map(async ({ path, exports }): Promise<StartFile[]> => {
    const full = path.replace(/^(?:~|\$HOME|\$\{HOME\})(?=\/)/, home).replace(/^\$\{?ZDOTDIR\}?(?=\/)/, zsh);
    if (full.includes('$')) return [];
    const at = resolve(home, full);
    const text = await readText(at);
    const { reads, dialect, foreign } = file;
    return text === null
      ? []
      : [{ path: at, reads, dialect, text, ...(foreign && { foreign }), ...(exports && { exports }) }];
  });
  return (await Promise.all(read)).flat();
}

/** What `setx` and the system's settings have written: new programs are started with it. */
async function registry(): Promise<readonly StartFile[]> {
  const tool = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe');
  const keys = ['HKCU\\Environment', 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment'];
  const asked = keys.map(async (path): Promise<StartFile> => {
    const { output } = await runTool({ tool, args: ['query', path], limitMs: LIMIT_MS });
    return { path, reads: 'session', dialect: 'registry', text: output.toString('latin1') };
  });
  return Promise.all(asked);
}
