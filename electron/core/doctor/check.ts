/** One thing that the doctor looks at: from facts alone to what was found. */
import type { Fact, Facts } from './facts.ts';
import type { DoctorFinding } from './finding.ts';

export type CheckName =
  | 'clock'
  | 'network'
  | 'programs'
  | 'environment'
  | 'git'
  | 'git-set-up'
  | 'git-config'
  | 'keychain'
  | 'aws-files'
  | 'profiles'
  | 'daypass';

export interface Check {
  readonly name: CheckName;
  /** Where one of these has found an error, there is nothing to look at here: what would be found only follows from it. */
  readonly behind?: readonly CheckName[];
  look(facts: Facts): Fact<readonly DoctorFinding[]>;
}

/** What is found where the fact is known; what is not known stays so, with its reason. */
export const ifKnown = <T>(
  fact: Fact<T>,
  look: (value: T) => readonly DoctorFinding[],
): Fact<readonly DoctorFinding[]> => (fact.known ? { known: true, value: look(fact.value) } : fact);
