/** Runs `forget` once the page has been hidden, or without the focus, for a minute: longer than any code lives. */
import { useEffect, useRef } from 'react';

export const FORGET_AFTER_MS = 60_000;

export function useForget(forget: () => void) {
  const latest = useRef(forget);
  useEffect(() => {
    latest.current = forget;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const left = () => {
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(), FORGET_AFTER_MS);
    };
    const returned = () => clearTimeout(timer);
    const changed = () => (document.hidden ? left() : returned());
    window.addEventListener('blur', left);
    window.addEventListener('focus', returned);
    document.addEventListener('visibilitychange', changed);
    return () => {
      returned();
      window.removeEventListener('blur', left);
      window.removeEventListener('focus', returned);
      document.removeEventListener('visibilitychange', changed);
    };
  }, []);
}
