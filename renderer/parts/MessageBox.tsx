/** What a person is told, in one shape. How grave it is shows by its picture and its edge too, not by colour alone. */
import type { ReactNode } from 'react';
import type { Severity } from '../../electron/core/base/catalogue.ts';
import { Icon } from './Icon.tsx';

interface Props {
  readonly severity: Severity;
  readonly cause: ReactNode;
  readonly role?: 'alert' | 'status' | 'note' | undefined;
  readonly children?: ReactNode;
}

export function MessageBox({ severity, cause, role, children }: Props) {
  return (
    <div className="failure" data-severity={severity} role={role}>
      <Icon name={severity} />
      <div className="failure-text">
        <p className="failure-cause">{cause}</p>
        {children}
      </div>
    </div>
  );
}
