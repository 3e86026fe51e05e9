// What Daypass takes beside an Electron app with a tray and nothing else, in turns: the start to the tray icon, memory and
// wake-ups while it is signed in and nobody looks.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Desktop } from '../desktop/desktop.ts';
import { OwnDesktop } from '../desktop/own-desktop.ts';
import { Person } from '../world/person.ts';
import { electronCommand } from '../world/running-app.ts';
import { done, median, until, withApp } from './life.ts';
import { footprint, wakeUps } from './processes.ts';

const STARTS = Number(process.env.BENCH_STARTS ?? 20);
const IDLE_S = Number(process.env.BENCH_IDLE ?? 60);
const EMPTY = join(import.meta.dirname, 'empty');

interface Started {
  readonly child: ChildProcess;
  /** Its icon needs a place as long as it lives. */
  readonly desktop: Desktop;
  /** From the start of the program until its icon is registered. */
  readonly ms: number;
}

export async function run(): Promise<void> {
  await withApp();
  const own = await OwnDesktop.enter();
  const folder = mkdtempSync(join(tmpdir(), 'daypass-bench-'));
  const person = await Person.at(folder);
  const times = { empty: [] as number[], daypass: [] as number[] };
  for (let round = -2; round < STARTS; round++) {
    for (const what of ['empty', 'daypass'] as const) {
      const started = await start(what, person, folder);
      await delay(1_000);
      await stop(started);
      if (round >= 0) times[what].push(started.ms);
    }
  }
  row('start to tray icon, ms', median(times.empty), median(times.daypass), 1.08);

  const idle = { empty: await idling('empty', person, folder), daypass: await idling('daypass', person, folder) };
  row('memory of its own, MB', idle.empty.own / 1024, idle.daypass.own / 1024, 1.1);
  row('memory (PSS), MB', idle.empty.pss / 1024, idle.daypass.pss / 1024, 1.1);
  console.log(`  processes ${idle.empty.processes} and ${idle.daypass.processes}`);
  const more = idle.daypass.wakes - idle.empty.wakes;
  console.log(
    `  wake-ups a second ${idle.empty.wakes.toFixed(2)} and ${idle.daypass.wakes.toFixed(2)}: ${more.toFixed(2)} more (at most 0.1)`,
  );
  for (const what of ['empty', 'daypass'] as const)
    console.log(`  ${what}: ${idle[what].busiest.map(([name, n]) => `${name} ${(n / IDLE_S).toFixed(2)}`).join(', ')}`);
  await person.leave();
  await own.leave();
  await rm(folder, { recursive: true, force: true, maxRetries: 30 });
}

async function start(what: 'empty' | 'daypass', person: Person, folder: string): Promise<Started> {
  const [program, ...words] = electronCommand([
    what === 'empty' ? `--user-data-dir=${join(folder, 'empty')}` : '--background',
  ]);
  const args = what === 'empty' ? [...words.slice(0, -1), EMPTY] : words;
  const desktop = await Desktop.start();
  const begun = performance.now();
  const child = spawn(program, args, { env: person.env, stdio: 'ignore' });
  await desktop.icon();
  return { child, desktop, ms: performance.now() - begun };
}

async function stop({ child, desktop }: Started): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
  desktop.stop();
}

async function idling(what: 'empty' | 'daypass', person: Person, folder: string) {
  const started = await start(what, person, folder);
  if (what === 'daypass') {
    await until(async () => (await person.daypass(['version'])).status === 0);
    await done(person.daypass(['add', 'work', '--serial', person.aws.user.serial]));
    await done(person.daypass(['sign-in', '--code', '-'], `${await person.aws.freshCode()}\n`));
  }
  await delay(20_000);
  const pid = started.child.pid as number;
  const before = wakeUps(pid);
  await delay(IDLE_S * 1_000);
  const after = wakeUps(pid);
  const wakes = [...after].map(([name, count]) => [name, count - (before.get(name) ?? 0)] as const);
  const total = wakes.reduce((sum, [, count]) => sum + count, 0) / IDLE_S;
  const busiest = wakes.sort(([, one], [, other]) => other - one).slice(0, 6);
  const taken = footprint(pid);
  await stop(started);
  return { ...taken, wakes: total, busiest };
}

function row(what: string, floor: number, ours: number, most: number): void {
  const ratio = ours / floor;
  console.log(
    `  ${ratio <= most ? '✓' : '✗'} ${what.padEnd(26)} ${floor.toFixed(0)} and ${ours.toFixed(0)}: ${ratio.toFixed(2)} (at most ${most})`,
  );
  if (ratio > most) process.exitCode = 1;
}
