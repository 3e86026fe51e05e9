/** git's configuration files: the global one found as git finds it, each replaced under git's own lock, links and mode kept. */
import { access, chmod, constants, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { FailureError } from '../../core/base/failure.ts';
import { fileFailure, makePrivateFolder, replaceFile, resolveLinks } from '../files/replace-file.ts';
import { withGitLock } from './git-lock.ts';

/** The file that `git config --global` writes, as in git's builtin/config.c: the XDG file only where there is no other. */
export async function globalPath(env: NodeJS.ProcessEnv, home: string): Promise<string> {
  if (env.GIT_CONFIG_GLOBAL !== undefined) return resolve(env.GIT_CONFIG_GLOBAL);
  const root = env.HOME || home;
  const usual = join(root, '.gitconfig');
  const xdg = join(env.XDG_CONFIG_HOME || join(root, '.config'), 'git', 'config');
  return resolve(!(await readable(usual)) && (await readable(xdg)) ? xdg : usual);
}

/** The text as bytes; null where there is no file. */
export async function readConfigFile(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'latin1');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new FailureError('file.unreadable', { path }, { cause: thrown });
  }
}

/** Null for `after` removes the file; a link to it stays. Rejects where the text is no longer `before`. */
export async function replaceConfigFile(path: string, before: string | null, after: string | null): Promise<void> {
  const target = await resolveLinks(path);
  const held = (lock: string) =>
    new FailureError('git.config-failed', { message: `another program is writing ${path}, or left ${lock}` });
  try {
    // Daypass's own folder may have gone since the start.
    if (after !== null) await makePrivateFolder(dirname(path));
    await withGitLock({ target, waitMs: 0, held }, () => replace(path, target, before, after));
  } catch (thrown) {
    throw fileFailure(thrown, path);
  }
}

async function replace(path: string, target: string, before: string | null, after: string | null): Promise<void> {
  if ((await readConfigFile(path)) !== before) throw new FailureError('file.changed-meanwhile', { path });
  if (after === null) return rm(target, { force: true });
  const found = await stat(target).catch(() => null);
  // What the umask takes from a new file it must not take from one that has its mode already.
  const mode = found ? found.mode & 0o777 : 0o666;
  await replaceFile(target, Buffer.from(after, 'latin1'), mode);
  if (found) await chmod(target, mode);
}

const readable = (path: string): Promise<boolean> =>
  access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
