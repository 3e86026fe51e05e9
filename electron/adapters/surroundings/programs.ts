/** Which programs there are: folders are looked into, and nothing is started but to say its version, with a limit. */
import { execFile } from 'node:child_process';
import { access, constants, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { FoundProgram, Programs } from '../../core/doctor/port.ts';

/** What is only told is not waited for: a Python that starts from a cold disk may take longer, and be quicker the next time. */
const LIMIT_MS = 1_500;
const MOST_FOLDERS = 200;

/** Into which pip, pipx, pyenv and the systems' package managers put programs; a star is any one folder. */
const ELSEWHERE: readonly string[] = [
  '~/.local/bin',
  '~/.local/pipx/venvs/*/bin',
  '~/.local/share/pipx/venvs/*/bin',
  '~/.local/share/uv/tools/*/bin',
  '~/.pyenv/shims',
  '~/.pyenv/versions/*/bin',
  '~/Library/Python/*/bin',
  '~/bin',
  '~/.venv/bin',
  '/opt/homebrew/bin',
  '/usr/local/bin',
  '/home/linuxbrew/.linuxbrew/bin',
  '/opt/local/bin',
  '/snap/bin',
];
const WINDOWS = [
  '~/AppData/Roaming/Python/*/Scripts',
  '~/AppData/Local/Programs/Python/*/Scripts',
  '~/.local/bin',
  '~/pipx/venvs/*/Scripts',
];

export function programsOf(env: NodeJS.ProcessEnv, home: string, platform = process.platform): Programs {
  const suffixes = platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  const inFolder = async (folder: string, names: readonly string[]): Promise<readonly FoundProgram[]> => {
    const there = new Set(await readdir(folder).catch(() => []));
    const found = names.map(async (name): Promise<FoundProgram[]> => {
      const file = suffixes.map((suffix) => name + suffix).find((one) => there.has(one));
      const path = file && join(folder, file);
      if (!path || !(await isRunnable(path))) return [];
      return [{ name, path, real: await realpath(path).catch(() => path) }];
    });
    return (await Promise.all(found)).flat();
  };
  const inFolders = async (folders: readonly string[], names: readonly string[]) => {
    const distinct = [...new Set(folders.filter(Boolean))].slice(0, MOST_FOLDERS);
    return (await Promise.all(distinct.map((folder) => inFolder(folder, names)))).flat();
  };
  /** By path and the time of its file: a program that stays says the same. */
  const versions = new Map<string, Promise<string | null>>();
  return {
    onPath: (names, path) => inFolders(path.split(delimiter), names),
    async elsewhere(names) {
      const patterns = platform === 'win32' ? WINDOWS : ELSEWHERE;
      const folders = await Promise.all(patterns.map((one) => expanded(one.replace(/^~/, home))));
      return inFolders(folders.flat(), names);
    },
    async versionOf(path) {
      const { mtimeMs = 0 } = await stat(path).catch(() => ({}) as { mtimeMs?: number });
      const key = `${path} ${mtimeMs}`;
      const said = versions.get(key) ?? saidBy(path, env);
      versions.set(key, said);
      // One that was too slow today may be quicker the next time.
      if ((await said) === null) versions.delete(key);
      return said;
    },
    async areSame(one, other) {
      if ((await realpath(one).catch(() => one)) === (await realpath(other).catch(() => other))) return true;
      const texts = await Promise.all([one, other].map((path) => readFile(path).catch(() => null)));
      return texts[0] !== null && texts[1] !== null && texts[0]?.equals(texts[1] as Buffer) === true;
    },
    exists: (path) =>
      stat(path).then(
        () => true,
        () => false,
      ),
  };
}

function saidBy(path: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  return new Promise((resolve) => {
    const options = { env, timeout: LIMIT_MS, killSignal: 'SIGKILL', windowsHide: true } as const;
    const child = execFile(path, ['--version'], options, (thrown, stdout) =>
      resolve(thrown ? null : (stdout.split('\n', 1)[0]?.trim() ?? null)),
    );
    child.stdin?.on('error', () => {}).end();
  });
}

async function expanded(pattern: string): Promise<readonly string[]> {
  const [before = '', after] = pattern.split('/*');
  if (after === undefined) return [pattern];
  return (await readdir(before).catch(() => [])).map((name) => join(before, name, after));
}

/** A folder can be run as well, as the system puts it. */
async function isRunnable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
