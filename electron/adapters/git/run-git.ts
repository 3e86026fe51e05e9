/** Runs the git that people use, without a shell, never asking anybody anything and outside any repository. */
import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { devNull } from 'node:os';
import { delimiter, join } from 'node:path';

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const LIMIT_MS = 15_000;
const LIMIT_BYTES = 16 * 1024 * 1024;

/** A program that a desktop starts has seen no shell's start-up files, so git may be where PATH does not look. */
const ELSEWHERE: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['/opt/homebrew/bin', '/usr/local/bin', '/opt/local/bin', '/usr/bin'],
  linux: ['/usr/local/bin', '/usr/bin', '/bin'],
  win32: ['C:\\Program Files\\Git\\cmd', 'C:\\Program Files (x86)\\Git\\cmd'],
};

/** The path of git, or null where there is none. */
export async function findGit(env: NodeJS.ProcessEnv, platform = process.platform): Promise<string | null> {
  const folders = [...(env.PATH ?? env.Path ?? '').split(delimiter), ...(ELSEWHERE[platform] ?? [])];
  for (const folder of new Set(folders.filter(Boolean))) {
    const git = join(folder, platform === 'win32' ? 'git.exe' : 'git');
    const found = await access(git, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found && !(await isStub(git, platform))) return git;
  }
  return null;
}

/** Without Apple's developer tools this one opens a dialog that offers to install them. */
async function isStub(git: string, platform: NodeJS.Platform): Promise<boolean> {
  if (platform !== 'darwin' || git !== '/usr/bin/git') return false;
  return (await run('/usr/bin/xcode-select', ['-p'], {})).status !== 0;
}

/** Settings of the repository or the command that Daypass happened to be started from are not git's usual ones. */
const OF_ONE_COMMAND =
  /^GIT_(?:CONFIG(?:_PARAMETERS|_COUNT|_KEY_\d+|_VALUE_\d+)?|WORK_TREE|INDEX_FILE|PREFIX|TRACE.*|CURL_VERBOSE)$/;

export interface GitRun {
  readonly git: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** A path where nothing is and nobody else can put anything: what lay there would be git's repository. */
  readonly nowhere: string;
  readonly input?: string;
}

export function runGit({ git, args, env, nowhere, input }: GitRun): Promise<Ran> {
  const usual = Object.fromEntries(Object.entries(env).filter(([name]) => !OF_ONE_COMMAND.test(name)));
  // Empty it stands before what a desktop names to open a window: SSH_ASKPASS, core.askPass.
  const nobody = { GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: '' };
  // A home folder can be a repository too, and what holds in it does not hold elsewhere.
  return run(git, args, { ...usual, ...nobody, LC_ALL: 'C', GIT_DIR: nowhere }, input);
}

/** git without a configuration, so that a broken one cannot keep it from saying what it is and can. */
export function runBareGit({ env, nowhere, ...run }: GitRun): Promise<Ran> {
  const none = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: devNull, HOME: nowhere, XDG_CONFIG_HOME: nowhere };
  return runGit({ ...run, env: { ...env, ...none }, nowhere });
}

/** Resolves whatever happens; -1 where the program did not start or did not end in time. */
function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv, input = ''): Promise<Ran> {
  return new Promise((resolve) => {
    const options = {
      env,
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
      maxBuffer: LIMIT_BYTES,
      windowsHide: true,
    } as const;
    const child = execFile(program, args, options, (thrown, stdout, stderr) => {
      const status = thrown === null ? 0 : typeof thrown.code === 'number' ? thrown.code : -1;
      resolve({ status, stdout, stderr });
    });
    // A program that does not read its input is not at fault.
    child.stdin?.on('error', () => {}).end(input);
  });
}
