/** What is known of the variables that programs are started with; no value in it is secret. */
import type { Failure } from '../../base/failure.ts';
import type { Setting } from './start-file.ts';
import type { Variable } from './variable.ts';

export interface KnownProfile {
  readonly name: string;
  readonly key?: 'long-term' | 'session';
}

export interface EnvironmentFacts {
  /** Null where no terminal asks, as in the popover. */
  readonly terminal: readonly Variable[] | null;
  /** What Daypass was started with. */
  readonly app: readonly Variable[];
  readonly settings: readonly Setting[];
  /** All that AWS's two files have. */
  readonly profiles: readonly KnownProfile[];
  /** Those of Daypass. */
  readonly own: readonly { readonly name: string; readonly key: string | null; readonly region: string }[];
  /** The keys of the sessions that Daypass has, as they are shown. */
  readonly sessions: readonly string[];
  /** The variables that lead AWS's tools to other files than those Daypass writes, by what they lead to. */
  readonly elsewhere: readonly { readonly name: string; readonly leads: string; readonly written: string }[];
  /** What stands under [default] and is taken before the container endpoint; null: nothing. */
  readonly beforeEndpoint: Failure | null;
}
