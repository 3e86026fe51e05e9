import type { Language } from './words.ts';

/** The language for a list of the system's locales, most wanted first. Only Traditional Chinese is meant by zh-TW. */
export function languageOf(locales: readonly string[]): Language {
  for (const locale of locales) {
    // 'zh-Hant-TW' as browsers say it, 'zh_TW.UTF-8' as terminals do.
    const [tongue, ...rest] = locale.toLowerCase().split(/[-_.@]/);
    if (tongue === 'en') return 'en';
    if (tongue === 'zh' && !rest.includes('hans') && rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)))
      return 'zh-TW';
  }
  return 'en';
}
