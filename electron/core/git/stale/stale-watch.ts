/** Knows how many stale entries there are, so that clearing them can be offered before git meets one. */
import { Latest } from '../../base/latest.ts';
import type { Clock } from '../../base/time.ts';
import type { CredentialStore } from './port.ts';
import { clearStale, findStale, type StaleReport } from './stale-entries.ts';

/** Looking asks every store, so it is not done at each opening of the popover. */
const LOOK_AGAIN_MS = 10 * 60_000;

export interface StaleWatchWorld {
  readonly clock: Pick<Clock, 'steady'>;
  /** Asked anew each time: what stores there are may change. */
  stores(): Promise<readonly CredentialStore[]>;
  changed(): void;
}

export class StaleWatch {
  readonly #world: StaleWatchWorld;
  readonly #reports = new Latest();
  #count = 0;
  #looked: number | null = null;

  constructor(world: StaleWatchWorld) {
    this.#world = world;
  }

  /** How many temporary entries were there at the last look. */
  get count(): number {
    return this.#count;
  }

  /** `ask`: a person has wished for it, and may be asked to unlock a store. */
  find(ask = false): Promise<StaleReport> {
    const found = this.#world.stores().then((stores) => findStale(stores, ask));
    return this.#reports.of(found, (report) => this.#counted(report));
  }

  clear(): Promise<StaleReport> {
    return this.#reports.of(this.#world.stores().then(clearStale), (report) => this.#counted(report));
  }

  /** Looks again if it has been a while. Never rejects: a store that cannot be looked into is told of when it is asked for. */
  async look(): Promise<void> {
    const now = this.#world.clock.steady();
    if (this.#looked !== null && now - this.#looked < LOOK_AGAIN_MS) return;
    this.#looked = now;
    await this.find().catch(() => {});
  }

  #counted({ entries }: StaleReport): void {
    const count = entries.filter(({ kind, outcome }) => kind === 'temporary' && outcome !== 'removed').length;
    if (count === this.#count) return;
    this.#count = count;
    this.#world.changed();
  }
}
