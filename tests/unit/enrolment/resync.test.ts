// An authenticator that drifts: noticed by refusals, brought into step by two codes.
import { describe, expect, test } from 'vitest';
import { type FailureCode, FailureError, failure, failureOf } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { AppWorld } from '../../fakes/app-world.ts';
import { choiceWith, MINUTE } from '../samples.ts';

const codes = (first: string, second: string) => [new Secret(first), new Secret(second)] as const;
const why = (asked: Promise<unknown>) =>
  asked.then(
    () => 'none',
    (thrown) => failureOf(thrown).code,
  );

/** A phone of which AWS takes no code. */
function drifting(code: FailureCode = 'code.rejected') {
  const w = new AppWorld();
  const id = w.add(choiceWith());
  w.sts.gate = async ({ mfa }) => {
    if (mfa) throw new FailureError(code);
    return undefined;
  };
  let n = 100_000;
  const refusal = () =>
    w.app.signIns.withCode(id, new Secret(String(n++))).then(() => failure('key.missing'), failureOf);
  return { w, id, refusal };
}

describe('three codes that AWS refuses in a row', () => {
  test('are no slips of the hand', async () => {
    const { refusal } = drifting();
    const seen = [await refusal(), await refusal(), await refusal(), await refusal()];
    expect(seen.map(({ code }) => code)).toEqual(['code.rejected', 'code.rejected', 'code.drifting', 'code.drifting']);
    expect(seen[2]?.params.profile).toBe('work');
  });

  test('but not with one between them that it took', async () => {
    const { w, id, refusal } = drifting();
    const { gate } = w.sts;
    await refusal();
    await refusal();
    w.sts.gate = async () => undefined;
    await w.signIn(id, '999999');
    w.sts.gate = gate;
    expect((await refusal()).code).toBe('code.rejected');
  });

  test('another refusal is none of them', async () => {
    const { refusal } = drifting('device.refused');
    const seen = [await refusal(), await refusal(), await refusal()];
    expect(seen.map(({ code }) => code)).toEqual(['device.refused', 'device.refused', 'device.refused']);
  });

  test.each([
    [10 * MINUTE, 10, 'clock-ahead'],
    [70_000, 1, 'clock-ahead'],
    [-3 * MINUTE, 3, 'clock-behind'],
  ])('where this computer’s clock is off by %i ms, that is said first', async (off, minutes, reason) => {
    const { w, refusal } = drifting();
    w.time?.heard(w.clock.wall() - off, 0);
    await refusal();
    await refusal();
    expect(await refusal()).toEqual(failure('code.clock', { minutes, reason, profile: 'work' }));
  });

  test('a clock that is off by less than AWS bears is not the cause', async () => {
    const { w, refusal } = drifting();
    w.time?.heard(w.clock.wall() - 55_000, 0);
    await refusal();
    await refusal();
    expect((await refusal()).code).toBe('code.drifting');
  });

  test('made from a kept secret, they are the secret’s fault', async () => {
    const { w, id } = drifting();
    await w.app.authenticators.store(id, new Secret('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'));
    for (let n = 0; n < 4; n++) {
      expect(await why(w.app.signIns.withoutCode(id))).toBe('totp.refused');
      w.timer.pass(MINUTE);
    }
  });
});

describe('two codes that bring it into step', () => {
  test('are sent with the user and the device, and then a code is taken again', async () => {
    const { w, id, refusal } = drifting();
    for (let n = 0; n < 7; n++) await refusal();
    expect((await refusal()).code).toBe('device.cooling-down');
    await w.app.resync(id, codes('111111', '222222'));
    expect(w.iam.done).toEqual(['resync ann ann 111111 222222']);
    expect(w.app.view().profiles[0]?.failure).toBeNull();
    w.sts.gate = async () => undefined;
    expect(await why(w.app.signIns.withCode(id, new Secret('222222')))).toBe('code.used');
    expect(w.app.view().profiles[0]?.nextCodeAt).toBe(w.clock.wall() + 30_000);
    await w.signIn(id, '333333');
    expect(w.app.view().profiles[0]?.phase).toBe('active');
  });

  test.each([
    ['the same twice', '111111', '111111', 'enrol.same-code'],
    ['no code', '11111', '222222', 'code.malformed'],
  ])('%s: not sent', async (_, first, second, code) => {
    const { w, id } = drifting();
    expect(await why(w.app.resync(id, codes(first, second)))).toBe(code);
    expect(w.iam.done).toEqual([]);
  });

  test.each(['enrol.codes-refused', 'enrol.denied', 'enrol.gone', 'enrol.busy', 'network.offline'] as const)(
    'refused with %s: said, and nothing is taken for spent',
    async (code) => {
      const { w, id } = drifting();
      w.iam.gate = () => {
        throw new FailureError(code);
      };
      const thrown = await w.app.resync(id, codes('111111', '222222')).catch(failureOf);
      expect(thrown).toMatchObject({ code, params: { profile: 'work' } });
      w.sts.gate = async () => undefined;
      await w.signIn(id, '222222');
      expect(w.app.view().profiles[0]?.phase).toBe('active');
    },
  );
});
