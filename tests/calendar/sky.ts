/** Time as it truly is, which AWS keeps, beside the computer's clocks, which may be wrong. */
import { FakeClock, MORNING } from '../fakes/clock.ts';

export class Sky extends FakeClock {
  #true = MORNING;

  get true(): number {
    return this.#true;
  }

  override advance(ms: number): void {
    super.advance(ms);
    this.#true += ms;
  }
}
