/** The doctor's one report, which every surface draws: the list of checks is always whole. */
import type { Failure } from '../base/failure.ts';
import type { CheckName } from './check.ts';
import { type DoctorFinding, found, isNote, severityOf } from './finding.ts';
import { MEND_NAMES, type MendName } from './mend.ts';

/** 'skipped': what there is to say follows from what another check has found. */
export type Verdict = 'good' | 'warning' | 'error' | 'unknown' | 'skipped';

export interface Checked {
  readonly name: CheckName;
  readonly verdict: Verdict;
  readonly findings: readonly DoctorFinding[];
  /** Why it is not known. */
  readonly why: Failure | null;
  /** The check whose error is the cause; null unless it was skipped. */
  readonly behind: CheckName | null;
}

export interface DoctorReport {
  /** False while something is still being asked. */
  readonly done: boolean;
  /** Nothing is in the way, and all is known. */
  readonly well: boolean;
  readonly checks: readonly Checked[];
}

/** Whether the answer is still to come. */
export const isAsked = ({ why }: Checked): boolean => why?.code === 'doctor.asking';

export interface Problem {
  readonly check: CheckName;
  readonly finding: DoctorFinding;
  /** Nothing was found: what was looked for could not be found out. */
  readonly unknown: boolean;
}

/** All that wants a person, the worst first; what could not be found out is no better than what was found. */
export function problemsIn({ checks }: DoctorReport): readonly Problem[] {
  const all = checks.flatMap((checked) => {
    const { name: check, findings, why } = checked;
    const unknown = why && !isAsked(checked) ? [{ check, finding: found(why), unknown: true }] : [];
    const known = findings.filter((one) => !isNote(one)).map((finding) => ({ check, finding, unknown: false }));
    return [...unknown, ...known];
  });
  const isGrave = ({ finding }: Problem) => severityOf(finding) === 'error';
  return [...all.filter(isGrave), ...all.filter((one) => !isGrave(one))];
}

/** What is good to know and no problem. */
export const notesIn = ({ checks }: DoctorReport): readonly DoctorFinding[] =>
  checks.flatMap(({ findings }) => findings.filter(isNote));

/** All that could be mended with one click, each once, in the order in which it is to be done. */
export function mendsIn({ checks }: DoctorReport): readonly MendName[] {
  const named = checks.flatMap(({ findings }) => findings.map(({ mend }) => mend));
  return MEND_NAMES.filter((name) => named.includes(name));
}
