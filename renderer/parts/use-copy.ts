/** Copies by a call, and says for a while that it did. */
import { useEffect, useState } from 'react';
import type { Result } from '../../electron/core/base/failure.ts';
import { useCall } from './use-call.ts';

const SAY_COPIED_MS = 6_000;

export function useCopy<A extends readonly unknown[]>(call: (...input: A) => Promise<Result<null>>) {
  const { run, pending, failure } = useCall(call);
  const [copies, setCopies] = useState(0);
  useEffect(() => {
    if (!copies) return;
    const timer = setTimeout(() => setCopies(0), SAY_COPIED_MS);
    return () => clearTimeout(timer);
  }, [copies]);
  const copy = async (...input: A) => {
    const answer = await run(...input);
    setCopies((n) => (answer?.ok ? n + 1 : 0));
  };
  return { copy, pending, failure, copied: copies > 0 };
}
