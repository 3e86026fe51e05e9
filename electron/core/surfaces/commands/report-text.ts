/** The doctor's report in words: what a terminal shows, and what a colleague is given. Without a secret, as findings have none. */
import type { Happening } from '../../base/trace.ts';
import { isNote } from '../../doctor/finding.ts';
import type { Checked, DoctorReport, Verdict } from '../../doctor/report.ts';
import { explain, messagesIn } from '../../i18n/messages.ts';
import { fill, sayNamed } from '../../i18n/say.ts';
import type { Language } from '../../i18n/words.ts';
import { findingText } from './finding-text.ts';

export const MARKS: Record<Verdict, string> = { good: '✓', warning: '!', error: '✕', unknown: '?', skipped: '–' };

/** Every check with its mark, and what was found below it, of what is only told how much; ends in a line end. */
export const reportText = (report: DoctorReport, language: Language): string => textOf(report, language, false);

function textOf({ checks, well }: DoctorReport, language: Language, withNotes: boolean): string {
  const end = well ? [messagesIn(language).doctor.allWell] : [];
  return lines([...checks.flatMap((checked) => checkedLines(checked, language, withNotes)), ...end]);
}

/** All of it, with the version before and what happened lately after it. */
export function fullReportText(
  report: DoctorReport,
  { version, happened }: { readonly version: string; readonly happened: readonly Happening[] },
  language: Language,
): string {
  const { doctor } = messagesIn(language);
  const lately = happened.length === 0 ? [doctor.nothingHappened] : happened.flatMap(happenedLines);
  return `daypass ${version}\n${textOf(report, language, true)}${lines(['', doctor.happened, ...lately])}`;
}

function checkedLines(
  { name, verdict, findings, why, behind }: Checked,
  language: Language,
  withNotes: boolean,
): readonly string[] {
  const messages = messagesIn(language);
  const { checks, skippedFor, notes } = messages.doctor;
  const reason = why ? explain(why, language).cause : behind ? fill(skippedFor, { check: checks[behind] }) : '';
  const said = reason ? sayNamed(checks[name], reason, messages) : checks[name];
  const head = `${MARKS[verdict]} ${said}`;
  const told = withNotes ? findings : findings.filter((finding) => !isNote(finding));
  const rest = findings.length - told.length;
  const more = rest > 0 ? [`  ${fill(notes, { n: rest })} (--report)`] : [];
  return [head, ...told.map((finding) => findingText(finding, language)), ...more];
}

const happenedLines = ({ at, where, code, kind, frames }: Happening): readonly string[] => [
  `- ${new Date(at).toISOString()} ${where}: ${code}${kind ? ` (${kind})` : ''}`,
  ...frames.map((frame) => `    ${frame}`),
];

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`;
