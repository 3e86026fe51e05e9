/** Hears of files that are dropped anywhere on the page, for which the popover waits meanwhile. Returns whether some are over it now. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useDaypass } from './daypass-context.ts';

export function useDroppedFiles(take: (files: FileList | null | undefined) => void): boolean {
  const { api } = useDaypass();
  const [over, setOver] = useState(false);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    // The file comes from another window, and the popover closes when another one is in front.
    api.stayOpen({ stay: true });
    return () => void api.stayOpen({ stay: false });
  }, [api]);
  // As soon as what asks for a file is seen.
  useLayoutEffect(() => {
    const dragged = (event: DragEvent) => {
      event.preventDefault();
      setOver(event.type === 'dragover');
      if (event.type === 'drop') latest.current(event.dataTransfer?.files);
    };
    for (const type of ['dragover', 'dragleave', 'drop'] as const) document.addEventListener(type, dragged);
    return () => {
      for (const type of ['dragover', 'dragleave', 'drop'] as const) document.removeEventListener(type, dragged);
    };
  }, []);
  return over;
}
