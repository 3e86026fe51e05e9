/** What is found in a pasted text, as surfaces draw it. It holds no secret. */
import type { Failure } from '../base/failure.ts';

/** Of a longer text the end, where the newest is. */
export const LONGEST_PASTED = 1_048_576;

export const WORDS = [
  'host',
  'repository',
  'region',
  'profile',
  'service',
  'action',
  'permission',
  'status',
  'time',
] as const;
export type Words = { readonly [word in (typeof WORDS)[number]]?: string };

export interface Recognised {
  /** What the message means. */
  readonly failure: Failure;
  /** Those that stand in it. */
  readonly words: Words;
  /** The message as it stands in the text. */
  readonly quote: string;
}

export interface Recognition {
  /** Best first; empty where nothing is known. */
  readonly found: readonly Recognised[];
  /** The end of the text without its secrets, for somebody who knows more. */
  readonly copy: string;
}
