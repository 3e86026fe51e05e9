/** What a person reads on standard error: each sentence on one line of its own, marked as Daypass's. */
import type { Failure } from '../../base/failure.ts';
import { explain } from '../../i18n/messages.ts';
import type { Language } from '../../i18n/words.ts';

export const told = (...sentences: readonly string[]): string =>
  sentences.map((sentence) => `daypass: ${sentence.replace(/\s*[\r\n]\s*/g, ' ')}\n`).join('');

/** The cause, then its fix. */
export function failureLines(failure: Failure, language: Language): string {
  const { cause, fix } = explain(failure, language);
  return told(cause, fix);
}
