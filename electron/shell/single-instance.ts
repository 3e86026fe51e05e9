/**
 * One Daypass for each home: the lock is ours, or another has it, on this display or on that of another login. What one
 * that was killed with its X server has left beside the lock goes.
 */
import { readFileSync, readlinkSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { app } from 'electron';
import { FailureError } from '../core/base/failure.ts';

const LOCK = 'SingletonLock';

/** Where a window of ours appears; empty where the system has no displays of that kind. */
const display = (process.env.WAYLAND_DISPLAY || process.env.DISPLAY || '').replace(/^(.*:\d+)\.\d+$/, '$1');

/**
 * False where another is told to open. Throws FailureError app.elsewhere where a person would not see that, and
 * home.unusable where there is no other and yet no lock to be had.
 */
export function isOnlyInstance(userData: string, byHand: boolean): boolean {
  const note = join(userData, 'display');
  tidyLeftLock(userData);
  if (app.requestSingleInstanceLock({ display })) {
    // It only says where; without it nothing is said.
    attempt(() => writeFileSync(note, display, { mode: 0o600 }));
    return true;
  }
  // Chromium calls both the same. Its lock is a link, which not every disk can hold.
  if (process.platform === 'linux' && attempt(() => readlinkSync(join(userData, LOCK))) === null) {
    throw new FailureError('home.unusable', { path: userData, reason: 'no-lock' });
  }
  const theirs = attempt(() => readFileSync(note, 'utf8')) ?? display;
  if (byHand && theirs !== display) throw new FailureError('app.elsewhere', { display: theirs });
  return false;
}

/** `told` is what the other start has sent. */
export const isOnOurDisplay = (told: unknown): boolean => {
  const theirs = typeof told === 'object' && told !== null && 'display' in told ? told.display : display;
  return theirs === display;
};

/** Chromium takes over the lock of a process that has gone, and leaves that one's folder of sockets where it is. */
function tidyLeftLock(userData: string): void {
  attempt(() => {
    const [, host, pid] = /^(.*)-(\d+)$/.exec(readlinkSync(join(userData, LOCK))) ?? [];
    if (host !== hostname() || isAlive(Number(pid))) return;
    const folder = dirname(readlinkSync(join(userData, 'SingletonSocket')));
    if (!/^(scoped_dir|\.org\.chromium\.)/.test(basename(folder))) return;
    for (const name of ['SingletonSocket', 'SingletonCookie']) rmSync(join(folder, name), { force: true });
    rmdirSync(folder);
  });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
