/** Times in words of a language. */
import { fill } from '../../electron/core/i18n/say.ts';
import type { Language, Messages } from '../../electron/core/i18n/words.ts';

/** '3 h 12 min', '12 min', '40 s'; of the two largest units, rounded down. */
export function span(ms: number, texts: Messages): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const [h, m] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (!h && !m) return fill(texts.app.seconds, { n: seconds });
  const parts = [h && fill(texts.setup.hours, { n: h }), m && fill(texts.setup.minutes, { n: m })];
  return parts.filter(Boolean).join(' ');
}

/** '18:42', with the day where it is not today's. */
export function clockTime(at: number, language: Language, now = Date.now()): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  const day = today ? {} : ({ weekday: 'short' } as const);
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...day }).format(at);
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** '3 days ago'. */
export function ago(at: number, language: Language, now = Date.now()): string {
  const passed = Math.max(0, now - at);
  const [unit, length] = UNITS.find(([, ms]) => passed >= ms) ?? ['minute', 60_000];
  return new Intl.RelativeTimeFormat(language, { numeric: 'always' }).format(-Math.floor(passed / length), unit);
}
