/** What the doctor knows of this computer: each fact is known, or it is said why it is not. */
import type { Failure } from '../base/failure.ts';
import type { GitState } from '../git/config/setup.ts';
import type { StaleReport } from '../git/stale/stale-entries.ts';
import type { DesktopState } from './port.ts';

export type Fact<T> = { readonly known: true; readonly value: T } | { readonly known: false; readonly why: Failure };

/** What is asked; each answers with its fact's value, or rejects. */
export interface Asked {
  readonly git: GitState;
  readonly stale: StaleReport;
  /** What went wrong last in each profile that something is wrong with. */
  readonly profiles: readonly {
    readonly name: string;
    readonly failure: Failure;
    /** What it was asked with: a key by its last four characters, a device, a role, a region. */
    readonly evidence?: readonly string[];
  }[];
  readonly desktop: DesktopState;
  /** What concerns no single profile. */
  readonly notices: readonly Failure[];
}

export type Facts = { readonly [F in keyof Asked]: Fact<Asked[F]> };
export type Probes = { readonly [F in keyof Asked]: () => Promise<Asked[F]> };
