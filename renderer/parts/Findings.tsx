/** What the doctor has found: what it is, whose, where it was seen, and what to do about it. */
import type { DoctorFinding } from '../../electron/core/doctor/check.ts';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';

export function Findings({ findings }: { findings: readonly DoctorFinding[] }) {
  const { view, texts, go } = useDaypass();
  return findings.map(({ failure, profile, evidence, mend }, i) => (
    <FailureBox
      // biome-ignore lint/suspicious/noArrayIndexKey: the same line can stand in a file twice
      key={i}
      failure={failure}
      profile={view.profiles.find(({ name }) => name === profile)?.id}
      of={profile}
      evidence={evidence}
      mend={mend && { label: texts.doctor.repair, run: () => go({ at: 'mend', names: [mend] }) }}
    />
  ));
}
