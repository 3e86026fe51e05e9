/**
 * The focus is never lost: when what has it goes, it passes to what one comes for on this screen. A button that is only
 * closed while its work runs gets it back.
 */
import { useEffect } from 'react';

/** What a screen is for, or else where it begins. */
const FIRST = ['.code-input:enabled', '[data-first]:enabled', 'h1[tabindex]', '.menu-button'] as const;

export function useKeepFocus(): void {
  useEffect(() => {
    // What the screen has focused as it came.
    let last = document.activeElement === document.body ? null : document.activeElement;
    const focused = ({ target }: FocusEvent) => {
      if (target instanceof Element) last = target;
    };
    const changed = () => {
      const now = document.activeElement;
      if (!last || (now && now !== document.body)) return;
      if (last.isConnected && !last.matches(':disabled')) return refocus(last);
      if (!last.isConnected) refocus(firstOfPage());
    };
    const changes = new MutationObserver(changed);
    changes.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
    document.addEventListener('focusin', focused);
    return () => {
      changes.disconnect();
      document.removeEventListener('focusin', focused);
    };
  }, []);
}

/** Where nothing else has taken it. */
export function focusFirst(): void {
  if (document.activeElement === document.body) refocus(firstOfPage());
}

function firstOfPage(): Element | null {
  return FIRST.map((what) => document.querySelector(what)).find((found) => found !== null) ?? null;
}

const refocus = (element: Element | null): void => {
  if (element instanceof HTMLElement) element.focus({ preventScroll: true });
};
