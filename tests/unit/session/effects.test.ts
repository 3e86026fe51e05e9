import { beforeEach, describe, expect, test } from 'vitest';
import type { SharedFile } from '../../../electron/core/aws-files/port.ts';
import { AwsClock } from '../../../electron/core/base/aws-clock.ts';
import { type FailureCode, FailureError } from '../../../electron/core/base/failure.ts';
import { type EffectNews, Effects } from '../../../electron/core/session/effects.ts';
import { Keeper } from '../../../electron/core/session/keeper.ts';
import type { ProfileSettings } from '../../../electron/core/settings/settings.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { FakeSealedFiles } from '../../fakes/sealed-files.ts';
import { FakeSecretBox, provenSeal } from '../../fakes/secret-box.ts';
import { FakeTimer } from '../../fakes/timer.ts';
import { HOUR, MINUTE, profileWith, sessionWith } from '../samples.ts';
import { drained } from './computer.ts';

const one = profileWith({ id: 'p1', name: 'one' });
const two = profileWith({ id: 'p2', name: 'two' });
const session = sessionWith();
const why = (code: FailureCode) => ({ code, params: { path: '/f', reason: 'EIO' } });

function world() {
  const wall = new FakeClock();
  const clock = new AwsClock(wall);
  const timer = new FakeTimer(wall);
  const box = new FakeSecretBox();
  const kept = new FakeSealedFiles();
  const log: string[] = [];
  const news: string[] = [];
  const state = { profiles: [one, two] as ProfileSettings[], broken: null as FailureCode | null, changes: 0 };
  const signedIn = new Set(['p1', 'p2', 'p3']);
  /** Waited for before each write. */
  const gate = { opened: Promise.resolve() };
  const write = async (line: string) => {
    await gate.opened;
    if (state.broken) throw new FailureError(state.broken, why(state.broken).params);
    log.push(line);
  };
  const tell = (told: EffectNews) => {
    news.push(`${told.is} ${told.profile.name} ${told.why.code} ${told.thrown instanceof Error}`);
  };
  const effects = new Effects(
    {
      clock,
      timer,
      keeper: new Keeper(provenSeal(box), kept),
      profiles: () => state.profiles,
      delivery: {
        deliver: ({ name }, { id }) => write(`deliver ${name} ${id}`),
        withdraw: ({ name }) => write(`withdraw ${name}`),
        renew: ({ name }, before) => write(`renew ${name} of ${before.name}`),
        remove: ({ name }, file) => write(`remove ${name} ${file}`),
      },
      changed: () => void state.changes++,
    },
    tell,
    (profile) => signedIn.has(profile),
  );
  const pass = async (ms: number) => {
    for (let left = ms; left > 0; left -= MINUTE) {
      timer.pass(Math.min(left, MINUTE));
      await drained();
    }
  };
  return { wall, clock, timer, box, kept, log, news, state, signedIn, gate, effects, pass };
}
let w: ReturnType<typeof world>;
beforeEach(() => {
  w = world();
});

describe('one after another', () => {
  test('for one profile, so that a withdrawal never overtakes a delivery; others do not wait for it', async () => {
    let open = () => {};
    w.gate.opened = new Promise((resolve) => {
      open = resolve;
    });
    w.effects.deliver(one, session);
    w.effects.withdraw(one);
    await drained();
    w.gate.opened = Promise.resolve();
    w.effects.deliver(two, session);
    await w.effects.settled('p2');
    expect(w.log).toEqual(['deliver two 1']);
    open();
    await w.effects.settled('p1');
    expect(w.log).toEqual(['deliver two 1', 'deliver one 1', 'withdraw one']);
  });

  test('each with the profile as it is by then, or as it was where it is no more', async () => {
    w.effects.deliver(one, session);
    w.effects.withdraw(two);
    w.state.profiles = [{ ...one, name: 'renamed' }];
    await Promise.all([w.effects.settled('p1'), w.effects.settled('p2')]);
    expect(w.log).toEqual(['deliver renamed 1', 'withdraw two']);
  });

  test('one that fails does not hold up the next', async () => {
    w.kept.broken = 'file.failed';
    w.effects.forget(one);
    w.effects.deliver(one, session);
    await w.effects.settled('p1');
    expect(w.news).toEqual(['failed one file.failed true']);
    expect(w.log).toEqual(['deliver one 1']);
    expect([w.effects.owed('p1'), w.timer.count]).toEqual([null, 0]);
  });

  test('nothing is waited for where there is nothing', async () => {
    expect(await w.effects.settled('p1')).toBeUndefined();
  });
});

describe('what could not be done is owed', () => {
  beforeEach(async () => {
    w.state.broken = 'file.disk-full';
    w.effects.deliver(one, session);
    await w.effects.settled('p1');
  });

  test('which is told once, tried each minute, and told when it is done', async () => {
    expect(w.effects.owed('p1')).toEqual(why('file.disk-full'));
    expect(w.effects.owed('p2')).toBeNull();
    w.state.broken = 'file.read-only';
    await w.pass(3 * MINUTE);
    expect(w.news).toEqual(['failed one file.disk-full true']);
    expect(w.effects.owed('p1')).toEqual(why('file.disk-full'));
    w.state.broken = null;
    await w.pass(MINUTE - 1);
    expect(w.log).toEqual([]);
    await w.pass(1);
    expect(w.log).toEqual(['deliver one 1']);
    expect(w.news.slice(1)).toEqual(['recovered one file.disk-full false']);
    expect([w.effects.owed('p1'), w.timer.count]).toEqual([null, 0]);
  });

  test('with the profile as it is when it can be done', async () => {
    w.state.profiles = [{ ...one, name: 'renamed' }];
    w.state.broken = null;
    await w.pass(MINUTE);
    expect(w.log).toEqual(['deliver renamed 1']);
  });

  test('until something newer has the same place: that alone is done', async () => {
    w.state.broken = null;
    w.effects.withdraw(one);
    await w.effects.settled('p1');
    expect(w.news.slice(1)).toEqual(['recovered one file.disk-full false']);
    expect([w.effects.owed('p1'), w.timer.count]).toEqual([null, 0]);
    await w.pass(2 * MINUTE);
    expect(w.log).toEqual(['withdraw one']);
  });

  test('and where that fails too, that alone is owed, for its reason', async () => {
    w.state.broken = 'file.read-only';
    w.effects.withdraw(one);
    await w.effects.settled('p1');
    expect(w.effects.owed('p1')).toEqual(why('file.read-only'));
    expect(w.timer.count).toBe(1);
    w.state.broken = null;
    await w.pass(MINUTE);
    expect(w.log).toEqual(['withdraw one']);
  });

  test('and can be tried at once, which is for this profile alone', async () => {
    w.effects.deliver(two, session);
    await w.effects.settled('p2');
    w.state.broken = null;
    w.effects.payNow('p1');
    // Twice at once is once.
    w.effects.payNow('p1');
    await w.effects.settled('p1');
    expect(w.log).toEqual(['deliver one 1']);
    expect(w.news.slice(2)).toEqual(['recovered one file.disk-full false']);
    expect(w.effects.owed('p2')).not.toBeNull();
    await w.pass(5 * MINUTE);
    expect(w.log).toEqual(['deliver one 1', 'deliver two 1']);
  });

  test('also when it is tried in vain', async () => {
    w.effects.payNow('p1');
    await w.effects.settled('p1');
    expect(w.effects.owed('p1')).toEqual(why('file.disk-full'));
    expect(w.timer.count).toBe(1);
    expect(w.news).toHaveLength(1);
  });
});

describe('another profile that has the name by then', () => {
  test.each([
    ['takes nothing away from it', [two, { ...one, name: 'two' }], []],
    ['but its own', [two, one], ['withdraw one']],
    ['nor what nobody has', [], ['withdraw one']],
  ])('%s', async (_, profiles, log) => {
    w.state.profiles = profiles;
    w.effects.withdraw(one);
    await w.effects.settled('p1');
    expect(w.log).toEqual(log);
  });

  test('is asked for when the turn comes', async () => {
    w.state.broken = 'file.disk-full';
    w.state.profiles = [];
    w.effects.withdraw(one);
    await w.effects.settled('p1');
    w.state.profiles = [{ ...two, name: 'one' }];
    w.state.broken = null;
    await w.pass(MINUTE);
    expect(w.log).toEqual([]);
    expect(w.effects.owed('p1')).toBeNull();
  });
});

describe('a place that was left is cleared', () => {
  const BOTH: readonly SharedFile[] = ['credentials', 'config'];
  const left = { ...one, name: 'old' };
  const holding = (delivery: 'file' | 'process', name = 'old', id = 'p2') => profileWith({ id, name, delivery });
  test.each<[string, readonly SharedFile[], readonly ProfileSettings[], readonly string[]]>([
    ['in both files', BOTH, [one, two], ['remove old credentials', 'remove old config']],
    ['in one', ['config'], [one, two], ['remove old config']],
    ['in none', [], [one, two], []],
    ['but not where another has its keys', BOTH, [one, holding('file')], ['renew old of old']],
    [
      'but not where another has its command',
      BOTH,
      [holding('process')],
      ['remove old credentials', 'renew old of old'],
    ],
    ['but not where the same one is again', BOTH, [holding('file', 'old', 'p1')], ['renew old of old']],
    [
      'whatever others have elsewhere',
      BOTH,
      [holding('process', 'other'), holding('file', 'third', 'p3')],
      ['remove old credentials', 'remove old config'],
    ],
  ])('%s', async (_, files, profiles, log) => {
    w.state.profiles = [...profiles];
    w.effects.leave(left, files);
    await w.effects.settled('p1');
    expect(w.log).toEqual(log);
  });

  test.each<[string, ProfileSettings, readonly string[]]>([
    ['the keys there are not its own', holding('file'), ['remove old credentials', 'renew old of old']],
    ['nor are they its own again', holding('file', 'old', 'p1'), ['remove old credentials', 'renew old of old']],
    ['its command stays', holding('process'), ['remove old credentials', 'renew old of old']],
  ])('and where another is there without a session, %s', async (_, holder, log) => {
    w.signedIn.delete(holder.id);
    w.state.profiles = [holder];
    w.effects.leave(left, BOTH);
    await w.effects.settled('p1');
    expect(w.log).toEqual(log);
  });

  test('each for itself: neither a later one nor a delivery takes its place', async () => {
    w.state.broken = 'file.disk-full';
    w.effects.leave(left, BOTH);
    w.effects.leave({ ...one, name: 'older' }, BOTH);
    w.effects.leave(left, ['config']);
    w.effects.deliver(one, session);
    await w.effects.settled('p1');
    expect(w.timer.count).toBe(4);
    w.state.broken = null;
    await w.pass(MINUTE);
    expect(w.log).toEqual([
      'remove old credentials',
      'remove old config',
      'remove older credentials',
      'remove older config',
      'remove old config',
      'deliver one 1',
    ]);
    expect([w.effects.owed('p1'), w.timer.count]).toEqual([null, 0]);
  });
});

describe('keeping', () => {
  const keep = async (act = () => w.effects.keep(one, session)) => {
    act();
    await w.effects.settled('p1');
  };
  const again = () => keep(() => w.effects.keepAgain(one, session));
  const writes = async () => {
    const before = w.kept.texts.get('p1');
    w.kept.texts.delete('p1');
    await again();
    const wrote = w.kept.texts.has('p1');
    if (before && !wrote) w.kept.texts.set('p1', before);
    return wrote;
  };

  test('seals the session, and says why where it cannot', async () => {
    await keep();
    expect([...w.kept.texts.keys()]).toEqual(['p1']);
    expect(w.effects.notKept).toBeNull();
    w.box.state = 'missing';
    const { changes } = w.state;
    await keep();
    expect(w.effects.notKept?.code).toBe('kept.not-encrypted');
    expect(w.state.changes).toBe(changes + 1);
    await keep(() => w.effects.forget(one));
    expect(w.kept.texts.size).toBe(0);
    expect(w.news).toEqual([]);
  });

  test('is not done again where it was never done, or nothing has changed', async () => {
    expect(await writes()).toBe(false);
    await keep();
    expect(await writes()).toBe(false);
    w.clock.learn(w.wall.wall());
    w.wall.jump(2_000);
    expect(await writes()).toBe(false);
  });

  test.each([-HOUR, HOUR, -2_001, 2_001])('follows a clock that was set by %i ms, once', async (jump) => {
    w.clock.learn(w.wall.wall());
    await keep();
    w.wall.jump(jump);
    expect(await writes()).toBe(true);
    expect(await writes()).toBe(false);
  });

  test.each(['locked', 'missing'] as const)('follows a keyring that was %s', async (state) => {
    w.box.state = state;
    await keep();
    w.box.state = 'open';
    expect(await writes()).toBe(true);
    expect(await writes()).toBe(false);
  });

  test('is of each profile by itself', async () => {
    w.box.state = 'locked';
    w.effects.keep(two, session);
    await w.effects.settled('p2');
    w.box.state = 'open';
    expect(await writes()).toBe(false);
  });
});
