/** A message that people meet: as its program prints it, where that can be seen, and what it means. */
import type { FailureCode } from '../base/failure.ts';

export interface Case {
  /** What it means; the words of its gaps become the failure's parameters. */
  readonly means: FailureCode;
  /** Where the wording comes from. */
  readonly source: string;
  /** Text with {gaps}. */
  readonly says: readonly string[];
  /** It says that something failed, and something else said why. */
  readonly vague?: true;
  /** Only of a host of CodeCommit it means that. */
  readonly ofCodeCommit?: true;
}
