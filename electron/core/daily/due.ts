/** When a profile is due to sign in by itself: once a day at a time that a person chose, or as soon after it as it can. */
import type { EpochMs } from '../base/time.ts';
import type { DailyProgress } from '../settings/settings.ts';

/** After AWS has said no, nothing is tried by itself for so long: a secret that does not fit must not lock the device. */
const REST_MS = 12 * 3_600_000;

/** The last time that this time of day ('HH:MM', local) has come, by the computer's clock. */
export function lastTime(dailyAt: string, wall: EpochMs): EpochMs {
  const [hours, minutes] = [Number(dailyAt.slice(0, 2)), Number(dailyAt.slice(3))];
  const at = new Date(wall);
  at.setHours(hours, minutes, 0, 0);
  if (at.getTime() > wall) {
    at.setDate(at.getDate() - 1);
    // The day before may have another offset.
    at.setHours(hours, minutes, 0, 0);
  }
  return at.getTime();
}

export type Due = 'now' | 'not' | 'skip';

/** 'skip': its time has come, but it is too soon after a refusal; it is let go until the next day. */
export function dueNow(dailyAt: string, { seen, refused }: DailyProgress, wall: EpochMs): Due {
  if (lastTime(dailyAt, wall) <= seen) return 'not';
  return refused !== null && Math.abs(wall - refused) < REST_MS ? 'skip' : 'now';
}
