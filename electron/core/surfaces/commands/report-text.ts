/** The doctor's report in words: what a terminal shows, and what a colleague is given. Without a secret, as findings have none. */
import type { Happening } from '../../base/trace.ts';
import type { Checked, DoctorReport, Verdict } from '../../doctor/report.ts';
import { explain, fill, messagesIn } from '../../i18n/messages.ts';
import type { Language } from '../../i18n/words.ts';
import { findingText } from './finding-text.ts';

export const MARKS: Record<Verdict, string> = { good: '✓', warning: '!', error: '✕', unknown: '?', skipped: '–' };

/** Every check with its mark, and what was found below it; ends in a line end. */
export function reportText({ checks, well }: DoctorReport, language: Language): string {
  const end = well ? [messagesIn(language).doctor.allWell] : [];
  return lines([...checks.flatMap((checked) => checkedLines(checked, language)), ...end]);
}

/** The same, with the version before and what happened lately after it. */
export function fullReportText(
  report: DoctorReport,
  { version, happened }: { readonly version: string; readonly happened: readonly Happening[] },
  language: Language,
): string {
  const { doctor } = messagesIn(language);
  const lately = happened.length === 0 ? [doctor.nothingHappened] : happened.flatMap(happenedLines);
  return `daypass ${version}\n${reportText(report, language)}${lines(['', doctor.happened, ...lately])}`;
}

function checkedLines({ name, verdict, findings, why, behind }: Checked, language: Language): readonly string[] {
  const { checks, skippedFor } = messagesIn(language).doctor;
  const reason = why ? explain(why, language).cause : behind ? fill(skippedFor, { check: checks[behind] }) : '';
  const head = `${MARKS[verdict]} ${checks[name]}${reason && `: ${reason}`}`;
  return [head, ...findings.map((finding) => findingText(finding, language))];
}

const happenedLines = ({ at, where, code, kind, frames }: Happening): readonly string[] => [
  `- ${new Date(at).toISOString()} ${where}: ${code}${kind ? ` (${kind})` : ''}`,
  ...frames.map((frame) => `    ${frame}`),
];

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`;
