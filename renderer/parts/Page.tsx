/** A screen under its header. The window is as high as it needs; where that is not to be had, all but the header scrolls. */
import type { ReactNode } from 'react';
import { Header } from './Header.tsx';
import { MainHeader } from './MainHeader.tsx';
import { useFit } from './use-fit.ts';

/** `title` is null on the first screen, which one comes back to. */
export function Page({ title, children }: { title: string | null; children: ReactNode }) {
  const content = useFit();
  return (
    <>
      {title === null ? <MainHeader /> : <Header title={title} />}
      <main className="screen">
        <div ref={content} className="content">
          {children}
        </div>
      </main>
    </>
  );
}
