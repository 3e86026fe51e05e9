import { describe, expect, test } from 'vitest';
import { Attempts } from '../../../electron/core/authenticator/attempts.ts';
import { failure } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { MORNING } from '../../fakes/clock.ts';
import { MINUTE } from '../samples.ts';

const ANN = 'arn:aws:iam::123456789012:mfa/ann';
const BOB = 'arn:aws:iam::123456789012:mfa/bob';
const STEP = 30_000;
const code = (n: number) => new Secret(String(n).padStart(6, '0'));

describe('a used code', () => {
  test.each([
    ['at once', 0, 'code.used'],
    ['in the next step', STEP, 'code.used'],
    ['as long as AWS could still know it', 5 * STEP - 1, 'code.used'],
    ['when the same digits are another code', 5 * STEP, null],
    ['if the clock has gone back since', -MINUTE, 'code.used'],
    ['if the clock has gone back by less than is remembered', 1 - 5 * MINUTE, 'code.used'],
    ['but not if it has gone back further', -5 * MINUTE, null],
  ])('is refused %s', (_, later, expected) => {
    const attempts = new Attempts();
    expect(attempts.objection(ANN, code(123456), MORNING)).toBeNull();
    attempts.sent(ANN, code(123456), MORNING);
    expect(attempts.objection(ANN, code(123456), MORNING + later)?.code ?? null).toBe(expected);
  });

  test('of one device is none of another', () => {
    const attempts = new Attempts();
    attempts.sent(ANN, code(123456), MORNING);
    expect(attempts.objection(BOB, code(123456), MORNING)).toBeNull();
    expect(attempts.objection(ANN, code(123457), MORNING)).toBeNull();
  });

  test.each([
    [0, 30],
    [1, 30],
    [1_000, 29],
    [29_000, 1],
    [29_999, 1],
  ])('says when the next one comes: %i ms into a step, %i s', (into, seconds) => {
    const attempts = new Attempts();
    attempts.sent(ANN, code(123456), MORNING);
    const objection = attempts.objection(ANN, code(123456), MORNING + into);
    expect(objection).toEqual(failure('code.used', { seconds, until: MORNING + 30_000 }));
  });
});

describe('a device that is tried too often', () => {
  test('rests after seven tries, until the first of them is five minutes old', () => {
    const attempts = new Attempts();
    for (let i = 0; i < 7; i++) {
      expect(attempts.objection(ANN, code(i), MORNING + i * 1_000)).toBeNull();
      attempts.sent(ANN, code(i), MORNING + i * 1_000);
    }
    const now = MORNING + 10_000;
    const rest = failure('device.cooling-down', { seconds: 290, until: MORNING + 5 * MINUTE });
    expect(attempts.objection(ANN, code(7), now)).toEqual(rest);
    expect(attempts.objection(ANN, code(7), now + 1)).toEqual(rest);
    expect(attempts.objection(ANN, code(7), now + 999)?.params.seconds).toBe(290);
    expect(attempts.objection(ANN, code(7), now + 1_000)?.params.seconds).toBe(289);
    expect(attempts.pausedUntil(ANN, now)).toBe(MORNING + 5 * MINUTE);
    expect(attempts.objection(BOB, code(7), now)).toBeNull();
    expect(attempts.objection(ANN, code(7), MORNING + 5 * MINUTE - 1)?.code).toBe('device.cooling-down');
    expect(attempts.objection(ANN, code(7), MORNING + 5 * MINUTE)).toBeNull();
  });

  test('never has the nine tries in five minutes after which AWS locks it, however fast a person types', () => {
    const attempts = new Attempts();
    const sent: number[] = [];
    for (let i = 0; i < 600; i++) {
      const now = MORNING + i * 2_000;
      if (attempts.objection(ANN, code(i), now)) continue;
      attempts.sent(ANN, code(i), now);
      sent.push(now);
    }
    for (const [i, at] of sent.entries()) expect((sent[i + 8] ?? Infinity) - at).toBeGreaterThanOrEqual(5 * MINUTE);
    expect(sent.length).toBeGreaterThan(20);
  });
});

describe('the words that AWS uses for a wrong serial and for a locked device', () => {
  const refused = failure('device.refused', { message: 'unable to validate MFA code' });

  test('mean a wrong serial until the device has worked once', () => {
    const attempts = new Attempts();
    attempts.accepted(BOB);
    expect(attempts.explain(refused, ANN, MORNING)).toBe(refused);
  });

  test('mean a locked device from then on', () => {
    const attempts = new Attempts();
    attempts.accepted(ANN);
    expect(attempts.explain(refused, ANN, MORNING)).toEqual(
      failure('device.cooling-down', { seconds: 300, until: MORNING + 5 * MINUTE }),
    );
    const other = failure('code.rejected');
    expect(attempts.explain(other, ANN, MORNING)).toBe(other);
  });
});
