import type { Finding } from '../../git/config/config-findings.ts';
import type { Messages } from '../../i18n/words.ts';

/** What was found, where, and what to do about it; three lines without the last line end. */
export function explainFinding({ code, origin, value }: Finding, messages: Messages): string {
  const { cause, fix } = messages.findings[code];
  return `- ${cause}\n    ${value} (${origin})\n    ${fix}`;
}
