import fc from 'fast-check';
import { expect, test } from 'vitest';
import { event, profiles } from './calendar/events.ts';
import { Month } from './calendar/month.ts';

const RUNS = Number(process.env.CALENDAR_RUNS ?? 200);

test('through months of sleep, travel, bad networks, set clocks, restarts and kills, every session keeps its word', async () => {
  const total = { runs: 0, events: 0, steps: 0, sessions: 0, notices: 0, ends: 0, restarts: 0, inTheDark: 0 };
  await fc.assert(
    fc.asyncProperty(profiles, fc.array(event, { minLength: 10, maxLength: 60, size: 'max' }), async (own, events) => {
      const month = new Month(own);
      await month.live(events);
      total.runs++;
      total.events += events.length;
      for (const [name, count] of Object.entries(month.oracle.counts)) total[name as keyof typeof total] += count;
    }),
    { numRuns: RUNS },
  );
  console.info(`calendar: ${JSON.stringify(total)}`);
  expect(total.runs).toBe(RUNS);
  for (const count of Object.values(total)) expect(count).toBeGreaterThan(0);
}, 0);
