/** From facts to the report, check after check; what only draws a report loads none of them. */
import { CHECKS } from './catalogue.ts';
import type { Check, CheckName } from './check.ts';
import type { Facts } from './facts.ts';
import { type DoctorFinding, severityOf } from './finding.ts';
import { type Checked, type DoctorReport, isAsked, type Verdict } from './report.ts';

export function reportOf(facts: Facts, checks: readonly Check[] = CHECKS): DoctorReport {
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
