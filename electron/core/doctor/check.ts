/** One thing that the doctor looks at: from facts alone to what was found. */
import { FAILURES, type Failure, type Severity } from '../base/failure.ts';
import type { Fact, Facts } from './facts.ts';
import type { MendName } from './mend.ts';

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

export interface DoctorFinding {
  /** What it is, why it matters and what to do: the catalogue has the words. */
  readonly failure: Failure;
  /** By name. */
  readonly profile: string | null;
  /** What was seen and where, a line each, without a secret: a file and its line, a key by its last four characters. */
  readonly evidence: readonly string[];
  /** What mends it with one click, after a look at what that does; null where a person must. */
  readonly mend: MendName | null;
}

export interface Check {
  readonly name: CheckName;
  /** Where one of these has found an error, there is nothing to look at here: what would be found only follows from it. */
  readonly behind?: readonly CheckName[];
  look(facts: Facts): Fact<readonly DoctorFinding[]>;
}

export const severityOf = ({ failure }: DoctorFinding): Severity => FAILURES[failure.code].severity;

/** What is only told, and in nobody's way. */
export const isNote = (finding: DoctorFinding): boolean => severityOf(finding) === 'info';

export const found = (failure: Failure, more: Partial<Omit<DoctorFinding, 'failure'>> = {}): DoctorFinding => ({
  failure,
  profile: null,
  evidence: [],
  mend: null,
  ...more,
});

/** What is found where the fact is known; what is not known stays so, with its reason. */
export const ifKnown = <T>(
  fact: Fact<T>,
  look: (value: T) => readonly DoctorFinding[],
): Fact<readonly DoctorFinding[]> => (fact.known ? { known: true, value: look(fact.value) } : fact);
