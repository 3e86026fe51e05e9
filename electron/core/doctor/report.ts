/** The doctor's one report, which every surface draws: the list of checks is always whole. */
import type { Failure } from '../base/failure.ts';
import { CHECKS } from './catalogue.ts';
import { type CheckName, type DoctorFinding, severityOf } from './check.ts';
import type { Facts } from './facts.ts';

/** 'skipped': there was nothing to look at, for a reason that another check says. */
export type Verdict = 'good' | 'warning' | 'error' | 'unknown' | 'skipped';

export interface Checked {
  readonly name: CheckName;
  readonly verdict: Verdict;
  readonly findings: readonly DoctorFinding[];
  /** Why it is not known. */
  readonly why: Failure | null;
}

export interface DoctorReport {
  /** Nothing is in the way, and all is known. */
  readonly well: boolean;
  readonly checks: readonly Checked[];
}

export function report(facts: Facts): DoctorReport {
  const checks = CHECKS.map((check): Checked => {
    const { name } = check;
    const looked = check.look(facts);
    if (looked === null) return { name, verdict: 'skipped', findings: [], why: null };
    if (!looked.known) return { name, verdict: 'unknown', findings: [], why: looked.why };
    return { name, verdict: verdictOf(looked.value), findings: looked.value, why: null };
  });
  return { well: checks.every(({ verdict }) => verdict === 'good'), checks };
}

/** What is only told, as that a person has stopped a sign-in, makes nobody ill. */
function verdictOf(findings: readonly DoctorFinding[]): Verdict {
  const severities = findings.map(severityOf);
  return severities.includes('error') ? 'error' : severities.includes('warning') ? 'warning' : 'good';
}
