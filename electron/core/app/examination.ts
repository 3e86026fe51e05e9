/** The examination that the popover shows, as far as it has come. */
import type { Doctor } from '../doctor/doctor.ts';
import { type DoctorReport, isAsked } from '../doctor/report.ts';

export class Examination {
  readonly #doctor: Pick<Doctor, 'examine'>;
  readonly #changed: () => void;
  #newest = 0;
  #report: DoctorReport | null = null;

  constructor(doctor: Pick<Doctor, 'examine'>, changed: () => void) {
    this.#doctor = doctor;
    this.#changed = changed;
  }

  /** Null before the first. */
  get report(): DoctorReport | null {
    return this.#report;
  }

  /** Resolves when all has been asked. Only the newest is shown; what it does not know yet stays as it was before. */
  async run(): Promise<void> {
    const mine = ++this.#newest;
    const before = this.#report;
    const show = (report: DoctorReport) => {
      if (mine !== this.#newest) return;
      this.#report = { ...report, checks: report.checks.map((one) => (isAsked(one) ? earlier(before, one) : one)) };
      this.#changed();
    };
    show(await this.#doctor.examine(show));
  }
}

const earlier = (before: DoctorReport | null, one: DoctorReport['checks'][number]) =>
  before?.checks.find(({ name }) => name === one.name) ?? one;
