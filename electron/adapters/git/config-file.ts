/** git's configuration files: the global one found as git finds it, each replaced under git's own lock, links and mode kept. */
import { access, constants, realpath, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { FailureError } from '../../core/base/failure.ts';
import { readRegular } from '../files/read-regular.ts';
import { fileFailure, makePrivateFolder, resolveLinks } from '../files/replace-file.ts';
import { replaceTheirs } from '../files/replace-theirs.ts';
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
    return (await readRegular(path)).toString('latin1');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null;
    if (thrown instanceof FailureError) throw thrown;
    throw new FailureError('file.unreadable', { path }, { cause: thrown });
  }
}

export interface ConfigFileChange {
  readonly path: string;
  /** Null where there is no file. */
  readonly before: string | null;
  /** Null removes the file; a link to it stays. */
  readonly after: string | null;
  /** The folder of what is written in place and not finished yet. */
  readonly journal: string;
}

/** Rejects where the text is no longer `before`. */
export async function replaceConfigFile(change: ConfigFileChange): Promise<void> {
  const { path, after } = change;
  const target = await resolveLinks(path);
  const held = (lock: string) =>
    new FailureError('git.config-failed', { message: `another program is writing ${path}, or left ${lock}` });
  try {
    // Daypass's own folder may have gone since the start.
    if (after !== null) await makePrivateFolder(dirname(path));
    await withGitLock({ target, waitMs: 0, held }, () => replace(target, change));
  } catch (thrown) {
    throw await failureAt(path, target, thrown);
  }
}

/** What a link leads to is often made by another program, as Nix's store is, and nobody could make it writable. */
async function failureAt(path: string, target: string, thrown: unknown): Promise<FailureError> {
  const failed = fileFailure(thrown, path);
  const real = await realpath(target).catch(() => target);
  if (failed.failure.code !== 'file.read-only' || real === path) return failed;
  return new FailureError('git.config-linked', { path, target: real }, { cause: thrown });
}

async function replace(target: string, { path, before, after, journal }: ConfigFileChange): Promise<void> {
  if ((await readConfigFile(path)) !== before) throw new FailureError('file.changed-meanwhile', { path });
  if (after === null) return rm(target, { force: true });
  const found = await stat(target).catch(() => null);
  // What the umask takes from a new file it must not take from one that has its mode already.
  const mode = found ? found.mode & 0o777 : 0o666;
  await replaceTheirs(target, Buffer.from(after, 'latin1'), { mode, journal });
}

const readable = (path: string): Promise<boolean> =>
  access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
