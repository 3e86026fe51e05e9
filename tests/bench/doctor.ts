// What an examination takes: with everything answering, on a cold cache too, and with everything hanging, in turns.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Person } from '../world/person.ts';
import { done, type Life, live, median, withApp } from './life.ts';

const ROUNDS = 20;
const COLD_ROUNDS = 3;
const HANGING_ROUNDS = 3;
/** A person waits no longer than this with everything read from the disk for the first time. */
const COLD_MS = 2_000;
/** As long as the doctor gives each probe, and a second for all that is around it. */
const HANGING_MS = 11_000;

export async function run(): Promise<void> {
  await withApp();
  const well = await live();
  const hanging = await live({ before: gitThatCanHang });
  await hang(hanging);
  const { status, examined, cold, hung } = {
    status: 'daypass status',
    examined: 'doctor',
    cold: 'cold',
    hung: 'hanging',
  };
  const times: Record<string, number[]> = { [status]: [], [examined]: [], [cold]: [], [hung]: [] };
  for (let round = 0; round < ROUNDS; round++) {
    times[status]?.push(await timed(() => done(well.person.daypass(['status']))));
    times[examined]?.push(await timed(() => examine(well)));
  }
  for (let round = 0; round < COLD_ROUNDS && forgetDisk(); round++) times[cold]?.push(await timed(() => examine(well)));
  for (let round = 0; round < HANGING_ROUNDS; round++) times[hung]?.push(await timed(() => examine(hanging)));
  await hanging.end();
  await well.end();

  const [floor, warm] = [median(times[status] ?? []), median(times[examined] ?? [])];
  console.log('\ndoctor');
  console.log(
    `  daypass status ${floor.toFixed(0)} ms, daypass doctor ${warm.toFixed(0)} ms: ${(warm / floor).toFixed(1)} times`,
  );
  judge('with a cold cache', times[cold] ?? [], COLD_MS);
  judge('with everything hanging', times[hung] ?? [], HANGING_MS);
}

function judge(what: string, times: readonly number[], limit: number): void {
  if (times.length === 0) {
    console.log(`  ? ${what}: only root can have the system forget what it has read`);
    return;
  }
  const longest = Math.max(...times);
  console.log(`  ${longest <= limit ? '✓' : '✗'} ${what}: at most ${longest.toFixed(0)} ms (${limit})`);
  if (longest > limit) process.exitCode = 1;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Whatever it finds. */
async function examine({ person }: Life): Promise<void> {
  const { stdout, stderr } = await person.daypass(['doctor', '--json']);
  if (!stdout.startsWith('{')) throw new Error(stderr);
}

/** What Daypass was built of and reads is on the disk again, and nowhere else. */
function forgetDisk(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  execFileSync('sync');
  writeFileSync('/proc/sys/vm/drop_caches', '3');
  return true;
}

function gitThatCanHang(person: Person): void {
  const bin = join(person.home, 'hanging');
  mkdirSync(bin);
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  writeFileSync(join(bin, 'git'), `#!/bin/sh\n[ ! -e '${bin}/now' ] || exec sleep 60\nexec '${real}' "$@"\n`);
  chmodSync(join(bin, 'git'), 0o755);
  person.env.PATH = `${bin}${delimiter}${person.env.PATH}`;
}

/** From now on git hangs, the keyring stands still, and every file that is read is a pipe into which nobody writes. */
async function hang({ person }: Life): Promise<void> {
  writeFileSync(join(person.home, 'hanging/now'), '');
  for (const file of ['.netrc', '.aws/credentials', '.aws/config', '.bashrc', '.profile']) {
    rmSync(join(person.home, file), { force: true });
    execFileSync('mkfifo', [join(person.home, file)]);
  }
  const asked = 'org.freedesktop.DBus.GetConnectionUnixProcessID';
  const args = ['--print-reply', '--dest=org.freedesktop.DBus', '/', asked, 'string:org.freedesktop.secrets'];
  const { stdout } = await person.run('dbus-send', args);
  process.kill(Number(/uint32 (\d+)/.exec(stdout)?.[1]), 'SIGSTOP');
}
