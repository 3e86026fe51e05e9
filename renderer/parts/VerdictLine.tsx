/** What was looked at, with its mark and what that means in words. */
import type { Verdict } from '../../electron/core/doctor/report.ts';
import { Icon, type IconName } from './Icon.tsx';

const ICONS: Record<Verdict, IconName> = {
  good: 'check',
  warning: 'warning',
  error: 'error',
  unknown: 'info',
  skipped: 'info',
};

interface Props {
  readonly verdict: Verdict;
  readonly name: string;
  readonly hint: string;
}

export function VerdictLine({ verdict, name, hint }: Props) {
  return (
    <div className="check-head" data-verdict={verdict}>
      <Icon name={ICONS[verdict]} />
      <span>{name}</span>
      <span className="row-hint">{hint}</span>
    </div>
  );
}
