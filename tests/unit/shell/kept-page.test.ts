import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { KeptPage } from '../../../electron/shell/kept-page.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { FakeTimer } from '../../fakes/timer.ts';

const KEEP = 300_000;

/** A page as the window system has it. */
interface Page {
  readonly n: number;
  shown: boolean;
  focused: boolean;
  destroyed: boolean;
  readonly screens: (string | undefined)[];
}

let timer: FakeTimer;
let pages: Page[];
let kept: KeptPage<Page>;
/** Loads that wait to be ended; empty where a page is there at once. */
let loads: { end(): void; fail(): void }[];
let slow: boolean;

const settle = () => new Promise((resolve) => setImmediate(resolve));
const alive = () => pages.filter(({ destroyed }) => !destroyed);
const last = () => pages.at(-1) as Page;

beforeEach(() => {
  timer = new FakeTimer(new FakeClock());
  pages = [];
  loads = [];
  slow = false;
  kept = new KeptPage<Page>({
    make() {
      pages.push({ n: pages.length, shown: false, focused: false, destroyed: false, screens: [] });
      return last();
    },
    async load(page, screen) {
      if (slow) {
        await new Promise<void>((end, reject) => {
          loads.push({ end, fail: () => reject(new Error('planted')) });
        });
      }
      page.screens.push(screen);
    },
    present(page, focus) {
      if (page.destroyed) throw new Error('presented after its end');
      page.shown = true;
      page.focused = focus;
    },
    conceal(page) {
      page.shown = false;
      page.focused = false;
    },
    destroy(page) {
      page.shown = false;
      page.destroyed = true;
    },
    timer,
    keepMs: KEEP,
  });
});

describe('hidden', () => {
  test('it is kept for its time, and shown again without being made again', async () => {
    await kept.show(true);
    kept.hide();
    timer.pass(KEEP - 1);
    await kept.show(false);
    expect(pages).toEqual([{ n: 0, shown: true, focused: false, destroyed: false, screens: [undefined] }]);
  });

  test('it is given back after its time, and made anew when it is wanted', async () => {
    await kept.show(true);
    kept.hide();
    timer.pass(KEEP);
    expect(kept.page).toBeNull();
    await kept.show(true);
    expect(pages.map(({ destroyed, shown }) => [destroyed, shown])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test('a second hide, as of the blur that follows Escape, leaves nothing behind that ends it in use', async () => {
    await kept.show(true);
    kept.hide();
    timer.pass(1_000);
    kept.hide();
    expect(timer.count).toBe(1);
    await kept.show(true);
    expect(timer.count).toBe(0);
    timer.pass(2 * KEEP);
    expect(last()).toMatchObject({ shown: true, destroyed: false });
  });

  test('a second hide does not keep it longer', async () => {
    await kept.show(true);
    kept.hide();
    timer.pass(KEEP - 1);
    kept.hide();
    timer.pass(1);
    expect(kept.page).toBeNull();
  });

  test('before it was ever shown, that is nothing', () => {
    kept.hide();
    expect([pages.length, timer.count]).toEqual([0, 0]);
  });

  test('while it loads, it does not appear when it has loaded', async () => {
    slow = true;
    const shows = kept.show(true);
    kept.hide();
    loads[0]?.end();
    await shows;
    expect(last().shown).toBe(false);
    timer.pass(KEEP);
    expect(alive()).toEqual([]);
  });
});

describe('loading', () => {
  test('two who want it at once get one page, loaded once', async () => {
    slow = true;
    const both = [kept.show(false), kept.show(true)];
    await settle();
    for (const load of loads) load.end();
    await Promise.all(both);
    expect(pages).toEqual([{ n: 0, shown: true, focused: true, destroyed: false, screens: [undefined] }]);
  });

  test('a screen that is asked for meanwhile comes after, not instead', async () => {
    slow = true;
    const both = [kept.show(true), kept.show(true, 'stale')];
    for (let i = 0; i < 2; i++) {
      await settle();
      loads[i]?.end();
    }
    await Promise.all(both);
    expect(last().screens).toEqual([undefined, 'stale']);
  });

  test('that fails gives the page up: the next one is new', async () => {
    slow = true;
    const shows = kept.show(true);
    loads[0]?.fail();
    await shows;
    expect([kept.page, kept.wanted, last().destroyed]).toEqual([null, false, true]);
    slow = false;
    await kept.show(true);
    expect(last()).toMatchObject({ n: 1, shown: true });
  });
});

describe('a crash', () => {
  test('while hidden: the next time it is wanted it is a new one', async () => {
    await kept.show(true);
    kept.hide();
    kept.crashed(last());
    expect([kept.page, timer.count, pages.length]).toEqual([null, 0, 1]);
    await kept.show(true);
    expect(pages.map(({ destroyed, shown }) => [destroyed, shown])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test('in front of a person: a new one at once, without the focus', async () => {
    await kept.show(true, 'stale');
    kept.crashed(last());
    await settle();
    expect(last()).toMatchObject({ n: 1, shown: true, focused: false });
    expect(alive()).toHaveLength(1);
  });

  test('of that one too: no more until somebody wants it', async () => {
    await kept.show(true);
    for (let i = 0; i < 3; i++) {
      kept.crashed(last());
      await settle();
    }
    expect([pages.length, alive().length]).toEqual([2, 0]);
    await kept.show(true);
    expect(last()).toMatchObject({ n: 2, shown: true });
  });

  test('of an earlier page is no news', async () => {
    await kept.show(true);
    kept.crashed(last());
    await settle();
    kept.crashed(pages[0] as Page);
    kept.closed(pages[0] as Page);
    expect(last()).toMatchObject({ n: 1, shown: true, destroyed: false });
  });
});

test('closed by a person it stays away until it is wanted', async () => {
  await kept.show(true);
  kept.closed(last());
  await settle();
  expect([alive().length, kept.wanted]).toEqual([0, false]);
  await kept.show(true);
  expect(last()).toMatchObject({ n: 1, shown: true });
});

test('whatever happens in whatever order: one page at most, never one that ends in use, never a timer too many', async () => {
  const step = fc.oneof(
    fc.constant(() => kept.show(true)),
    fc.constant(() => kept.show(false, 'stale')),
    fc.constant(() => kept.hide()),
    fc.constant(() => kept.page && kept.crashed(kept.page)),
    fc.constant(() => kept.page && kept.closed(kept.page)),
    fc.integer({ min: 1, max: 2 * KEEP }).map((ms) => () => timer.pass(ms)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      for (const run of steps) {
        await run();
        await settle();
        expect(alive().length).toBeLessThanOrEqual(1);
        expect(kept.page).toBe(alive()[0] ?? null);
        expect(timer.count).toBe(kept.page !== null && !kept.wanted ? 1 : 0);
        expect(alive()[0]?.shown ?? false).toBe(kept.wanted);
      }
      kept.giveBack();
    }),
    { numRuns: 300 },
  );
});
