/** A screen under its header. The window is as high as it needs; where that is not to be had, all but its header and its foot scrolls. */
import type { ReactNode } from 'react';
import { Header } from './Header.tsx';
import { useFit } from './use-fit.ts';
import { useKeepFocus } from './use-keep-focus.ts';

type Props = {
  readonly children: ReactNode;
  /** What stays in sight under what scrolls. */
  readonly foot?: ReactNode;
} & ({ readonly title: string } | { readonly header: ReactNode });

export function Page({ children, foot, ...head }: Props) {
  const content = useFit();
  useKeepFocus();
  return (
    <>
      {'title' in head ? <Header title={head.title} /> : head.header}
      <main className="screen">
        <div ref={content} className="content">
          {children}
        </div>
      </main>
      {foot}
    </>
  );
}
