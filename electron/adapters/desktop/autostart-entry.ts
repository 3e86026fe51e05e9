/**
 * Daypass's entry among the programs that a Linux desktop opens at login. A file of that name that Daypass has not made
 * is neither written nor removed. https://specifications.freedesktop.org/autostart-spec/latest/
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FailureError } from '../../core/base/failure.ts';
import { ensureFile } from '../files/ensure-file.ts';
import { readRegular } from '../files/read-regular.ts';

const MARK = 'X-Daypass=true';

/** Makes the entry, or with null takes it away. Rejects with FailureError autostart.failed; then nothing was changed. */
export async function setAutostart(folder: string, command: readonly string[] | null): Promise<void> {
  const path = join(folder, 'daypass.desktop');
  try {
    const found = (await readRegular(path).catch(nothingThere))?.toString('utf8') ?? null;
    if (found !== null && !isOurs(found)) {
      if (command !== null) throw new FailureError('autostart.failed', { path, reason: 'not-ours' });
    } else if (command !== null) {
      await mkdir(folder, { recursive: true });
      await ensureFile(path, Buffer.from(desktopEntry(command)), 0o644);
    } else if (found !== null) await rm(path);
  } catch (thrown) {
    throw autostartFailure(thrown, path);
  }
}

/** A catalogued failure knows its reason, also where it has no words for it. */
export function autostartFailure(thrown: unknown, path: string): FailureError {
  if (thrown instanceof FailureError && thrown.failure.code === 'autostart.failed') return thrown;
  const known = thrown instanceof FailureError ? (thrown.failure.params.reason ?? 'EACCES') : undefined;
  const reason = known ?? (thrown as NodeJS.ErrnoException).code ?? 'unknown';
  return new FailureError('autostart.failed', { path, reason }, { cause: thrown });
}

function nothingThere(thrown: NodeJS.ErrnoException): null {
  if (thrown.code === 'ENOENT' || thrown.code === 'ENOTDIR') return null;
  throw thrown;
}

/** Earlier versions wrote the same lines without the mark. */
const isOurs = (text: string): boolean => text.split(/\r?\n/).includes(MARK) || UNMARKED.test(text);
const UNMARKED =
  /^\[Desktop Entry\]\nType=Application\nName=Daypass\nExec=".+"\nTerminal=false\nX-GNOME-Autostart-enabled=true\n$/;

/** https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html */
export function desktopEntry(command: readonly string[]): string {
  const words = command.map((word) => `"${word.replace(/["`$\\]/g, '\\$&').replace(/%/g, '%%')}"`);
  // The file's own escapes come on top of those of the command line.
  const exec = words.join(' ').replace(/\\/g, '\\\\');
  const lines = ['Type=Application', 'Name=Daypass', `Exec=${exec}`, 'Terminal=false'];
  return ['[Desktop Entry]', ...lines, 'X-GNOME-Autostart-enabled=true', MARK, ''].join('\n');
}
