// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { failure, type Result } from '../../electron/core/base/failure.ts';
import { useCall } from '../../renderer/parts/use-call.ts';

afterEach(cleanup);

/** A call whose answers the test gives, in the order that it likes. */
function slowCall() {
  const answers: ((answer: Result<string>) => void)[] = [];
  const call = (_: number) => new Promise<Result<string>>((answer) => answers.push(answer));
  const { result, unmount } = renderHook(() => useCall(call));
  const answer = (i: number, given: Result<string>) => act(async () => answers[i]?.(given));
  const run = (n: number) => {
    let running: Promise<unknown> = Promise.resolve();
    act(() => {
      running = result.current.run(n);
    });
    return running;
  };
  return { result, answer, run, unmount };
}

describe('useCall', () => {
  test('tells that it runs, and then what came', async () => {
    const { result, answer, run } = slowCall();
    expect(result.current).toMatchObject({ pending: false, failure: null, value: null });
    run(1);
    expect(result.current).toMatchObject({ pending: true, failure: null, value: null });
    await answer(0, { ok: true, value: 'a' });
    expect(result.current).toMatchObject({ pending: false, failure: null, value: 'a' });
  });

  test('a failure takes the place of the value, and stays until the next answer, so that nothing jumps', async () => {
    const { result, answer, run } = slowCall();
    const why = failure('network.offline', { host: 'sts' });
    run(1);
    await answer(0, { ok: false, failure: why });
    expect(result.current).toMatchObject({ pending: false, failure: why, value: null });
    run(2);
    expect(result.current).toMatchObject({ pending: true, failure: why });
    await answer(1, { ok: true, value: 'a' });
    expect(result.current).toMatchObject({ pending: false, failure: null, value: 'a' });
  });

  test('an answer to an earlier run is dropped', async () => {
    const { result, answer, run } = slowCall();
    const first = run(1);
    run(2);
    await answer(1, { ok: true, value: 'second' });
    await answer(0, { ok: true, value: 'first' });
    expect(result.current.value).toBe('second');
    expect(await first).toBeNull();
  });

  test('an answer after a reset, or after the surface has gone, is dropped', async () => {
    const { result, answer, run, unmount } = slowCall();
    run(1);
    act(() => result.current.reset());
    await answer(0, { ok: true, value: 'late' });
    expect(result.current).toMatchObject({ pending: false, value: null });
    const last = run(2);
    unmount();
    await answer(1, { ok: true, value: 'later' });
    expect(await last).toBeNull();
  });
});
