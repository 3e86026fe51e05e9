/** A failure of the catalogue: its cause, what was seen, what to do, and the button that does it where this surface can. */
import { FAILURES } from '../../electron/core/base/catalogue.ts';
import type { Failure } from '../../electron/core/base/failure.ts';
import { sayNamed } from '../../electron/core/i18n/say.ts';
import { useAtOnce, useDaypass } from './daypass-context.ts';
import { FixButton } from './FixButton.tsx';
import { MessageBox } from './MessageBox.tsx';
import { useExplain } from './use-explain.ts';
import { type FixHandlers, useFix } from './use-fix.ts';
import type { Place } from './use-navigation.ts';
import { withTilde } from './with-tilde.ts';

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
  const { severity } = FAILURES[failure.code];
  // Without a profile there is no case, and the form says it all.
  const isCase = view.profiles.length > 0 && CASES.test(failure.code);
  const hasCase = isCase && FIRST.includes(place.at) && fixing?.action !== 'open-doctor';
  const button = mend ?? (fixing && { label: texts.fixes[fixing.action], run: fixing.run });
  const done = mend || !fixing ? undefined : (texts.fixed as Partial<Record<string, string>>)[fixing.action];
  // Where a button mends it, the rest is for those who want to know.
  const [head, rest] = mend ? firstSentence(cause) : [cause, ''];
  const isRight = (line: string) => mend !== null && line.startsWith('+ ');
  return (
    <MessageBox
      severity={severity}
      role={severity === 'info' ? 'status' : 'alert'}
      cause={of ? sayNamed(of, head, texts) : head}
    >
      <Evidence lines={evidence.filter((line) => !isRight(line))} />
      {/* Seconds that count down in it are not announced one by one. */}
      {!mend && <p aria-live="off">{fix}</p>}
      {(button || hasCase) && (
        <div className="failure-actions">
          {button && (
            <FixButton key={failure.code} of={failure.code} label={button.label} run={button.run} done={done} />
          )}
          {mend && (
            <details className="fold">
              <summary>{texts.doctor.details}</summary>
              {rest && <p>{rest}</p>}
              <p>{fix}</p>
              <Evidence lines={evidence.filter(isRight)} />
            </details>
          )}
          {hasCase && (
            <button type="button" className="link" onClick={() => go({ at: 'doctor' })}>
              {texts.fixes['open-doctor']}
            </button>
          )}
        </div>
      )}
    </MessageBox>
  );
}

function Evidence({ lines }: { lines: readonly string[] }) {
  const { view } = useAtOnce();
  if (lines.length === 0) return null;
  return (
    <ul className="evidence">
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two entries may be alike in all that is shown
        <li key={i}>{withTilde(line, view.git?.home)}</li>
      ))}
    </ul>
  );
}

function firstSentence(text: string): readonly [first: string, rest: string] {
  const [, first = text, rest = ''] = /^(.*?(?:[.!?](?=\s)|。))\s*(.+)$/s.exec(text) ?? [];
  return [first, rest];
}
