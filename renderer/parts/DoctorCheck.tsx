/** One thing that the doctor has looked at, with its mark and what was found. */
import { isNote } from '../../electron/core/doctor/finding.ts';
import type { Checked, Verdict } from '../../electron/core/doctor/report.ts';
import { fill, sayFailure } from '../../electron/core/i18n/say.ts';
import { useDaypass } from './daypass-context.ts';
import { Findings } from './Findings.tsx';
import { Icon, type IconName } from './Icon.tsx';

const ICONS: Record<Verdict, IconName> = {
  good: 'check',
  warning: 'warning',
  error: 'warning',
  unknown: 'info',
  skipped: 'info',
};

interface Props {
  readonly checked: Checked;
  readonly onTryAgain: () => void;
}

/** What is only told stands folded, so that it hides nothing that is in the way. */
export function DoctorCheck({ checked: { name, verdict, findings, why, behind }, onTryAgain }: Props) {
  const { texts } = useDaypass();
  const { checks, verdicts, skippedFor } = texts.doctor;
  const hint = why ? sayFailure(why, texts).cause : behind ? fill(skippedFor, { check: checks[behind] }) : null;
  const notes = findings.filter(isNote);
  return (
    <li className="check">
      <div className="check-head" data-verdict={verdict}>
        <Icon name={ICONS[verdict]} />
        <span>{checks[name]}</span>
        <span className="row-hint">{hint ?? verdicts[verdict]}</span>
      </div>
      <Findings findings={findings.filter((one) => !isNote(one))} onTryAgain={onTryAgain} />
      {notes.length > 0 && (
        <details className="fold notes">
          <summary>{fill(texts.doctor.notes, { n: notes.length })}</summary>
          <Findings findings={notes} onTryAgain={onTryAgain} />
        </details>
      )}
    </li>
  );
}
