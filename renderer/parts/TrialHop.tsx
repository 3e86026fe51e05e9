/** One hop of a trial, with what was seen or what went wrong; that comes into sight by itself. */
import { useEffect, useRef } from 'react';
import type { Hop } from '../../electron/core/doctor/trial.ts';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { VerdictLine } from './VerdictLine.tsx';

interface Props {
  readonly hop: Hop;
  readonly profile: string | null;
  readonly onTryAgain: () => unknown;
}

export function TrialHop({ hop: { name, verdict, failure, evidence }, profile, onTryAgain }: Props) {
  const { texts } = useDaypass();
  const here = useRef<HTMLLIElement>(null);
  const isBad = verdict === 'error';
  useEffect(() => {
    if (isBad) here.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isBad]);
  return (
    <li ref={here} className="check">
      <VerdictLine verdict={verdict} name={texts.trial.hops[name]} hint={texts.doctor.verdicts[verdict]} />
      {failure ? (
        <FailureBox failure={failure} evidence={evidence} profile={profile ?? undefined} onTryAgain={onTryAgain} />
      ) : (
        evidence.length > 0 && <p className="seen">{evidence.join(' · ')}</p>
      )}
    </li>
  );
}
