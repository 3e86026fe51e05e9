/** The words that a person reads in the browser when it has come back. */
import type { Failure } from '../base/failure.ts';
import { explain, messagesIn } from '../i18n/messages.ts';
import { fill } from '../i18n/say.ts';
import type { Language } from '../i18n/words.ts';
import type { RedirectPage } from './port.ts';

/** `what`: a failure is AWS's no. */
export function redirectPage(what: 'done' | 'stranger' | Failure, language: Language): RedirectPage {
  const { pageDone, pageDoneText, pageFailed, pageFailedText, pageStranger, pageStrangerText } =
    messagesIn(language).browser;
  if (what === 'done') return { good: true, language, title: pageDone, text: pageDoneText };
  if (what === 'stranger') return { good: false, language, title: pageStranger, text: pageStrangerText };
  return { good: false, language, title: pageFailed, text: fill(pageFailedText, { ...explain(what, language) }) };
}
