/** git's configuration as the git on this computer reads it. */
import { dirname, join, resolve } from 'node:path';
import { FailureError } from '../../core/base/failure.ts';
import type { Git, GitEntry } from '../../core/git/config/port.ts';
import { makePrivateFolder } from '../files/replace-file.ts';
import { globalPath, readConfigFile, replaceConfigFile } from './config-file.ts';
import { gitVariables, readText } from './git-variables.ts';
import { findGit, type Ran, runBareGit, runGit } from './run-git.ts';

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

  /** The git that people have, with their configuration. Rejects with FailureError git.missing. */
  async function usual(args: readonly string[], input = '', more: NodeJS.ProcessEnv = {}): Promise<Ran> {
    const program = await findGit(env, platform);
    if (program === null) throw new FailureError('git.missing');
    // Where a condition asks for the repository's folder, git reads nothing at all unless the one above that is there.
    await makePrivateFolder(journal).catch(() => {});
    return runGit({ git: program, args, env: { ...env, ...more }, nowhere, input });
  }

  const listed = (...args: readonly string[]) =>
    usual(['config', '--list', '-z', '--show-scope', '--show-origin', ...args]);

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
      const ran = await listed();
      if (ran.status !== 0)
        throw new FailureError('git.config-failed', { message: firstLine(ran.stderr) || 'git did not answer' });
      return parseEntries(ran.stdout);
    },
    async entriesOf(path, from) {
      const file = resolve(dirname(from), path.replace(/^~(?=\/)/, env.HOME || home));
      // Without it git would say that a file is missing which a person never asked for.
      if ((await readConfigFile(file).catch(() => null)) === null) return [];
      const ran = await listed('--includes', '--file', file);
      return ran.status === 0 ? parseEntries(ran.stdout) : [];
    },
    variables: () => gitVariables(env, home),
    sshConfig: () => readText(join(env.HOME || home, '.ssh', 'config')),
    async globalFile() {
      const path = await globalPath(env, home);
      // A file named by a variable may be read by a git that has no HOME.
      const tilde = env.GIT_CONFIG_GLOBAL === undefined ? env.HOME || home : null;
      return { path, home: tilde, text: await readConfigFile(path) };
    },
    async lsRemote(url, asUser) {
      const user = asUser ? ['-c', `credential.https://${asUser.host}.username=${asUser.name}`] : [];
      const words = ['-c', 'credential.interactive=false', ...user, 'ls-remote', '--', url];
      const ran = await usual(words, '', { GIT_ASKPASS: '', GCM_INTERACTIVE: 'never' }).catch(() => null);
      if (!ran) return { status: -1, refs: 0, said: '' };
      return { status: ran.status, refs: ran.stdout.split('\n').length - 1, said: ran.stderr };
    },
    async askPush(url) {
      // What `git push` says first; nothing is sent, and no repository is needed.
      const words = ['-c', 'credential.interactive=false', 'remote-https', 'daypass', url];
      const ran = await usual(words, 'list for-push\n\n').catch(() => null);
      if (ran?.status === 0) return 'taken';
      if (/The requested URL returned error: 403$/m.test(ran?.stderr ?? '')) return 'forbidden';
      return /^fatal: repository '.*' not found$/m.test(ran?.stderr ?? '') ? 'missing' : null;
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
