import type { Timer } from '../base/time.ts';
import type { Probes } from './facts.ts';
import { gather } from './gather.ts';
import { type DoctorReport, report } from './report.ts';

/** Gathers the facts anew at each examination. */
export class Doctor {
  readonly #probes: Probes;
  readonly #timer: Timer;

  constructor(probes: Probes, timer: Timer) {
    this.#probes = probes;
    this.#timer = timer;
  }

  /** Never rejects; what does not answer in time is said to be unknown. */
  async examine(): Promise<DoctorReport> {
    return report(await gather(this.#probes, this.#timer));
  }
}
