/** Opens a terminal window that runs a command: the one that the person's system knows as theirs. */
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { FailureError } from '../../core/base/failure.ts';

type Command = readonly [program: string, ...args: string[]];

/** How each terminal is told what to run; the first that is there is taken. Debian's alternative is a person's own choice. */
const LINUX: readonly (readonly [program: string, ...before: string[]])[] = [
  ['x-terminal-emulator', '-e'],
  ['gnome-terminal', '--'],
  ['ptyxis', '--'],
  ['kgx', '-e'],
  ['konsole', '-e'],
  ['xfce4-terminal', '-x'],
  ['xterm', '-e'],
];

/**
 * The program to start and its arguments, or null where no terminal is known. macOS opens `file`, a script of the
 * command's, with whatever is set for such files, Terminal or iTerm.
 */
export function terminalCommand(
  platform: NodeJS.Platform,
  command: Command,
  file: string,
  isThere: (program: string) => boolean,
): Command | null {
  if (platform === 'darwin') return ['open', file];
  if (platform === 'win32') {
    const [start, ...before] = isThere('wt.exe')
      ? ['wt.exe', 'new-tab', 'cmd', '/k']
      : ['cmd', '/c', 'start', 'cmd', '/k'];
    return [start as string, ...before, ...command];
  }
  const found = LINUX.find(([program]) => isThere(program));
  return found ? [...found, ...command] : null;
}

/** Rejects with FailureError command.unsupported where there is no terminal. */
export async function openTerminal(command: Command, file: string, env: NodeJS.ProcessEnv): Promise<void> {
  const isThere = (program: string) =>
    (env.PATH ?? '').split(delimiter).some((folder) => canRun(join(folder, program)));
  const start = terminalCommand(process.platform, command, file, isThere);
  if (!start) throw new FailureError('command.unsupported', { what: 'terminal' });
  const [program, ...args] = start;
  await new Promise<void>((resolve, reject) => {
    // Of its own session, so that it stays when Daypass ends.
    const child = spawn(program, args, { env, detached: true, stdio: 'ignore', cwd: env.HOME ?? env.USERPROFILE });
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
    child.once('error', () => reject(new FailureError('command.unsupported', { what: program })));
  });
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
