/** Both languages, for whoever may be asked in either: the main process. */
import type { Failure } from '../base/failure.ts';
import { en } from './en/en.ts';
import type { FailureText } from './failure-texts.ts';
import { sayFailure } from './say.ts';
import type { Language, Messages } from './words.ts';
import { zhTW } from './zh-tw/zh-tw.ts';

const LANGUAGES: Record<Language, Messages> = { en, 'zh-TW': zhTW };
export const messagesIn = (language: Language): Messages => LANGUAGES[language];

/** What went wrong and what to do about it, in plain words. */
export const explain = (failure: Failure, language: Language): FailureText => sayFailure(failure, messagesIn(language));
