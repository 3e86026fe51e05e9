/** A failure of the catalogue: its cause, what to do, and the button that does it where this surface can. */
import { FAILURES } from '../../electron/core/base/catalogue.ts';
import type { Failure } from '../../electron/core/base/failure.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { clockTime } from '../../electron/core/i18n/times.ts';
import { useDaypass } from './daypass-context.ts';
import { Icon } from './Icon.tsx';
import { useExplain } from './use-explain.ts';
import { type FixHandlers, useFix } from './use-fix.ts';
import type { Place } from './use-navigation.ts';
import { usePressing } from './use-pressing.ts';

/** What the doctor looks into: it shows the lines that are the cause, and what else was found. */
const CASES = /^(?:key|device|policy|role|clock|network|aws|profile|file|keychain)\./;
/** Elsewhere a form or a check is being filled in. */
const FIRST: readonly Place['at'][] = ['main', 'git'];

interface Mending {
  readonly label: string;
  readonly run: () => unknown;
}

interface Props extends FixHandlers {
  readonly failure: Failure;
  /** Whose it is, by name, where that is not clear from where it stands. */
  readonly of?: string | null;
  /** What was seen, and where. */
  readonly evidence?: readonly string[];
  /** What mends it here, in place of the button of the catalogue. */
  readonly mend?: Mending | null;
}

export function FailureBox({ failure, of = null, evidence = [], mend = null, ...handlers }: Props) {
  const { texts, view, place, go } = useDaypass();
  const { cause, fix } = useExplain(failure);
  const fixing = useFix(failure, handlers);
  const button = mend ?? (fixing && { label: texts.fixes[fixing.action], run: fixing.run });
  const pressing = usePressing();
  const { severity } = FAILURES[failure.code];
  // Without a profile there is no case, and the form says it all.
  const hasCase =
    view.profiles.length > 0 &&
    FIRST.includes(place.at) &&
    CASES.test(failure.code) &&
    fixing?.action !== 'open-doctor';
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
        {button && (
          <button
            type="button"
            className="button small"
            data-busy={pressing.busy || undefined}
            onClick={() => pressing.press(button.run)}
          >
            {button.label}
          </button>
        )}
        {pressing.endedAt !== null && (
          <p className="hint" role="status">
            {fill(fixing?.action === 'try-again' ? texts.app.triedAt : texts.app.doneAt, {
              time: clockTime(pressing.endedAt, view.language, pressing.endedAt),
            })}
          </p>
        )}
        {hasCase && (
          <button type="button" className="link" onClick={() => go({ at: 'doctor' })}>
            {texts.fixes['open-doctor']}
          </button>
        )}
      </div>
    </div>
  );
}
