import type { DoctorFinding } from '../../doctor/finding.ts';
import { explain, messagesIn } from '../../i18n/messages.ts';
import { sayNamed } from '../../i18n/say.ts';
import type { Language } from '../../i18n/words.ts';

/** What was found, where, and what to do about it; without the last line end. */
export function findingText({ failure, profile, evidence }: DoctorFinding, language: Language): string {
  const { cause, fix } = explain(failure, language);
  const whose = profile ? sayNamed(profile, cause, messagesIn(language)) : cause;
  return [`- ${whose}`, ...[...evidence, fix].map((line) => `    ${line}`)].join('\n');
}
