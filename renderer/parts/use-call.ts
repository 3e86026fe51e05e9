/** One call at a time with what a surface shows of it: that it runs, and why it failed. A late answer is dropped. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '../../electron/core/base/failure.ts';

export interface CallState<T> {
  readonly pending: boolean;
  readonly failure: Failure | null;
  /** What the run resolved to; null while it runs and where it failed. */
  readonly value: T | null;
  /** What the last good run resolved to, also while another runs. */
  readonly last: T | null;
  /** Why the last run failed, also while another runs: what is shown of it stays until that one has ended. */
  readonly lastFailure: Failure | null;
}

const IDLE = { pending: false, failure: null, value: null, last: null, lastFailure: null };

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
    setState(({ last, lastFailure }) => ({ ...IDLE, last, lastFailure, pending: true }));
    const answer = await current.current(...input);
    if (latest.current !== mine) return null;
    setState(({ last }) => ({
      pending: false,
      failure: answer.ok ? null : answer.failure,
      lastFailure: answer.ok ? null : answer.failure,
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
