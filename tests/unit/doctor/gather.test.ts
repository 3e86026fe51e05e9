import { beforeEach, describe, expect, test } from 'vitest';
import { FailureError, failure } from '../../../electron/core/base/failure.ts';
import { Doctor } from '../../../electron/core/doctor/doctor.ts';
import type { Facts, Probes } from '../../../electron/core/doctor/facts.ts';
import { gather } from '../../../electron/core/doctor/gather.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { FakeTimer } from '../../fakes/timer.ts';
import { factsWith, NO_MENDS, probesWith } from './facts.ts';

const NAMES = ['git', 'stale', 'profiles', 'desktop', 'notices'] as const satisfies readonly (keyof Probes)[];
const LIMIT = 10_000;
const LATE = failure('doctor.no-answer', { seconds: 10 });
const drained = () => new Promise((resolve) => setImmediate(resolve));

let timer: FakeTimer;
beforeEach(() => {
  timer = new FakeTimer(new FakeClock());
});
const never = () => new Promise<never>(() => {});

test('all are asked at once, and each says what it knows', async () => {
  expect(await gather(probesWith(), timer)).toEqual(factsWith());
  expect(timer.count).toBe(0);
});

describe.each(NAMES)('%s alone is not known, and says why', (name) => {
  const except = (why: object): Facts => factsWith({ [name]: { known: false, why } });

  test('when it has not answered in ten seconds', async () => {
    let facts: Facts | null = null;
    const gathered = gather(probesWith({ [name]: never }), timer).then((all) => (facts = all));
    await drained();
    timer.pass(LIMIT - 1);
    await drained();
    expect(facts).toBeNull();
    timer.pass(1);
    expect(await gathered).toEqual(except(LATE));
    expect(timer.count).toBe(0);
  });

  test('when it rejects', async () => {
    const why = failure('git.config-failed', { message: 'm' });
    const rejects = async () => {
      throw FailureError.of(why);
    };
    expect(await gather(probesWith({ [name]: rejects }), timer)).toEqual(except(why));
    expect(timer.count).toBe(0);
  });

  test('when it throws at once, for an unknown reason, which is not quoted', async () => {
    const throws = () => {
      throw new TypeError('planted');
    };
    expect(await gather(probesWith({ [name]: throws }), timer)).toEqual(
      except(failure('internal.unexpected', { kind: 'TypeError' })),
    );
    expect(timer.count).toBe(0);
  });

  test('also where it answers later', async () => {
    let answer = () => {};
    const late = () =>
      new Promise((resolve, reject) => {
        answer = () => (name === 'git' ? reject(new Error()) : resolve([]));
      });
    const gathered = gather(probesWith({ [name]: late }), timer);
    await drained();
    timer.pass(LIMIT);
    answer();
    expect(await gathered).toEqual(except(LATE));
  });
});

test('one that is late holds up no other: all wait for the same ten seconds', async () => {
  const gathered = gather({ git: never, stale: never, profiles: never, desktop: never, notices: never }, timer);
  await drained();
  expect(timer.count).toBe(5);
  timer.pass(LIMIT);
  expect(Object.values(await gathered)).toEqual(Array(5).fill({ known: false, why: LATE }));
});

test('an examination asks anew each time', async () => {
  const versions: (string | null)[] = ['2.39.5', null];
  const git = async () => ({ version: versions.shift() ?? null, setUp: true, findings: [] });
  const doctor = new Doctor(probesWith({ git }), NO_MENDS, timer);
  expect((await doctor.examine()).well).toBe(true);
  const { well, checks } = await doctor.examine();
  expect([well, checks[0]?.verdict]).toEqual([false, 'error']);
});
