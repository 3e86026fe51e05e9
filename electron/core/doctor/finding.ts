/** One thing that the doctor has found, as every surface draws it. */
import { FAILURES, type Severity } from '../base/catalogue.ts';
import type { Failure } from '../base/failure.ts';
import type { MendName } from './mend.ts';

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
