/** Time and timers of this computer. */
import { uptime } from 'node:os';
import type { Clock, Timer } from '../../core/base/time.ts';

export const systemClock: Clock = {
  wall: () => Date.now(),
  // Time since boot counts suspend and ignores a set clock, on all three systems, unlike the process's own timers.
  steady: () => uptime() * 1000,
};

export const systemTimer: Timer = {
  after(ms, then) {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};
