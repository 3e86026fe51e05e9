/** One call at a time with what a surface shows of it: that it runs, and why it failed. A late answer is dropped. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '../../electron/core/base/failure.ts';

export interface CallState<T> {
  readonly pending: boolean;
  /** That of the run before stays while another runs, so that nothing jumps. */
  readonly failure: Failure | null;
  /** What the run resolved to; null while it runs and where it failed. */
  readonly value: T | null;
  /** What the last good run resolved to, also while another runs. */
  readonly last: T | null;
}

const IDLE = { pending: false, failure: null, value: null, last: null };

export function useCall<A extends readonly unknown[], T>(call: (...input: A) => Promise<Result<T>>) {
  const [state, setState] = useState<CallState<T>>(IDLE);
  const latest = useRef(0);
  const current = useRef(call);
  useEffect(() => {
    current.current = call;
  });
  useEffect(
    () => () => {
      latest.current += 1;
    },
    [],
  );

  const run = useCallback(async (...input: A): Promise<Result<T> | null> => {
    const mine = ++latest.current;
    setState(({ failure, last }) => ({ ...IDLE, failure, last, pending: true }));
    const answer = await current.current(...input);
    if (latest.current !== mine) return null;
    setState(({ last }) => ({
      pending: false,
      failure: answer.ok ? null : answer.failure,
      value: answer.ok ? answer.value : null,
      last: answer.ok ? answer.value : last,
    }));
    return answer;
  }, []);
  const reset = useCallback(() => {
    latest.current += 1;
    setState(IDLE);
  }, []);
  return { ...state, run, reset };
}
