/** What is said of a failure, and which failures a file must have texts for. */
import type { FailureCode } from '../base/failure.ts';

export interface FailureText {
  readonly cause: string;
  readonly fix: string;
}

/** A text for each failure of these areas, an area being what stands before the dot of a code; without one, for all. */
export type FailureTexts<Area extends string = string> = Readonly<
  Record<Extract<FailureCode, `${Area}.${string}`>, FailureText>
>;
