/** One hop of a trial, with what was seen or what went wrong. */
import type { Hop } from '../../electron/core/doctor/trial.ts';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { Icon } from './Icon.tsx';

interface Props {
  readonly hop: Hop;
  readonly profile: string | null;
  readonly onTryAgain: () => void;
}

export function TrialHop({ hop: { name, verdict, failure, evidence }, profile, onTryAgain }: Props) {
  const { texts } = useDaypass();
  const icon = verdict === 'good' ? 'check' : verdict === 'error' ? 'warning' : 'info';
  return (
    <li className="check">
      <div className="check-head" data-verdict={verdict}>
        <Icon name={icon} />
        <span>{texts.trial.hops[name]}</span>
        <span className="row-hint">{texts.doctor.verdicts[verdict]}</span>
      </div>
      {failure ? (
        <FailureBox failure={failure} evidence={evidence} profile={profile ?? undefined} onTryAgain={onTryAgain} />
      ) : (
        evidence.map((line) => (
          <code key={line} className="seen">
            {line}
          </code>
        ))
      )}
    </li>
  );
}
