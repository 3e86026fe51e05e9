/** A failure of the catalogue: its cause, what to do, and the button that does it where this surface can. */
import { FAILURES, type Failure } from '../../electron/core/base/failure.ts';
import { useDaypass } from './daypass-context.ts';
import { Icon } from './Icon.tsx';
import { useExplain } from './use-explain.ts';
import { type FixHandlers, useFix } from './use-fix.ts';

interface Props extends FixHandlers {
  readonly failure: Failure;
  /** Whose it is, by name, where that is not clear from where it stands. */
  readonly of?: string | null;
  /** What was seen, and where. */
  readonly evidence?: readonly string[];
}

export function FailureBox({ failure, of = null, evidence = [], ...handlers }: Props) {
  const { texts } = useDaypass();
  const { cause, fix } = useExplain(failure);
  const mend = useFix(failure, handlers);
  const { severity } = FAILURES[failure.code];
  return (
    <div className="failure" data-severity={severity} role={severity === 'info' ? 'status' : 'alert'}>
      <Icon name={severity === 'info' ? 'info' : 'warning'} />
      <div className="failure-text">
        <p className="failure-cause">{of ? `${of}: ${cause}` : cause}</p>
        {evidence.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two entries may be alike in all that is shown
          <code key={i}>{line}</code>
        ))}
        {/* Seconds that count down in it are not announced one by one. */}
        <p aria-live="off">{fix}</p>
        {mend && (
          <button type="button" className="button small" onClick={() => mend.run()}>
            {texts.fixes[mend.action]}
          </button>
        )}
      </div>
    </div>
  );
}
