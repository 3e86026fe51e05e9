/** Times and lengths of time as a language says them, in one form on every surface. Milliseconds in, text out. */
import type { Language } from './words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const unit = (n: number, name: 'day' | 'hour' | 'minute' | 'second', language: Language) =>
  new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short' }).format(n);

/** '3 hr 12 min', '12 min', '40 sec': the two largest units, rounded down. */
export function span(ms: number, language: Language): string {
  const length = Math.abs(ms);
  const [hours, minutes] = [Math.floor(length / HOUR), Math.floor(length / MINUTE) % 60];
  if (!hours && !minutes) return unit(Math.floor(length / 1_000), 'second', language);
  const parts = [hours && unit(hours, 'hour', language), minutes && unit(minutes, 'minute', language)];
  return parts.filter(Boolean).join(' ');
}

const WEEKDAY = { weekday: 'short' } as const;
/** Farther away a weekday would be one of several. */
const DATE = { month: 'short', day: 'numeric' } as const;

/** Whether a language says the day before the time of day. */
const DAY_FIRST: Readonly<Record<Language, boolean>> = { en: false, 'zh-TW': true };

/** '18:42', '18:42 tomorrow', '18:42 Mon', '18:42 Mar 12': by this computer's time zone. */
export function clockTime(at: number, language: Language, now: number): string {
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  const days = daysBetween(now, at);
  if (days === 0) return time;
  const day =
    Math.abs(days) === 1
      ? new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day')
      : new Intl.DateTimeFormat(language, Math.abs(days) < 7 ? WEEKDAY : DATE).format(at);
  return DAY_FIRST[language] ? `${day} ${time}` : `${time} ${day}`;
}

/** Nights between two times, as the calendar counts them. */
function daysBetween(from: number, to: number): number {
  const noon = (at: number) => new Date(at).setHours(12, 0, 0, 0);
  return Math.round((noon(to) - noon(from)) / DAY);
}
