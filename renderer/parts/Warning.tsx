/** What a person should weigh before they go on. */
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

export function Warning({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="failure" data-severity="warning" role="note">
      <Icon name="warning" />
      <div className="failure-text">
        <p className="failure-cause">{title}</p>
        <p>{children}</p>
      </div>
    </div>
  );
}
