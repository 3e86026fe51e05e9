/**
 * A press counts for the button that was there when it began: the second click of a double click, and a key that is held,
 * never press what has come in its place.
 */
import { useEffect } from 'react';

export function useSinglePress(): void {
  useEffect(() => {
    let last: Element | null = null;
    const clicked = (event: MouseEvent) => {
      const before = last;
      last = event.target instanceof Element ? event.target.closest('button') : null;
      // Of one that a key has pressed it is 0.
      if (event.detail < 2 || !last || last === before) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Nor does it take the focus from what has come.
    const again = (event: MouseEvent) => {
      if (event.detail > 1 && last && !(event.target instanceof Node && last.contains(event.target))) {
        event.preventDefault();
      }
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.repeat && event.key === 'Enter' && event.target instanceof HTMLButtonElement) event.preventDefault();
    };
    document.addEventListener('click', clicked, true);
    document.addEventListener('mousedown', again, true);
    document.addEventListener('keydown', pressed, true);
    return () => {
      document.removeEventListener('click', clicked, true);
      document.removeEventListener('mousedown', again, true);
      document.removeEventListener('keydown', pressed, true);
    };
  }, []);
}
