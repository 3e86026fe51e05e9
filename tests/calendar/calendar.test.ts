import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moments, profiles } from './events.ts';
import { Month } from './month.ts';

/** More of them find rarer things; CALENDAR_REPLAY takes the `{ seed, path }` of a run that failed. */
const RUNS = Number(process.env.CALENDAR_RUNS ?? 2_000);
/** The same months each time, so that a failure is the change's own; another seed lives others. */
const SEED = Number(process.env.CALENDAR_SEED ?? 20_300_101);

test('through months of sleep, travel, bad networks, set clocks, restarts and kills, every session keeps its word', async () => {
  const total = { runs: 0, events: 0, steps: 0, sessions: 0, notices: 0, ends: 0, restarts: 0, inTheDark: 0 };
  await fc.assert(
    fc.asyncProperty(profiles, moments, async (own, month) => {
      const life = new Month(own);
      await life.live(month);
      total.runs++;
      total.events += month.length;
      for (const [name, count] of Object.entries(life.oracle.counts)) total[name as keyof typeof total] += count;
    }),
    { numRuns: RUNS, seed: SEED, ...JSON.parse(process.env.CALENDAR_REPLAY ?? '{}') },
  );
  console.info(`calendar: ${JSON.stringify(total)}`);
  expect(total.runs).toBe(RUNS);
  for (const count of Object.values(total)) expect(count).toBeGreaterThan(0);
}, 0);
