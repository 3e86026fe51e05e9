// A child program that shares this terminal, and ends when this one is told to or loses its parent.
import { type StdioOptions, spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface ChildOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** A file descriptor that takes what it prints; otherwise it prints here. */
  readonly out?: number;
  /** Gives way to other programs: what has time leaves it to what waits for a clock. */
  readonly isPatient?: boolean;
}

/** Runs a program to its end and resolves with its exit status, in the shell's way: 128 and the number of a signal. */
export function runChild(
  command: string,
  args: readonly string[],
  { env = process.env, out, isPatient = false }: ChildOptions = {},
): Promise<number> {
  const stdio = out === undefined ? ('inherit' as const) : (['ignore', out, out] as const);
  const child = spawn(command, args, { stdio: stdio as StdioOptions, env });
  if (isPatient && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  const forward = (signal: NodeJS.Signals) => {
    // A terminal sends Ctrl-C to both processes, and a second one would cut the child's own way out short.
    if (!(signal === 'SIGINT' && process.stdin.isTTY)) child.kill(signal);
  };
  for (const signal of FORWARDED) process.on(signal, forward);
  // npm hands a signal to the shell between it and us, and that shell dies of it without a word.
  const parent = process.ppid;
  const orphaned = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(orphaned);
    child.kill('SIGTERM');
  }, 500);
  return new Promise<number>((ended) => {
    child.on('error', (thrown) => {
      console.error(`${command}: ${thrown.message}`);
      ended(127);
    });
    child.on('exit', (status, signal) => ended(status ?? 128 + (signal ? constants.signals[signal] : 0)));
  }).finally(() => {
    clearInterval(orphaned);
    for (const signal of FORWARDED) process.off(signal, forward);
  });
}
