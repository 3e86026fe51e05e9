/** What a parser makes of a file: its sections in file order, none merged with another, each tied to its line. */
import type { Line } from './lines.ts';

export interface Key {
  readonly name: string;
  readonly value: string;
}

export interface Section {
  /** What stands between the brackets. */
  readonly name: string;
  readonly header: Line;
  readonly keys: readonly Key[];
}

/** Something for which a parser refuses the whole file: botocore, or for the last one the AWS SDK for JavaScript. */
export type FlawReason =
  | 'text-before-section'
  | 'not-a-setting'
  | 'duplicate-section'
  | 'duplicate-key'
  | 'byte-order-mark'
  | 'not-utf8'
  | 'forbidden-section';

export interface Flaw {
  readonly reason: FlawReason;
  readonly line: number;
  readonly section?: string;
}
