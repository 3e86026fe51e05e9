/** The doctor's one report, which every surface draws: the list of checks is always whole. */
import type { Failure } from '../base/failure.ts';
import { CHECKS } from './catalogue.ts';
import type { Check, CheckName } from './check.ts';
import type { Facts } from './facts.ts';
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

export function report(facts: Facts, checks: readonly Check[] = CHECKS): DoctorReport {
  const done: Checked[] = [];
  for (const check of checks) {
    const cause = check.behind?.find((name) => done.some((one) => one.name === name && one.verdict === 'error'));
    done.push(checked(check, facts, cause ?? null));
  }
  return {
    done: done.every((one) => !isAsked(one)),
    well: done.every(({ verdict }) => verdict === 'good'),
    checks: done,
  };
}

/** Whether the answer is still to come. */
export const isAsked = ({ why }: Checked): boolean => why?.code === 'doctor.asking';

function checked(check: Check, facts: Facts, behind: CheckName | null): Checked {
  const { name } = check;
  const nothing = { name, findings: [], why: null, behind };
  if (behind) return { ...nothing, verdict: 'skipped' };
  const looked = check.look(facts);
  if (!looked.known) return { ...nothing, verdict: 'unknown', why: looked.why };
  return { ...nothing, verdict: verdictOf(looked.value), findings: looked.value };
}

/** What is only told, as that a person has stopped a sign-in, makes nobody ill. */
function verdictOf(findings: readonly DoctorFinding[]): Verdict {
  const severities = findings.map(severityOf);
  return severities.includes('error') ? 'error' : severities.includes('warning') ? 'warning' : 'good';
}

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
