/** What the doctor knows of this computer: each fact is known, or it is said why it is not. */
import type { Failure } from '../base/failure.ts';
import type { GitState } from '../git/config/setup.ts';
import type { StaleReport } from '../git/stale/stale-entries.ts';
import type { DoctorFinding } from './finding.ts';
import type { DesktopState } from './port.ts';
import type { ClockFacts } from './surroundings/clock-facts.ts';
import type { EnvironmentFacts } from './surroundings/environment-facts.ts';
import type { NetworkFacts } from './surroundings/network-facts.ts';
import type { ProgramFacts } from './surroundings/program-facts.ts';
import type { Variable } from './surroundings/variable.ts';

export type Fact<T> = { readonly known: true; readonly value: T } | { readonly known: false; readonly why: Failure };

/** What is asked; each answers with its fact's value, or rejects. */
export interface Asked {
  readonly git: GitState;
  readonly stale: StaleReport;
  /** What AWS's files say that is in the way, without anything secret of them. */
  readonly awsFiles: readonly DoctorFinding[];
  /** What went wrong last in each profile that something is wrong with. */
  readonly profiles: readonly {
    readonly name: string;
    readonly failure: Failure;
    /** What it was asked with: a key by its last four characters, a device, a role, a region. */
    readonly evidence?: readonly string[];
  }[];
  /** What AWS says of a user's own keys that is good to know; empty where nobody is signed in. */
  readonly ownKeys: readonly DoctorFinding[];
  /** What programs are started with. */
  readonly environment: EnvironmentFacts;
  readonly programs: ProgramFacts;
  readonly network: NetworkFacts;
  readonly clock: ClockFacts;
  readonly desktop: DesktopState;
  /** What concerns no single profile. */
  readonly notices: readonly Failure[];
}

export type Facts = { readonly [F in keyof Asked]: Fact<Asked[F]> };
/** The environment of the terminal that asks, as far as it may be known; null where none does, as in the popover. */
export type Terminal = readonly Variable[] | null;
export type Probes = { readonly [F in keyof Asked]: (terminal: Terminal) => Promise<Asked[F]> };
