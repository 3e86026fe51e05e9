// The Daypass that runs in a person's home, whoever has started it; and its end, with the test's.
import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from './person.ts';

/** The process id, or null where none runs there: Chromium's lock of the single instance names it. */
export function runningOf({ home }: Person): number | null {
  try {
    const pid = Number(/\d+$/.exec(readlinkSync(join(home, '.daypass/electron/SingletonLock')))?.[0]);
    // The lock of a process that was killed stays. One that has ended and that nobody has waited for has no command line.
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1') ? pid : null;
  } catch {
    return null;
  }
}

export function endDaypass(person: Person): void {
  const pid = runningOf(person);
  if (pid !== null) process.kill(pid, 'SIGKILL');
}
