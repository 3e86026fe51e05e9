/** One thing that the doctor looks at: from facts alone to what was found. */
import { FAILURES, type Failure, type Severity } from '../base/failure.ts';
import type { Finding as GitLine } from '../git/config/config-findings.ts';
import type { Fact, Facts } from './facts.ts';

export type CheckName = 'git' | 'git-set-up' | 'git-config' | 'keychain' | 'profiles' | 'daypass';

export type DoctorFinding =
  | { readonly is: 'failure'; readonly failure: Failure /** By name. */; readonly profile: string | null }
  | { readonly is: 'git-line'; readonly line: GitLine };

export interface Check {
  readonly name: CheckName;
  /** Null: there is nothing to look at, as another check says. */
  look(facts: Facts): Fact<readonly DoctorFinding[]> | null;
}

export function severityOf(finding: DoctorFinding): Severity {
  if (finding.is === 'failure') return FAILURES[finding.failure.code].severity;
  // Somebody may well want their own.
  return finding.line.code === 'own-credential' ? 'info' : 'warning';
}

export const found = (failure: Failure, profile: string | null = null): DoctorFinding => ({
  is: 'failure',
  failure,
  profile,
});

/** What is found where the fact is known; what is not known stays so, with its reason. */
export const ifKnown = <T>(
  fact: Fact<T>,
  look: (value: T) => readonly DoctorFinding[],
): Fact<readonly DoctorFinding[]> => (fact.known ? { known: true, value: look(fact.value) } : fact);
