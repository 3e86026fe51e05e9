/** A trial as it is shown: hop by hop, without a secret. */
import type { Failure } from '../base/failure.ts';

export const HOPS = ['key', 'device', 'session', 'identity', 'git', 'codecommit'] as const;
export type HopName = (typeof HOPS)[number];

export interface Hop {
  readonly name: HopName;
  readonly verdict: 'good' | 'error' | 'unknown' | 'skipped';
  readonly failure: Failure | null;
  /** The same in every language, without a secret. */
  readonly evidence: readonly string[];
}

export interface Trial {
  readonly running: boolean;
  /** Those that have been gone, in order. */
  readonly hops: readonly Hop[];
  /** 'HOST/NAME'; null where only AWS is asked. */
  readonly repository: string | null;
  /** Who is tried: by id. */
  readonly profile: string | null;
}

/** All hops that were gone are well. */
export const isWell = ({ hops, running }: Trial): boolean =>
  !running && hops.every(({ verdict }) => verdict === 'good' || verdict === 'unknown');
