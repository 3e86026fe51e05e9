import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type FailureCode, FailureError } from '../../../electron/core/base/failure.ts';
import { DailySignIn } from '../../../electron/core/daily/daily-sign-in.ts';
import { dueNow, lastTime } from '../../../electron/core/daily/due.ts';
import type { DailyProgress, ProfileSettings } from '../../../electron/core/settings/settings.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { FakeTimer } from '../../fakes/timer.ts';
import { HOUR, MINUTE, profileWith } from '../samples.ts';

/** In local time, as the person sees it, in whatever zone this runs. */
const at = (day: number, hours: number, minutes = 0, seconds = 0) =>
  new Date(2026, 0, day, hours, minutes, seconds).getTime();

describe('the last time that a time of day has come', () => {
  test.each([
    ['08:30', at(5, 8, 30), at(5, 8, 30)],
    ['08:30', at(5, 8, 29, 59), at(4, 8, 30)],
    ['08:30', at(5, 23, 59), at(5, 8, 30)],
    ['00:00', at(5, 0, 0), at(5, 0, 0)],
    ['23:59', at(5, 0, 0), at(4, 23, 59)],
    ['00:00', at(1, 0, 0) - 1, new Date(2025, 11, 31).getTime()],
  ])('%s', (dailyAt, wall, expected) => {
    expect(lastTime(dailyAt, wall)).toBe(expected);
  });

  test('is at most a day and an hour ago, and not to come, all year round', () => {
    for (let wall = at(1, 0); wall < at(366, 0); wall += 37 * MINUTE) {
      for (const dailyAt of ['02:30', '08:00']) {
        const ago = wall - lastTime(dailyAt, wall);
        expect(ago).toBeGreaterThanOrEqual(0);
        expect(ago).toBeLessThanOrEqual(25 * HOUR);
      }
    }
  });

  test.each([
    ['seen', { seen: at(5, 8, 30), refused: null }, 'not'],
    ['not seen', { seen: at(5, 8, 29), refused: null }, 'now'],
    ['refused lately', { seen: at(4, 20, 0), refused: at(4, 22, 0) }, 'skip'],
    ['refused twelve hours ago', { seen: at(4, 20, 0), refused: at(4, 21, 0) }, 'now'],
    ['refused just less than twelve hours ago', { seen: at(4, 20, 0), refused: at(4, 21, 0) + 1 }, 'skip'],
    ['refused in the future of a clock that was set back', { seen: at(4, 20), refused: at(5, 12) }, 'skip'],
    ['refused in a future that is further', { seen: at(4, 20), refused: at(5, 21) }, 'now'],
  ] as const)('%s', (_, renewal, due) => {
    expect(dueNow('08:30', renewal, at(5, 9, 0))).toBe(due);
  });
});

test('the day before a change of the clocks has its own offset', () => {
  vi.stubEnv('TZ', 'Europe/Berlin');
  try {
    // On this Sunday half past two does not come.
    const wall = new Date(2026, 2, 29, 1, 30).getTime();
    expect(lastTime('02:30', wall)).toBe(new Date(2026, 2, 28, 2, 30).getTime());
  } finally {
    vi.unstubAllEnvs();
  }
});

/** A computer on which the app can be started again and again. */
class Computer {
  readonly wall = new FakeClock(at(5, 7, 0));
  readonly timer = new FakeTimer(this.wall);
  profiles: ProfileSettings[] = [profileWith({ dailyAt: '08:30' })];
  stored = true;
  begun: number | null = null;
  /** What the settings remember. */
  remembered: Record<string, DailyProgress> = {};
  /** When a sign-in was tried, and what was told of it. */
  readonly tries: number[] = [];
  readonly told: string[] = [];
  refusal: FailureCode | null = null;
  /** A sign-in lasts until then. */
  answered: Promise<unknown> = Promise.resolve();
  dailies = this.start();

  start(): DailySignIn {
    this.dailies?.stop();
    this.dailies = new DailySignIn({
      clock: this.wall,
      timer: this.timer,
      profiles: () => this.profiles,
      stored: () => this.stored,
      begun: () => this.begun,
      progress: (id) => this.remembered[id] ?? null,
      remember: (id, renewal) => {
        this.remembered = { ...this.remembered, [id]: renewal };
      },
      signIn: async () => {
        this.tries.push(this.wall.wall());
        await this.answered;
        if (this.refusal) throw new FailureError(this.refusal);
        this.begun = this.wall.wall();
      },
      emit: ({ profile, why }) => this.told.push(`${profile.name} ${why.code}`),
    });
    this.dailies.tick();
    return this.dailies;
  }

  /** Time awake, with what is tried on the way. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; ) {
      left -= this.timer.passToNext(left);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async wake(): Promise<void> {
    this.dailies.tick();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

let computer: Computer;
beforeEach(() => {
  computer = new Computer();
});

test('at its time, to the minute, once a day', async () => {
  await computer.pass(3 * 24 * HOUR);
  expect(computer.tries).toHaveLength(3);
  for (const [day, time] of computer.tries.entries()) {
    expect(time - at(5 + day, 8, 30)).toBeGreaterThanOrEqual(0);
    expect(time - at(5 + day, 8, 30)).toBeLessThanOrEqual(MINUTE);
  }
});

test('once a minute it is looked whether a time has come', () => {
  expect(computer.timer.next).toBe(MINUTE);
  computer.timer.pass(10 * MINUTE);
  expect([computer.timer.next, computer.timer.count]).toEqual([MINUTE, 1]);
  computer.dailies.stop();
  expect(computer.timer.count).toBe(0);
});

test('what came of it is remembered', async () => {
  await computer.pass(2 * HOUR);
  expect(computer.remembered).toEqual({ p1: { seen: at(5, 8, 30), refused: null } });
  computer.refusal = 'totp.refused';
  await computer.pass(24 * HOUR);
  expect(computer.remembered).toEqual({ p1: { seen: at(6, 8, 30), refused: at(6, 8, 30) } });
});

test('also in the first minute after the computer was started', async () => {
  computer.wall.reboot();
  computer.timer.sleep(0);
  computer.remembered = { p1: { seen: at(4, 8, 30), refused: null } };
  computer.wall.jump(2 * HOUR);
  computer.start();
  await computer.wake();
  expect(computer.tries).toEqual([at(5, 9, 0)]);
});

test('at the next wake, when the computer slept', async () => {
  computer.timer.sleep(4 * HOUR);
  await computer.wake();
  expect(computer.tries).toEqual([at(5, 11, 0)]);
  await computer.pass(HOUR);
  expect(computer.tries).toHaveLength(1);
});

test('at the next start, when the app did not run; and not again at the one after', async () => {
  await computer.pass(MINUTE);
  computer.wall.advance(24 * HOUR);
  computer.start();
  await computer.pass(MINUTE);
  computer.start();
  await computer.pass(HOUR);
  expect(computer.tries).toHaveLength(1);
});

test('a time of today that has passed when it is chosen waits for tomorrow', async () => {
  computer.profiles = [profileWith()];
  await computer.pass(3 * HOUR);
  computer.profiles = [profileWith({ dailyAt: '08:30' })];
  computer.dailies.startAnew('p1');
  await computer.pass(22 * HOUR);
  expect(computer.tries).toHaveLength(0);
  await computer.pass(HOUR);
  expect(computer.tries).toHaveLength(1);
});

test.each([0, 1])('not where a person has signed in since: %i minutes after', async (minutes) => {
  computer.timer.sleep(2 * HOUR);
  computer.begun = at(5, 8, 30 + minutes);
  await computer.wake();
  expect(computer.tries).toHaveLength(0);
  await computer.pass(24 * HOUR);
  expect(computer.tries).toHaveLength(1);
});

test.each<[string, () => unknown]>([
  ['nothing is stored', () => (computer.stored = false)],
  ['nobody has chosen a time', () => (computer.profiles = [profileWith()])],
])('never where %s; then no timer runs', async (_, change) => {
  change();
  computer.start();
  await computer.pass(48 * HOUR);
  expect(computer.tries).toHaveLength(0);
  expect(computer.timer.count).toBe(0);
});

describe('after a refusal', () => {
  beforeEach(() => {
    computer.refusal = 'totp.refused';
  });

  test('it is told once, and not tried again before the next day', async () => {
    await computer.pass(24 * HOUR);
    expect(computer.tries).toHaveLength(1);
    expect(computer.told).toEqual(['work-mfa totp.refused']);
    await computer.pass(24 * HOUR);
    expect(computer.tries).toHaveLength(2);
  });

  test('no other time that is chosen, and no restart, brings a try within twelve hours', async () => {
    await computer.pass(2 * HOUR);
    for (const [hour, dailyAt] of ['09:30', '12:00', '20:00'].entries()) {
      computer.profiles = [profileWith({ dailyAt })];
      computer.dailies.startAnew('p1');
      await computer.pass(hour * HOUR + HOUR);
      computer.start();
    }
    await computer.pass(at(5, 20, 20) - computer.wall.wall());
    expect(computer.tries).toHaveLength(1);
    // Its time has passed; it is not made up for as soon as the twelve hours are over.
    await computer.pass(6 * HOUR);
    expect(computer.tries).toHaveLength(1);
    await computer.pass(18 * HOUR);
    expect(computer.tries).toHaveLength(2);
  });

  test('that could not be saved, it is remembered all the same', async () => {
    const { dailies } = computer;
    computer.remembered = Object.freeze({ p1: { seen: at(5, 7, 0), refused: null } });
    Object.defineProperty(computer, 'remembered', {
      get: () => ({}),
      set: () => {
        throw new FailureError('file.disk-full', { path: '/s' });
      },
    });
    await computer.pass(12 * HOUR);
    expect(computer.dailies).toBe(dailies);
    expect(computer.tries).toHaveLength(1);
  });

  test('by the person who cancelled it, nothing is told', async () => {
    computer.refusal = 'sign-in.cancelled';
    await computer.pass(24 * HOUR);
    expect([computer.tries.length, computer.told]).toEqual([1, []]);
  });
});

describe.each<[FailureCode]>([
  ['network.offline'],
  ['network.timeout'],
  ['network.proxy'],
  ['network.certificate'],
  ['aws.throttled'],
  ['totp.box-unavailable'],
  ['key.box-unavailable'],
  ['sign-in.busy'],
])('held up by %s', (code) => {
  test('it is tried again, ever more rarely, and nothing is told', async () => {
    computer.refusal = code;
    await computer.pass(90 * MINUTE + 97 * MINUTE);
    const waits = computer.tries.slice(1).map((time, i) => Math.round((time - (computer.tries[i] ?? 0)) / MINUTE));
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 32]);
    computer.refusal = null;
    await computer.pass(33 * MINUTE);
    expect(computer.begun).not.toBeNull();
    const tries = computer.tries.length;
    await computer.pass(12 * HOUR);
    expect([computer.tries.length, computer.told]).toEqual([tries, []]);
  });
});

describe('held up', () => {
  beforeEach(() => {
    computer.refusal = 'network.offline';
  });

  test('it is tried again a second less than a minute later, at the earliest', async () => {
    await computer.pass(90 * MINUTE);
    computer.wall.advance(58_999);
    await computer.wake();
    expect(computer.tries).toHaveLength(1);
    computer.wall.advance(1);
    await computer.wake();
    expect(computer.tries).toHaveLength(2);
  });

  test('for long, another time that is chosen is kept all the same', async () => {
    await computer.pass(90 * MINUTE + 35 * MINUTE);
    const tries = computer.tries.length;
    computer.profiles = [profileWith({ dailyAt: '09:10' })];
    computer.dailies.startAnew('p1');
    await computer.pass(5 * MINUTE);
    expect(computer.tries.slice(tries)).toEqual([at(5, 9, 10)]);
  });

  test('on another day, it is tried as often again', async () => {
    await computer.pass(90 * MINUTE + 35 * MINUTE);
    computer.refusal = null;
    await computer.pass(23 * HOUR);
    computer.tries.length = 0;
    computer.refusal = 'network.offline';
    await computer.pass(HOUR);
    expect(computer.tries.map((time) => Math.round((time - at(6, 8, 30)) / MINUTE))).toEqual([0, 1, 3, 7, 15, 31]);
  });
});

test('one that takes its time is not begun twice', async () => {
  let answer = () => {};
  computer.answered = new Promise((resolve) => {
    answer = resolve as () => void;
  });
  await computer.pass(2 * HOUR);
  expect(computer.tries).toHaveLength(1);
  answer();
  await computer.pass(2 * HOUR);
  expect(computer.tries).toHaveLength(1);
});

test('a clock that is set back does not bring it again', async () => {
  await computer.pass(2 * HOUR);
  computer.wall.jump(-HOUR);
  await computer.pass(3 * HOUR);
  expect(computer.tries).toHaveLength(1);
});

test('each profile has its own time', async () => {
  computer.profiles = [
    profileWith({ dailyAt: '08:30' }),
    profileWith({ id: 'p2', dailyAt: '09:00' }),
    profileWith({ id: 'p3' }),
  ];
  await computer.pass(3 * HOUR);
  expect(computer.tries.map((time) => new Date(time).getHours())).toEqual([8, 9]);
});
