/** What one parser makes of a file: sections in file order, none merged, each tied to the lines it was read from. */
import type { Line } from './lines.ts';

export interface Key {
  readonly name: string;
  readonly value: string;
  /** The line of the key, then those that continue its value. */
  readonly lines: readonly Line[];
}

export interface Section {
  /** What stands between the brackets. */
  readonly name: string;
  readonly header: Line;
  readonly keys: readonly Key[];
  /** All lines from the header up to the next one's. */
  readonly lines: readonly Line[];
}

/** Something for which a whole file is refused: by botocore, and the last by the AWS SDK for JavaScript. */
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

export interface Reading {
  readonly sections: readonly Section[];
  readonly flaws: readonly Flaw[];
}
