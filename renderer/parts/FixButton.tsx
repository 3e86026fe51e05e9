/** The button of a failure. It shows that it works, and, where the failure stays, what came of it. */
import { useState } from 'react';
import type { Failure, FailureCode } from '../../electron/core/base/failure.ts';
import { useExplain } from './use-explain.ts';

interface Props {
  /** The failure that it is for, where it is for one: that says itself that it is still there. */
  readonly of?: FailureCode;
  readonly label: string;
  /** What it resolves to may be a result, whose failure is then told. */
  readonly run: () => unknown;
  /** What is said once it has run, where that does not show by itself. */
  readonly done?: string | undefined;
}

type State = 'idle' | 'busy' | 'done' | Failure;

export function FixButton({ of, label, run, done }: Props) {
  const [state, setState] = useState<State>('idle');
  const press = async () => {
    if (state === 'busy') return;
    const running = run();
    if (!(running instanceof Promise)) return;
    setState('busy');
    const refusal = refusalOf(await running);
    setState(refusal && refusal.code !== of ? refusal : 'done');
  };
  return (
    <>
      {/* Not disabled, so that it keeps the focus. */}
      <button
        type="button"
        className="button small"
        aria-disabled={state === 'busy'}
        data-busy={state === 'busy' || undefined}
        onClick={press}
      >
        {label}
      </button>
      <span className="failure-done" aria-live="polite">
        {state === 'done' && done}
        {typeof state === 'object' && <Refusal failure={state} />}
      </span>
    </>
  );
}

function Refusal({ failure }: { failure: Failure }) {
  return useExplain(failure).cause;
}

/** A call that fails resolves to its failure. */
function refusalOf(answer: unknown): Failure | null {
  const isResult = typeof answer === 'object' && answer !== null && 'ok' in answer && 'failure' in answer;
  return isResult ? (answer.failure as Failure) : null;
}
