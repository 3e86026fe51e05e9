/** One hop of a trial, with what was seen or what went wrong; that comes into sight by itself. */
import { useEffect, useRef } from 'react';
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
  const here = useRef<HTMLLIElement>(null);
  const isBad = verdict === 'error';
  useEffect(() => {
    if (isBad) here.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isBad]);
  const icon = verdict === 'good' ? 'check' : isBad ? 'warning' : 'info';
  return (
    <li ref={here} className="check">
      <div className="check-head" data-verdict={verdict}>
        <Icon name={icon} />
        <span>{texts.trial.hops[name]}</span>
        <span className="row-hint">{texts.doctor.verdicts[verdict]}</span>
      </div>
      {failure ? (
        <FailureBox failure={failure} evidence={evidence} profile={profile ?? undefined} onTryAgain={onTryAgain} />
      ) : (
        evidence.length > 0 && <p className="seen">{evidence.join(' · ')}</p>
      )}
    </li>
  );
}
