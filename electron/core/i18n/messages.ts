/** The texts of both languages. They share their keys by type, so a gap does not compile. */
import type { Failure } from '../base/failure.ts';
import { en } from './en.ts';
import { zhTW } from './zh-tw.ts';

export type Language = 'en' | 'zh-TW';

/** The shape of `en` with any words in it. */
export type Messages = Words<typeof en>;
type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

const LANGUAGES: Record<Language, Messages> = { en, 'zh-TW': zhTW };
export const messagesIn = (language: Language): Messages => LANGUAGES[language];

/** The language for a list of the system's locales, most wanted first. Only Traditional Chinese is meant by zh-TW. */
export function languageOf(locales: readonly string[]): Language {
  for (const locale of locales) {
    // 'zh-Hant-TW' as browsers say it, 'zh_TW.UTF-8' as terminals do.
    const [tongue, ...rest] = locale.toLowerCase().split(/[-_.@]/);
    if (tongue === 'en') return 'en';
    if (tongue === 'zh' && rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part))) return 'zh-TW';
  }
  return 'en';
}

/** `text` with each `{name}` replaced by that parameter; an unknown one stays as it is, so that it is seen. */
export const fill = (text: string, params: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name) => String(params[name] ?? whole));

export interface FailureText {
  readonly cause: string;
  readonly fix: string;
}

/** What went wrong and what to do about it, in plain words. */
export function explain(failure: Failure, language: Language): FailureText {
  const messages = messagesIn(language);
  const { cause, fix } = messages.failures[failure.code];
  const reasons: Record<string, string> = messages.reasons;
  const params: Record<string, string | number> = { ...failure.params };
  if (typeof params.reason === 'string') params.reason = reasons[params.reason] ?? params.reason;
  return { cause: fill(cause, params), fix: fill(fix, params) };
}

/** '11:59:58', or '59:58' under an hour; never negative. */
export function countdown(ms: number): string {
  const total = Math.max(0, Math.ceil(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  return h ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`;
}
