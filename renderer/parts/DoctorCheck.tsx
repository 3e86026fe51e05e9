/** One thing that the doctor has looked at, with its mark and what was found. */
import type { Checked, Verdict } from '../../electron/core/doctor/report.ts';
import { explain } from '../../electron/core/i18n/messages.ts';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
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
  readonly onTryAgain?: (() => void) | undefined;
}

export function DoctorCheck({ checked: { name, verdict, findings, why }, onTryAgain }: Props) {
  const { texts, view } = useDaypass();
  const lines = findings.flatMap((finding) => (finding.is === 'git-line' ? [finding.line] : []));
  const failures = findings.flatMap((finding) => (finding.is === 'failure' ? [finding] : []));
  return (
    <li className="check">
      <div className="check-head" data-verdict={verdict}>
        <Icon name={ICONS[verdict]} />
        <span>{texts.doctor.checks[name]}</span>
        <span className="row-hint">{why ? explain(why, view.language).cause : texts.doctor.verdicts[verdict]}</span>
      </div>
      {failures.map(({ failure, profile }) => (
        <FailureBox
          key={`${profile} ${failure.code} ${JSON.stringify(failure.params)}`}
          failure={failure}
          onTryAgain={onTryAgain}
        />
      ))}
      {lines.length > 0 && <Findings findings={lines} />}
    </li>
  );
}
