/** A sign-in right after another was cancelled or signed out: it begins at once, and late answers of that one count for nothing. */
import { beforeEach, describe, expect, test } from 'vitest';
import { FailureError } from '../../../electron/core/base/failure.ts';
import type { NewSession } from '../../../electron/core/session/way-in.ts';
import { MORNING } from '../../fakes/clock.ts';
import { HOUR, MINUTE } from '../samples.ts';
import { Computer, codeOf, drained } from './computer.ts';

interface Asked {
  readonly signal: AbortSignal;
  grant(session: NewSession): void;
  refuse(): void;
}

let computer: Computer;
let asked: Asked[];
beforeEach(() => {
  computer = new Computer();
  asked = [];
  computer.request = (_, signal) =>
    new Promise((resolve, reject) => {
      asked.push({ signal, grant: resolve, refuse: () => reject(new FailureError('code.rejected')) });
    });
});
const begin = async () => {
  const result = codeOf(computer.signIn());
  await drained();
  return { result, ask: asked.at(-1) ?? expect.fail() };
};
const end = async (how: 'cancel' | 'sign out') => {
  if (how === 'cancel') computer.sessions.cancel('p1');
  else await computer.sessions.signOut(computer.profile);
};

const ENDS = ['cancel', 'sign out'] as const;
const ANSWERS = ['granted', 'refused'] as const;
const ORDERS = ['before', 'after'] as const;
const cases = ENDS.flatMap((how) => ANSWERS.flatMap((late) => ORDERS.map((order) => [how, late, order] as const)));

describe.each(cases)('after %s, the first one %s late, %s the answer of the second', (how, late, order) => {
  const answerLate = async ({ ask }: Awaited<ReturnType<typeof begin>>) => {
    if (late === 'granted') ask.grant(computer.grant(HOUR));
    else ask.refuse();
    await drained();
  };

  test('granted: that one is the session', async () => {
    const first = await begin();
    await end(how);
    expect(first.ask.signal.aborted).toBe(true);
    const second = await begin();
    expect(asked).toHaveLength(2);
    if (order === 'before') await answerLate(first);
    expect(computer.state.is).toBe('signingIn');
    second.ask.grant(computer.grant(12 * HOUR));
    expect(await second.result).toBeNull();
    if (order === 'after') await answerLate(first);
    expect(await first.result).toBe('sign-in.cancelled');
    expect(computer.state).toMatchObject({ is: 'active', renewal: null, failure: null });
    expect(computer.sessions.sessionOf('p1')?.expiresAt).toBe(MORNING + 12 * HOUR);
    expect(computer.takeLog()).toEqual(['began', 'deliver work-mfa']);
  });

  test('refused: that one is why there is no session', async () => {
    const first = await begin();
    await end(how);
    const second = await begin();
    if (order === 'before') await answerLate(first);
    second.ask.refuse();
    expect(await second.result).toBe('code.rejected');
    if (order === 'after') await answerLate(first);
    expect(await first.result).toBe('sign-in.cancelled');
    expect(computer.state).toEqual({ is: 'signedOut', failure: { code: 'code.rejected', params: {} } });
    expect(computer.log).toEqual([]);
  });

  test('only one is under way, whatever the first one still says', async () => {
    const first = await begin();
    await end(how);
    const second = await begin();
    if (order === 'before') await answerLate(first);
    expect(await codeOf(computer.signIn())).toBe('sign-in.busy');
    computer.sessions.cancel('p1');
    expect(second.ask.signal.aborted).toBe(true);
    second.ask.grant(computer.grant());
    expect(await second.result).toBe('sign-in.cancelled');
    if (order === 'after') await answerLate(first);
    expect(computer.sessions.sessionOf('p1')).toBeNull();
  });
});

test('cancelled while the place is looked at, nothing is asked of AWS', async () => {
  let looked = () => {};
  computer.checking = () =>
    new Promise((resolve) => {
      looked = resolve;
    });
  const result = codeOf(computer.signIn());
  await drained();
  computer.sessions.cancel('p1');
  looked();
  expect(await result).toBe('sign-in.cancelled');
  expect(asked).toEqual([]);
});

test('whose place is not ours asks nothing of AWS', async () => {
  computer.checking = async () => {
    throw new FailureError('profile.not-ours', { section: 'work-mfa' });
  };
  expect(await codeOf(computer.signIn())).toBe('profile.not-ours');
  expect(asked).toEqual([]);
  expect(computer.state).toMatchObject({ is: 'signedOut', failure: { code: 'profile.not-ours' } });
});

test('a cancelled renewal leaves the session, and says so', async () => {
  const first = await begin();
  first.ask.grant(computer.grant());
  await first.result;
  const renewal = await begin();
  computer.sessions.cancel('p1');
  renewal.ask.grant(computer.grant(24 * HOUR));
  expect(await renewal.result).toBe('sign-in.cancelled');
  expect(computer.state).toMatchObject({ is: 'active', renewal: null, failure: { code: 'sign-in.cancelled' } });
  expect(computer.sessions.sessionOf('p1')?.expiresAt).toBe(MORNING + 12 * HOUR);
});

test('the end of the app cancels what is under way', async () => {
  const first = await begin();
  computer.sessions.stop();
  expect(first.ask.signal.aborted).toBe(true);
});

describe('the profile as it is edited meanwhile counts: it is warned', () => {
  test.each([
    ['not at once of what was added and has passed already', [15], [720, 15], 12 * HOUR - 15 * MINUTE],
    ['of what is left', [720], [30], 12 * HOUR - 30 * MINUTE],
    ['of nothing where nothing is left', [15, 5], [], null],
  ] as const)('%s', async (_, before, after, expected) => {
    computer.profiles = [{ ...computer.profile, warnBefore: before }];
    const { result, ask } = await begin();
    computer.profiles = [{ ...computer.profile, warnBefore: after }];
    ask.grant(computer.grant());
    await result;
    computer.takeLog();
    const warned = async () => {
      for (let minute = 0; minute < 12 * 60; minute++) {
        if (computer.log.length > 0) return (minute - 1) * MINUTE;
        computer.timer.pass(MINUTE);
        await drained();
      }
      return null;
    };
    const at = await warned();
    expect(computer.log.filter((line) => !line.startsWith('ending'))).toEqual(at === null ? computer.log : []);
    expect(at).toBe(expected === null ? null : expected - MINUTE);
  });
});
