import type { Timer } from '../base/time.ts';
import type { Probes, Terminal } from './facts.ts';
import { gather } from './gather.ts';
import type { MendName, MendPlan, Mends } from './mend.ts';
import type { DoctorReport } from './report.ts';
import { reportOf } from './report-of.ts';

export class Doctor {
  readonly #probes: Probes;
  readonly #mends: Mends;
  readonly #timer: Timer;

  constructor(probes: Probes, mends: Mends, timer: Timer) {
    this.#probes = probes;
    this.#mends = mends;
    this.#timer = timer;
  }

  /**
   * Gathers the facts anew; `told` gets the report as far as it has come. Never rejects; what does not answer in time is
   * said to be unknown.
   */
  async examine(told: (report: DoctorReport) => void = () => {}, terminal: Terminal = null): Promise<DoctorReport> {
    return reportOf(await gather(this.#probes, this.#timer, (facts) => told(reportOf(facts)), terminal));
  }

  /** What these would change. Rejects with a FailureError. */
  plan(names: readonly MendName[]): Promise<readonly MendPlan[]> {
    return Promise.all(names.map(async (name) => ({ name, text: await this.#mends[name].plan() })));
  }

  /** One after another; the first that fails ends it, and rejects with a FailureError. */
  async mend(names: readonly MendName[]): Promise<void> {
    for (const name of names) await this.#mends[name].apply();
  }
}
