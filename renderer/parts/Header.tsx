/** A screen's title and the way back. It takes the focus, so that a screen reader says where one has come to. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useAtOnce } from './daypass-context.ts';
import { Icon } from './Icon.tsx';

export function Header({ title, children }: { title: string; children?: ReactNode }) {
  const { texts, canGoBack, back } = useAtOnce();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <header className="header">
      {canGoBack && (
        <button type="button" className="icon-button" aria-label={texts.setup.back} onClick={back}>
          <Icon name="back" />
        </button>
      )}
      <h1 ref={heading} tabIndex={-1} title={title}>
        {title}
      </h1>
      {children}
    </header>
  );
}
