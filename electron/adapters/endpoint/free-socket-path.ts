/** Makes sure that nobody listens at a path and nothing lies there; what answers, or is no socket, is left alone. */
import { lstat, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { FailureError } from '../../core/base/failure.ts';

/** Removes a socket that an app left behind when it was killed. Rejects with FailureError file.failed otherwise. */
export async function freeSocketPath(path: string): Promise<void> {
  const found = await lstat(path).catch(() => null);
  if (!found) return;
  if (!found.isSocket() || (await answers(path))) {
    throw new FailureError('file.failed', { path, reason: 'EADDRINUSE' });
  }
  await rm(path, { force: true });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
