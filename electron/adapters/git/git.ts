/** git's configuration as the git on this computer reads it. */
import { join, resolve } from 'node:path';
import { FailureError } from '../../core/base/failure.ts';
import type { Git, GitEntry } from '../../core/git/config/port.ts';
import { globalPath, readConfigFile, replaceConfigFile } from './config-file.ts';
import { findGit, runBareGit, runGit } from './run-git.ts';

/** `journal` is the folder, Daypass's own, of what is written in place and not finished yet. */
export function realGit(env: NodeJS.ProcessEnv, home: string, journal: string, platform = process.platform): Git {
  const nowhere = join(journal, 'nowhere');
  let hasClient: { readonly of: string; readonly answer: Promise<boolean> } | null = null;

  async function version(): Promise<string | null> {
    const program = await findGit(env, platform);
    if (program === null) return null;
    const ran = await runBareGit({ git: program, args: ['--version'], env, nowhere });
    return /^git version (\S+)/.exec(ran.stdout)?.[1] ?? null;
  }

  /** Telling nobody to exit is done at once, by a git that can. */
  async function probe(git: string): Promise<boolean> {
    const args = ['credential-cache', '--socket', join(nowhere, 'socket'), 'exit'];
    return (await runBareGit({ git, args, env, nowhere })).status === 0;
  }

  return {
    version,
    async hasCacheClient() {
      // Node has no Unix sockets on Windows, git's client there nothing else.
      if (platform === 'win32') return false;
      const [program, of] = [await findGit(env, platform), (await version()) ?? ''];
      // Whoever asks meanwhile waits for the same answer.
      if (hasClient?.of !== of) hasClient = { of, answer: program ? probe(program) : Promise.resolve(false) };
      return hasClient.answer;
    },
    async entries() {
      const program = await findGit(env, platform);
      if (program === null) throw new FailureError('git.missing');
      const args = ['config', '--list', '-z', '--show-scope', '--show-origin'];
      const ran = await runGit({ git: program, args, env, nowhere });
      if (ran.status !== 0)
        throw new FailureError('git.config-failed', { message: firstLine(ran.stderr) || 'git did not answer' });
      return parseEntries(ran.stdout);
    },
    async globalFile() {
      const path = await globalPath(env, home);
      // A file named by a variable may be read by a git that has no HOME.
      const tilde = env.GIT_CONFIG_GLOBAL === undefined ? env.HOME || home : null;
      return { path, home: tilde, text: await readConfigFile(path) };
    },
    async refuses(url) {
      const program = await findGit(env, platform);
      if (program === null) return false;
      // What `git push` says first; nothing is sent, and no repository is needed.
      const words = ['-c', 'credential.interactive=false', 'remote-https', 'daypass', url];
      const { stderr } = await runGit({ git: program, args: words, env, nowhere, input: 'list for-push\n\n' });
      return /The requested URL returned error: 403$/m.test(stderr);
    },
    readFile: readConfigFile,
    replaceFile: (path, before, after) => replaceConfigFile({ path, before, after, journal }),
  };
}

/** SCOPE NUL ORIGIN NUL NAME [LF VALUE] NUL, again and again. */
function parseEntries(listed: string): readonly GitEntry[] {
  const parts = listed.split('\0');
  const entries: GitEntry[] = [];
  for (let i = 0; i + 2 < parts.length; i += 3) {
    const [scope = '', origin = '', setting = ''] = parts.slice(i, i + 3);
    const end = setting.indexOf('\n');
    const [name, value] = end < 0 ? [setting, null] : [setting.slice(0, end), setting.slice(end + 1)];
    entries.push({ scope, origin: normalized(origin), name, value });
  }
  return entries;
}

/** git writes HOME as it stands before `/.gitconfig`; two names of one file shall be equal. */
const normalized = (origin: string): string =>
  origin.startsWith('file:') ? `file:${resolve(origin.slice('file:'.length))}` : origin;

const firstLine = (text: string): string => (text.split('\n', 1)[0] ?? '').replace(/^(?:fatal|error): /, '');
