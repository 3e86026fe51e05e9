/** How long ago something was, as a language says it. */
import type { Language } from './words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** '3 days ago', 'yesterday', 'today'. */
export const daysAgo = (days: number, language: Language): string =>
  new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-days, 'day');

const JUST_NOW: Readonly<Record<Language, string>> = { en: 'just now', 'zh-TW': '剛剛' };

/** '3 days ago', 'just now'. */
export function ago(at: number, language: Language, now: number): string {
  const passed = Math.max(0, now - at);
  if (passed < MINUTE) return JUST_NOW[language];
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (passed < HOUR) return words.format(-Math.floor(passed / MINUTE), 'minute');
  return passed < DAY
    ? words.format(-Math.floor(passed / HOUR), 'hour')
    : words.format(-Math.floor(passed / DAY), 'day');
}
