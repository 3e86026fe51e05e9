/** Makes a place for a Unix socket: a folder that only we can enter, and nobody else's socket at the path. */
import { chmod, lstat, mkdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { basename, dirname } from 'node:path';
import { FailureError } from '../../core/base/failure.ts';
import { fileFailure } from '../files/replace-file.ts';

/** Bytes of `sun_path` without its NUL. */
const MAX_PATH = process.platform === 'darwin' ? 103 : 107;
/** git's daemon removes its socket before it lets go of the connection. */
const EXIT_MS = 2_000;

/** curl takes no longer path; Node cuts one short and uses that, in silence. */
export const fitsSocket = (path: string): boolean => Buffer.byteLength(path) <= MAX_PATH;

/** The folder, made if need be, with mode 0700; refused where it is a link or another user's. */
export async function secureFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const found = await lstat(folder);
    const ours = found.isDirectory() && (process.getuid === undefined || found.uid === process.getuid());
    if (!ours) throw new FailureError('file.failed', { path: folder, reason: 'not a folder of yours' });
    if ((found.mode & 0o777) !== 0o700) await chmod(folder, 0o700);
  } catch (thrown) {
    throw fileFailure(thrown, folder);
  }
}

/**
 * Removes a socket that lies there. Who listens on it is told to exit in the words of git's cache daemon, which a `store`
 * starts on our path when we are not there and which would then go on serving an old password.
 */
export async function clearSocketPath(path: string): Promise<void> {
  const found = await lstat(path).catch(() => null);
  if (!found) return;
  if (!found.isSocket()) throw new FailureError('file.failed', { path, reason: 'something else lies there' });
  await tellToExit(path);
  await rm(path, { force: true });
}

function tellToExit(path: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = atShortName(path, (name) => connect(name));
    const enough = setTimeout(() => socket.destroy(), EXIT_MS);
    // Without the second line git's daemon takes it for nonsense and lives on with its passwords.
    socket.on('connect', () => socket.end('action=exit\ntimeout=0\n'));
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(enough);
      resolve();
    });
    socket.resume();
  });
}

/**
 * A path too long for a socket's address is used by its last part from within its folder, as git's client does too.
 * Node binds, connects and unbinds within the call, so nothing else runs in that folder.
 */
export function atShortName<T>(path: string, use: (name: string) => T): T {
  if (fitsSocket(path)) return use(path);
  const before = process.cwd();
  process.chdir(dirname(path));
  try {
    return use(basename(path));
  } finally {
    process.chdir(before);
  }
}
