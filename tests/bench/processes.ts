// What a program and all that it has started take, as the kernel counts it.
import { readdirSync, readFileSync } from 'node:fs';

export interface Footprint {
  /** Proportional set size, kB. */
  readonly pss: number;
  /** What would be free without it, kB. */
  readonly own: number;
  readonly processes: number;
}

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It has ended meanwhile.
    return '';
  }
};

/** The process and all below it. */
export function family(pid: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${name}/status`))?.[1])] as const);
  const found = [pid];
  for (const one of found) found.push(...parents.filter(([, parent]) => parent === one).map(([child]) => child));
  return found;
}

export function footprint(pid: number): Footprint {
  const all = family(pid);
  const sum = (name: RegExp) =>
    all
      .map((one) => [...read(`/proc/${one}/smaps_rollup`).matchAll(name)].reduce((to, [, kB]) => to + Number(kB), 0))
      .reduce((one, other) => one + other, 0);
  return { pss: sum(/^Pss:\s+(\d+)/gm), own: sum(/^Private_(?:Clean|Dirty):\s+(\d+)/gm), processes: all.length };
}

/** How often any of its threads has gone to sleep of its own accord: as often as one was woken. By thread. */
export function wakeUps(pid: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of family(pid)) {
    for (const thread of threads(one)) {
      const status = read(`/proc/${one}/task/${thread}/status`);
      const name = `${one}/${thread} ${/^Name:\s+(.*)/m.exec(status)?.[1]}`;
      counts.set(name, Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(status)?.[1] ?? 0));
    }
  }
  return counts;
}

function threads(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}
