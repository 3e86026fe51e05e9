/**
 * The wall clock, seen once a period and only while the page is. Compared with a clock that never jumps, it notices
 * that the wall clock was set or the computer slept.
 */
import { useEffect, useRef, useState } from 'react';

const JUMP_MS = 1_500;

interface Seen {
  readonly wall: number;
  readonly steady: number;
}
const look = (): Seen => ({ wall: Date.now(), steady: performance.now() });
const jumped = (before: Seen, after: Seen) =>
  Math.abs(after.wall - before.wall - (after.steady - before.steady)) > JUMP_MS;

/** Ticks when the wall clock passes a multiple of `period` plus `phase`, in milliseconds. */
export function useNow(period: number, phase = 0, onJump?: () => void): number {
  const [now, setNow] = useState(Date.now);
  const heard = useRef(onJump);
  useEffect(() => {
    heard.current = onJump;
  });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let seen = look();
    const tick = () => {
      clearTimeout(timer);
      if (document.hidden) return;
      const before = seen;
      seen = look();
      setNow(seen.wall);
      if (jumped(before, seen)) heard.current?.();
      const past = (((seen.wall - phase) % period) + period) % period;
      timer = setTimeout(tick, period - past);
    };
    tick();
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [period, phase]);
  return now;
}
