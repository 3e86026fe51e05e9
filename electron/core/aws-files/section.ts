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
  /** From 1. */
  readonly line: number;
  /** The name of the section it stands in, cut to a length that fits a message. */
  readonly section?: string;
}

export const titleOf = (name: string): string => (name.length > 80 ? `${name.slice(0, 79)}…` : name);
