/** What a person should weigh before they go on. */
import type { ReactNode } from 'react';
import { MessageBox } from './MessageBox.tsx';

export function Warning({ title, children }: { title: string; children: ReactNode }) {
  return (
    <MessageBox severity="warning" role="note" cause={title}>
      <p>{children}</p>
    </MessageBox>
  );
}
