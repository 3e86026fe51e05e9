import { beforeEach, describe, expect, test } from 'vitest';
import { learnIdentity } from '../../../electron/core/aws/learn-identity.ts';
import { AwsClock } from '../../../electron/core/base/aws-clock.ts';
import { type FailureCode, FailureError } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { FakeClock, MORNING } from '../../fakes/clock.ts';
import { FakeSts, IDENTITY } from '../../fakes/sts.ts';

const KEY = { accessKeyId: 'AKIA', secretAccessKey: new Secret('s') };

let clock: AwsClock;
let sts: FakeSts;
beforeEach(() => {
  clock = new AwsClock(new FakeClock());
  sts = new FakeSts(() => MORNING);
});
const learn = () => learnIdentity({ sts, clock }, KEY, 'eu-central-1', new AbortController().signal);
/** AWS refuses so often, and says its time with that. */
const refuse = (thrown: Error, times: number, learned = true) => {
  sts.gate = async () => {
    if (learned) clock.learn(MORNING);
    if (sts.calls.length <= times) throw thrown;
    return undefined;
  };
};

test('is asked for once', async () => {
  expect(await learn()).toEqual(IDENTITY);
  expect(sts.calls).toMatchObject([{ action: 'identity', caller: KEY, region: 'eu-central-1' }]);
});

test('is asked for again once the clock is known', async () => {
  refuse(new FailureError('clock.skewed'), 1);
  expect(await learn()).toEqual(IDENTITY);
  expect(sts.calls).toHaveLength(2);
});

describe('is not asked for again', () => {
  test('and again', async () => {
    const thrown = new FailureError('clock.skewed');
    refuse(thrown, 2);
    await expect(learn()).rejects.toBe(thrown);
    expect(sts.calls).toHaveLength(2);
  });

  test.each<[string, Error, boolean]>([
    ['where nobody has said the time', new FailureError('clock.skewed'), false],
    ...(['key.unknown', 'network.offline', 'sign-in.cancelled'] as FailureCode[]).map(
      (code): [string, Error, boolean] => [`after ${code}`, new FailureError(code), true],
    ),
    ['after what nobody foresaw', new TypeError('x'), true],
  ])('%s', async (_, thrown, learned) => {
    refuse(thrown, 1, learned);
    await expect(learn()).rejects.toBe(thrown);
    expect(sts.calls).toHaveLength(1);
  });
});
