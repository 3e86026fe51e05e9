import { beforeEach, describe, expect, test } from 'vitest';
import { AwsClock } from '../../../electron/core/base/aws-clock.ts';
import { type Failure, FailureError } from '../../../electron/core/base/failure.ts';
import { Keeper } from '../../../electron/core/session/keeper.ts';
import { Restorer } from '../../../electron/core/session/restore.ts';
import { FakeClock, MORNING } from '../../fakes/clock.ts';
import { FakeSealedFiles } from '../../fakes/sealed-files.ts';
import { FakeSecretBox, provenSeal } from '../../fakes/secret-box.ts';
import { FakeTimer } from '../../fakes/timer.ts';
import { HOUR, profileWith, sessionWith } from '../samples.ts';
import { drained } from './computer.ts';

const profile = profileWith();

function world() {
  const wall = new FakeClock();
  const clock = new AwsClock(wall);
  const timer = new FakeTimer(wall);
  const box = new FakeSecretBox();
  const files = new FakeSealedFiles();
  const keeper = new Keeper(provenSeal(box), files);
  const log: string[] = [];
  const effects = {
    notKept: null as Failure | null,
    withdraw: ({ id }: { id: string }) => void log.push(`withdraw ${id}`),
  };
  const state = { signedIn: false };
  const way = { resume: async () => {} };
  const restorer = new Restorer({
    clock,
    timer,
    keeper,
    effects,
    hasSession: () => state.signedIn,
    wayIn: () => ({
      needs: 'code',
      renews: false,
      open: () => expect.fail('nobody signs in'),
      resume: () => way.resume(),
    }),
    restored: ({ id }, { expiresAt }) => {
      log.push(`restored ${id} ${(expiresAt - MORNING) / HOUR}`);
      state.signedIn = true;
    },
  });
  return { wall, clock, timer, box, files, keeper, log, effects, state, way, restorer };
}
let w: ReturnType<typeof world>;
beforeEach(() => {
  w = world();
});
const kept = (offset = 0) => w.keeper.keep('p1', sessionWith(), offset);

test('what the way in goes on from comes back first, and is waited for like the session', async () => {
  await kept();
  w.way.resume = async () => {
    throw new FailureError('kept.locked');
  };
  await w.restorer.restore(profile);
  expect(w.log).toEqual(['withdraw p1']);
  w.way.resume = async () => void w.log.push('resumed');
  w.timer.pass(10_000);
  await drained();
  expect(w.log).toEqual(['withdraw p1', 'resumed', 'restored p1 12']);
});

test('what was kept comes back, and is not taken away', async () => {
  await kept();
  w.effects.notKept = { code: 'kept.locked', params: {} };
  await w.restorer.restore(profile);
  expect(w.log).toEqual(['restored p1 12']);
  expect(w.effects.notKept).toBeNull();
  expect(w.timer.count).toBe(0);
});

test('where nothing was kept, what may have been left is taken away, and nothing is wrong', async () => {
  await w.restorer.restore(profile);
  expect(w.log).toEqual(['withdraw p1']);
  expect([w.effects.notKept, w.timer.count]).toEqual([null, 0]);
});

describe('AWS’s time of the last run', () => {
  test('is believed until AWS was heard', async () => {
    await kept(-HOUR);
    await w.restorer.restore(profile);
    expect(w.clock.now()).toBe(MORNING - HOUR);
  });

  test('is not believed after that', async () => {
    await kept(-HOUR);
    w.clock.learn(MORNING);
    await w.restorer.restore(profile);
    expect(w.clock.now()).toBe(MORNING);
  });

  test('is not believed where a person has done something meanwhile', async () => {
    await kept(-HOUR);
    const restored = w.restorer.restore(profile);
    w.restorer.overtake('p1');
    await restored;
    expect(w.clock.now()).toBe(MORNING);
    expect(w.log).toEqual(['withdraw p1']);
  });
});

describe('what a person has done', () => {
  test('to another profile counts for nothing', async () => {
    await kept();
    const restored = w.restorer.restore(profile);
    w.restorer.overtake('p2');
    await restored;
    expect(w.log).toEqual(['restored p1 12']);
  });

  test('before the keyring is looked into is in the keyring', async () => {
    await kept();
    w.restorer.overtake('p1');
    await w.restorer.restore(profile);
    expect(w.log).toEqual(['restored p1 12']);
  });

  test('while it is looked into counts: a session that has begun stays', async () => {
    await kept();
    const restored = w.restorer.restore(profile);
    w.state.signedIn = true;
    w.restorer.overtake('p1');
    await restored;
    expect(w.log).toEqual([]);
  });
});

describe('a keyring that', () => {
  test('is locked is looked into again after ten seconds, until it is open', async () => {
    await kept();
    w.box.state = 'locked';
    await w.restorer.restore(profile);
    expect(w.log).toEqual(['withdraw p1']);
    expect(w.effects.notKept?.code).toBe('kept.locked');
    expect([w.timer.count, w.timer.next]).toEqual([1, 10_000]);
    w.timer.pass(10_000);
    await drained();
    expect([w.timer.count, w.timer.next]).toEqual([1, 10_000]);
    w.box.state = 'open';
    w.timer.pass(10_000);
    await drained();
    expect(w.log).toEqual(['withdraw p1', 'withdraw p1', 'restored p1 12']);
    expect([w.effects.notKept, w.timer.count]).toEqual([null, 0]);
  });

  test.each([
    ['is not there yet', 'kept.not-encrypted', () => (w.box.state = 'missing')],
    ['is another', 'kept.other-key', () => (w.box.key = 'second')],
  ])('%s is looked into again until the first is there, and nothing is forgotten', async (_, code, change) => {
    await kept();
    change();
    await w.restorer.restore(profile);
    expect(w.log).toEqual(['withdraw p1']);
    expect(w.effects.notKept?.code).toBe(code);
    expect([w.timer.count, w.timer.next]).toEqual([1, 10_000]);
    Object.assign(w.box, { state: 'open', key: 'first' });
    w.timer.pass(10_000);
    await drained();
    expect(w.log).toEqual(['withdraw p1', 'restored p1 12']);
  });

  test('is looked into out of turn has one next look', async () => {
    await kept();
    w.box.state = 'locked';
    await w.restorer.restore(profile);
    await w.restorer.restore(profile);
    expect(w.timer.count).toBe(1);
  });

  test('opens nothing of what is damaged is not asked again, and nothing is forgotten', async () => {
    w.files.texts.set('p1', 'damaged');
    await w.restorer.restore(profile);
    expect(w.log).toEqual(['withdraw p1']);
    expect(w.effects.notKept?.code).toBe('kept.unreadable');
    expect(w.timer.count).toBe(0);
  });

  test('cannot be opened does nothing to a session that is there, and is not asked again', async () => {
    await kept();
    for (const state of ['locked', 'missing'] as const) {
      w.box.state = state;
      w.state.signedIn = true;
      await w.restorer.restore(profile);
    }
    w.box.state = 'open';
    w.box.key = 'second';
    await w.restorer.restore(profile);
    expect(w.log).toEqual([]);
    expect(w.timer.count).toBe(0);
  });

  test('cannot be read at all is said, and what may have been left is taken away', async () => {
    w.files.read = async () => {
      throw new FailureError('file.unreadable', { path: '/s', reason: 'EIO' });
    };
    await w.restorer.restore(profile);
    expect(w.log).toEqual(['withdraw p1']);
    expect(w.effects.notKept?.code).toBe('file.unreadable');
    expect(w.timer.count).toBe(0);
  });
});
