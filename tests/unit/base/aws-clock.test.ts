import { describe, expect, test } from 'vitest';
import { AwsClock } from '../../../electron/core/base/aws-clock.ts';
import { FakeClock, MORNING } from '../../fakes/clock.ts';
import { HOUR, MINUTE } from '../samples.ts';

/** AWS's time is MORNING when the test begins; this computer's clock is off by `off`. */
const world = (off = 0) => {
  const clock = new FakeClock(MORNING + off);
  return { clock, aws: new AwsClock(clock) };
};

describe('before AWS has been heard', () => {
  test('the wall clock has to do', () => {
    const { clock, aws } = world(HOUR);
    expect(aws.learned).toBe(false);
    expect(aws.now()).toBe(MORNING + HOUR);
    clock.jump(-HOUR);
    expect(aws.now()).toBe(MORNING);
    expect(aws.offset()).toBe(0);
  });

  test.each([
    ['an offset of an earlier run is believed', -HOUR, -HOUR],
    ['one within the tolerance is none', 2_000, 0],
    ['one within the tolerance is none', -2_000, 0],
    ['one just beyond it is some', 2_001, 2_001],
    ['one just beyond it is some', -2_001, -2_001],
  ])('%s', (_, suggested, offset) => {
    const { aws } = world();
    aws.suggest(suggested);
    expect(aws.offset()).toBe(offset);
    expect(aws.now()).toBe(MORNING + offset);
    expect(aws.learned).toBe(false);
  });

  test('what AWS says outweighs what an earlier run said', () => {
    const { aws } = world();
    aws.suggest(3 * HOUR);
    expect(aws.learn(MORNING)).toBe(true);
    expect(aws.offset()).toBe(0);
    aws.suggest(3 * HOUR);
    expect(aws.offset()).toBe(0);
  });
});

describe('once AWS has been heard', () => {
  test.each([
    ['right', 0, 0, false],
    ['off by less than can be told', 1_900, 0, false],
    ['an hour fast', HOUR, -HOUR, true],
    ['an hour slow', -HOUR, HOUR, true],
    ['in another year', -400 * 24 * HOUR, 400 * 24 * HOUR, true],
  ])('a clock that is %s', (_, off, offset, changed) => {
    const { aws } = world(off);
    expect(aws.learn(MORNING)).toBe(changed);
    expect(aws.learned).toBe(true);
    // `Date` is in whole seconds: half of one is what cannot be known.
    expect(Math.abs(aws.offset() - offset)).toBeLessThanOrEqual(500);
  });

  test('a clock that is then set, forth and back, changes nothing but the offset', () => {
    const { clock, aws } = world();
    aws.learn(MORNING);
    for (const jump of [5 * HOUR, -9 * HOUR, MINUTE]) {
      const before = aws.now();
      clock.jump(jump);
      expect(aws.now()).toBe(before);
    }
    expect(aws.offset()).toBe(-(5 - 9) * HOUR - MINUTE);
  });

  test.each([
    ['the wall clock is within the tolerance', 2_000, 0],
    ['the wall clock is just beyond it', 2_001, -2_001],
    ['the wall clock is a part of a millisecond beyond it', 2_000.6, -2_001],
  ])('the offset when %s', (_, jump, offset) => {
    const { clock, aws } = world();
    aws.learn(MORNING);
    clock.jump(jump);
    expect(aws.offset()).toBe(offset);
  });

  // AWS wrote the whole second in which it was, at some moment of the wait; two seconds more are let pass.
  test.each([
    ['as early as can be', -2_000, 0, false],
    ['too early', -2_001, 0, true],
    ['as late as can be', 3_000, 0, false],
    ['too late', 3_001, 0, true],
    ['as late as its wait explains', 13_000, 10_000, false],
    ['later than its wait explains', 13_001, 10_000, true],
  ])('a clock that is off: %s', (_, off, waited, changed) => {
    const { aws } = world(off);
    expect(aws.learn(MORNING, waited)).toBe(changed);
    expect(aws.now()).toBe(changed ? MORNING + 500 + waited / 2 : MORNING + off);
  });

  test('an answer at once is one without a wait', () => {
    expect(world(3_000).aws.learn(MORNING)).toBe(false);
    const { aws } = world(3_001);
    expect(aws.learn(MORNING)).toBe(true);
    expect(aws.now()).toBe(MORNING + 500);
  });

  test('a later answer mends a time that is found to be wrong', () => {
    const { clock, aws } = world();
    aws.learn(MORNING);
    clock.advance(MINUTE);
    expect(aws.learn(MORNING + HOUR)).toBe(true);
    expect(aws.now()).toBe(MORNING + HOUR + 500);
  });

  test('suspended hours count', () => {
    const { clock, aws } = world(-HOUR);
    aws.learn(MORNING);
    const before = aws.now();
    clock.advance(8 * HOUR);
    expect(aws.now()).toBe(before + 8 * HOUR);
  });

  test('many answers in a row do not make the time wander', () => {
    const { clock, aws } = world();
    for (let i = 0; i < 1_000; i++) {
      clock.advance(37_123);
      // Each says the whole second in which it was written.
      expect(aws.learn(Math.floor(clock.wall() / 1000) * 1000)).toBe(false);
      expect(Math.abs(aws.now() - clock.wall())).toBeLessThanOrEqual(2_000);
    }
  });
});

describe('an answer that took long', () => {
  const SECOND = 1_000;

  test.each([
    ['written at once, heard late', 0],
    ['written late, heard at once', 18 * SECOND],
    ['written in between', 7 * SECOND],
  ])('moves nothing that its wait explains: %s', (_, written) => {
    const { clock, aws } = world();
    aws.learn(MORNING);
    clock.advance(18 * SECOND);
    expect(aws.learn(MORNING + written, 18 * SECOND)).toBe(false);
    expect(aws.now()).toBe(MORNING + 18 * SECOND);
  });

  test('still shows a clock that is wrong, to within the wait', () => {
    const { clock, aws } = world(-HOUR);
    clock.advance(10 * SECOND);
    expect(aws.learn(MORNING + 3 * SECOND, 10 * SECOND)).toBe(true);
    expect(Math.abs(aws.now() - (MORNING + 10 * SECOND))).toBeLessThanOrEqual(10 * SECOND);
  });

  test.each([
    [30_000, true],
    [30_001, false],
  ])('of %i ms is listened to: %s', (waited, heard) => {
    const { aws } = world(HOUR);
    expect(aws.learn(MORNING, waited)).toBe(heard);
    expect(aws.learned).toBe(heard);
  });

  test('says nothing when the computer slept meanwhile', () => {
    const { clock, aws } = world();
    aws.learn(MORNING);
    clock.advance(9 * HOUR);
    expect(aws.learn(MORNING, 9 * HOUR)).toBe(false);
    expect(aws.now()).toBe(MORNING + 9 * HOUR);
  });
});
