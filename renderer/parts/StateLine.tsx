/** How something stands, in one line that is there from the start: its picture and its words change, its place does not. */
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

const ICONS = {
  good: 'check',
  idle: 'branch',
  info: 'info',
  warning: 'warning',
  error: 'error',
} as const satisfies Record<string, IconName>;

interface Props {
  readonly state: keyof typeof ICONS | 'busy';
  readonly text: string;
  readonly hint?: string | null;
  readonly children?: ReactNode;
}

export function StateLine({ state, text, hint, children }: Props) {
  return (
    <div className="state-line" data-state={state}>
      {state === 'busy' ? <span className="busy" /> : <Icon name={ICONS[state]} />}
      <p className="row-text" role="status">
        <span>{text}</span>
        {hint && <span className="row-hint">{hint}</span>}
      </p>
      {children}
    </div>
  );
}
