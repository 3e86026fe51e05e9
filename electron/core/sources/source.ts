/** What a new profile can be made from, as every surface is told it: what can be had of it, or why nothing can. */
import type { Failure } from '../base/failure.ts';
import type { Way, WayName, WayOf } from '../settings/way.ts';

/** A section of AWS's files. */
export type Source =
  | { readonly name: string; readonly offer: Offer; readonly refusal: null }
  /** No profile can be made of it, whatever a person adds. */
  | { readonly name: string; readonly offer: null; readonly refusal: Failure };

/** The profile that is made of a section where a person says nothing else. */
export interface Offer {
  readonly name: string;
  /** Null where the files do not say it, or say what cannot be used. */
  readonly region: string | null;
  readonly way: OfferedWay;
  /** What the files say and what cannot be used. A person has to hear of it, and may say something else. */
  readonly flaws: readonly Flaw[];
}

/** As in the settings, but for a device that has to be found or said. */
export type OfferedWay =
  | Exclude<Way, WayOf<'key'>>
  | (Omit<WayOf<'key'>, 'serial'> & { readonly serial: string | null });

export type OfferedWayOf<N extends WayName> = Extract<OfferedWay, { readonly is: N }>;

export interface Flaw {
  readonly field: 'region' | 'serial' | 'durationSeconds';
  readonly failure: Failure;
}

/** All sections that are not Daypass's own, and the file that a key is put into. */
export interface FoundSources {
  readonly list: readonly Source[];
  readonly file: string;
}
