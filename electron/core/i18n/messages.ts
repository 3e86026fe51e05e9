/** The texts in the language of a person, with their gaps filled. */
import type { Failure } from '../base/failure.ts';
import { en } from './en/en.ts';
import type { FailureText } from './failure-texts.ts';
import type { Language, Messages } from './words.ts';
import { zhTW } from './zh-tw/zh-tw.ts';

const LANGUAGES: Record<Language, Messages> = { en, 'zh-TW': zhTW };
export const messagesIn = (language: Language): Messages => LANGUAGES[language];

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

/** `text` with each `{name}` replaced by that parameter; an unknown one stays as it is, so that it is seen. */
export const fill = (text: string, params: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name) => String(params[name] ?? whole));

/** What went wrong and what to do about it, in plain words. */
export function explain(failure: Failure, language: Language): FailureText {
  const messages = messagesIn(language);
  const { cause, fix } = messages.failures[failure.code];
  const reasons: Record<string, string> = messages.reasons;
  const params: Record<string, string | number> = { ...failure.params };
  if (typeof params.reason === 'string') params.reason = reasons[params.reason] ?? params.reason;
  return { cause: fill(cause, params), fix: fill(fix, params) };
}
