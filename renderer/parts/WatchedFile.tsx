/** While no key is anywhere: says which file is looked at, and looks again by itself for as long as the page is seen. */
import { useEffect, useRef } from 'react';
import { fill } from '../../electron/core/i18n/say.ts';
import { useDaypass } from './daypass-context.ts';

const LOOK_MS = 2_000;

interface Props {
  readonly file: string;
  readonly onLook: () => unknown;
}

export function WatchedFile({ file, onLook }: Props) {
  const { texts } = useDaypass();
  const latest = useRef(onLook);
  useEffect(() => {
    latest.current = onLook;
  });
  useEffect(() => {
    const look = () => {
      if (!document.hidden) latest.current();
    };
    const timer = setInterval(look, LOOK_MS);
    // At once for who comes back from the terminal in which the key was put there.
    window.addEventListener('focus', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', look);
    };
  }, []);
  return (
    <p className="hint" title={file}>
      {fill(texts.setup.watching, { file: texts.setup.credentialsFile })}
    </p>
  );
}
