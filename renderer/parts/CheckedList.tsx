/** All that the doctor has looked at, a line each, so that the list is always whole. */
import type { Checked, Verdict } from '../../electron/core/doctor/report.ts';
import { fill, sayFailure } from '../../electron/core/i18n/say.ts';
import { useDaypass } from './daypass-context.ts';
import { VerdictLine } from './VerdictLine.tsx';

export function CheckedList({ checks }: { checks: readonly Checked[] }) {
  const { texts } = useDaypass();
  const { doctor } = texts;
  const hintOf = (verdict: Verdict, { why, behind }: Checked) => {
    if (why) return sayFailure(why, texts).cause;
    return behind ? fill(doctor.skippedFor, { check: doctor.checks[behind] }) : doctor.verdicts[verdict];
  };
  return (
    <details className="fold">
      <summary>{doctor.checked}</summary>
      <ul className="checks">
        {checks.map((checked) => (
          <li key={checked.name} className="check">
            <VerdictLine
              verdict={checked.verdict}
              name={doctor.checks[checked.name]}
              hint={hintOf(checked.verdict, checked)}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
