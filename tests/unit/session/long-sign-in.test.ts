// A sign-in that outlives its keys: they are renewed until AWS ends it, and a person sees and hears of that end alone.
import { beforeEach, describe, expect, test } from 'vitest';
import { type FailureCode, FailureError } from '../../../electron/core/base/failure.ts';
import { endOf } from '../../../electron/core/session/state.ts';
import { MORNING } from '../../fakes/clock.ts';
import { HOUR, MINUTE, profileWith } from '../samples.ts';
import { Computer, codeOf, drained } from './computer.ts';

const UNTIL = MORNING + 12 * HOUR;

/** Its way in keeps what it goes on from outside of the sessions, as a sealed token is kept. */
class Browser extends Computer {
  token: 'none' | 'good' | 'dead' = 'none';
  online = true;
  forgot = 0;

  override wayIn() {
    return {
      needs: 'browser' as const,
      renews: this.token !== 'none',
      open: async () => {
        if (!this.online) throw new FailureError('network.offline', { host: 'signin' });
        if (this.token === 'dead') {
          this.token = 'none';
          throw new FailureError('session.expired');
        }
        const now = this.wall.wall();
        const until = this.token === 'good' ? UNTIL : now + 12 * HOUR;
        this.token = 'good';
        return { ...this.grant(Math.min(15 * MINUTE, until - now)), until };
      },
      forget: async () => {
        this.token = 'none';
        this.forgot++;
      },
    };
  }
}

let computer: Browser;
beforeEach(async () => {
  computer = new Browser();
  computer.profiles = [profileWith({ delivery: 'process' })];
  await computer.signIn();
  computer.takeLog();
});
const pass = async (ms: number) => {
  for (let left = ms; left > 0; left -= MINUTE) {
    computer.timer.pass(Math.min(left, MINUTE));
    await drained();
  }
};
const served = () => computer.sessions.sessionOf('p1');
const told = () => computer.takeLog().filter((line) => /^end/.test(line));

test('goes on for twelve hours, and is warned of and ends then, once', async () => {
  await pass(11 * HOUR);
  expect(served() && endOf(served() ?? expect.fail())).toBe(UNTIL);
  expect(told()).toEqual([]);
  await pass(2 * HOUR);
  expect(served()).toBeNull();
  expect(told()).toEqual(['ending work-mfa 720', 'ending work-mfa 720', 'ended work-mfa 720']);
  expect(computer.files.texts.size).toBe(0);
});

test('asks for keys five minutes before each quarter of an hour is over, and for none after the last', async () => {
  const began: number[] = [];
  computer.log.push = (...lines: string[]) => {
    if (lines.includes('began')) began.push((computer.clock.now() - MORNING) / MINUTE);
    return 0;
  };
  await pass(31 * MINUTE);
  expect(began).toEqual([10, 20, 30]);
  await pass(14 * HOUR);
  expect(Math.max(...began)).toBe(710);
});

describe('keys that a sleep has ended', () => {
  test('are there again on waking, and nobody is told', async () => {
    computer.timer.sleep(3 * HOUR);
    computer.sessions.tick();
    await drained();
    expect(served()).not.toBeNull();
    expect(told()).toEqual([]);
  });

  test('are asked for each minute where the network comes later', async () => {
    computer.online = false;
    computer.timer.sleep(3 * HOUR);
    computer.sessions.tick();
    await drained();
    expect(computer.state).toMatchObject({ is: 'expired', failure: { code: 'network.offline' } });
    await pass(20 * MINUTE);
    computer.online = true;
    await pass(2 * MINUTE);
    expect(served()).not.toBeNull();
    expect(told()).toEqual([]);
  });

  test('and that never come back end with the sign-in, which is told', async () => {
    computer.online = false;
    await pass(13 * HOUR);
    expect(computer.state).toMatchObject({ is: 'expired', endedAt: UNTIL });
    expect(told()).toEqual(['ended work-mfa 720']);
    expect(computer.files.texts.size).toBe(0);
  });

  test('are told of where the sign-in ended meanwhile as well', async () => {
    computer.timer.sleep(13 * HOUR);
    computer.sessions.tick();
    await drained();
    expect(computer.state).toMatchObject({ is: 'expired', endedAt: UNTIL });
    expect(told()).toEqual(['ended work-mfa 780']);
  });
});

describe('a sign-in that AWS does not renew any more', () => {
  test('ends with its keys, and is warned of then', async () => {
    computer.token = 'dead';
    await pass(11 * MINUTE);
    expect(computer.state).toMatchObject({ is: 'active', failure: { code: 'session.expired' } });
    expect(served()).toMatchObject({ until: null });
    await pass(5 * MINUTE);
    expect(told()).toEqual(['ending work-mfa 15', 'ended work-mfa 15']);
    expect(computer.files.texts.size).toBe(0);
  });

  test('is told of at once where its keys had ended before', async () => {
    computer.token = 'dead';
    computer.timer.sleep(3 * HOUR);
    computer.sessions.tick();
    await drained();
    expect(computer.state).toMatchObject({ is: 'expired', failure: { code: 'session.expired' } });
    expect(told()).toEqual(['ended work-mfa 180']);
    await pass(HOUR);
    expect(computer.takeLog()).toEqual([]);
  });
});

describe('after a restart', () => {
  test.each([
    ['while its keys last', MINUTE],
    ['after their end', HOUR],
  ])('%s it goes on', async (_, ms) => {
    computer.sessions.stop();
    computer.timer.sleep(ms);
    computer.start();
    await computer.sessions.restore(computer.profile);
    await drained();
    await pass(MINUTE);
    expect(served()).toMatchObject({ until: UNTIL });
    expect(told()).toEqual([]);
  });

  test('also where it was without keys when it was quit', async () => {
    computer.online = false;
    await pass(HOUR);
    computer.sessions.stop();
    computer.online = true;
    computer.start();
    await computer.sessions.restore(computer.profile);
    await drained();
    expect(served()).toMatchObject({ until: UNTIL });
  });
});

test.each<[string, () => Promise<void>]>([
  ['with a session', async () => {}],
  ['without one', () => pass(13 * HOUR)],
])('signing out throws away what it goes on from: %s', async (_, arrange) => {
  await arrange();
  await computer.sessions.signOut(computer.profile);
  expect([computer.token, computer.forgot]).toEqual(['none', 1]);
  await pass(HOUR);
  expect(computer.state).toEqual({ is: 'signedOut', failure: null });
});

test('what cannot be thrown away is said', async () => {
  const code: FailureCode = 'file.failed';
  const way = computer.wayIn();
  computer.wayIn = () => ({
    ...way,
    forget: () => Promise.reject(new FailureError(code, { path: '/f', reason: 'r' })),
  });
  expect(await codeOf(computer.sessions.signOut(computer.profile))).toBe(code);
  expect(computer.state.is).toBe('signedOut');
});
