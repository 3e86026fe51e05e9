/** What the doctor has found: what it is, whose, where it was seen, and what to do about it. */
import type { DoctorFinding } from '../../electron/core/doctor/finding.ts';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import type { FixHandlers } from './use-fix.ts';

interface Props extends FixHandlers {
  readonly findings: readonly DoctorFinding[];
}

/** A finding that names no profile is of the one that the handlers are for. */
export function Findings({ findings, ...handlers }: Props) {
  const { view, texts, go } = useDaypass();
  return findings.map(({ failure, profile, evidence, mend }, i) => (
    <FailureBox
      // biome-ignore lint/suspicious/noArrayIndexKey: the same line can stand in a file twice
      key={i}
      failure={failure}
      {...handlers}
      profile={view.profiles.find(({ name }) => name === profile)?.id ?? handlers.profile}
      of={profile}
      evidence={evidence}
      mend={mend && { label: texts.doctor.repair, run: () => go({ at: 'mend', names: [mend] }) }}
    />
  ));
}
