/**
 * Carries out what the steps of the sessions ask for outside memory. Effects of one profile run one after another, so
 * that a withdrawal never overtakes a delivery, and what could not be taken away is tried again until it is gone.
 */
import { type Failure, failureOf } from '../failure.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import { type AwsClock, CLOCK_TOLERANCE_MS } from './aws-clock.ts';
import type { Keeper } from './keeper.ts';
import type { Session } from './state.ts';

export interface EffectsWorld {
  readonly clock: AwsClock;
  readonly keeper: Keeper;
  profiles(): readonly ProfileSettings[];
  deliver(profile: ProfileSettings, session: Session): Promise<void>;
  withdraw(profile: ProfileSettings): Promise<void>;
  changed(): void;
}

export class Effects {
  readonly #world: EffectsWorld;
  readonly #heard: (profile: ProfileSettings, failure: Failure, what: 'failed' | 'recovered') => void;
  readonly #last = new Map<string, Promise<void>>();
  /** Withdrawals that failed, and why. */
  readonly #owed = new Map<string, Failure>();
  readonly #keptOffsets = new Map<string, number>();
  #notKept: Failure | null = null;

  constructor(
    world: EffectsWorld,
    heard: (profile: ProfileSettings, failure: Failure, what: 'failed' | 'recovered') => void,
  ) {
    this.#world = world;
    this.#heard = heard;
  }

  /** Why sessions are not kept over a restart, or null. */
  get notKept(): Failure | null {
    return this.#notKept;
  }

  set notKept(why: Failure | null) {
    this.#notKept = why;
    this.#world.changed();
  }

  /** Something could not be taken away yet. */
  get owing(): boolean {
    return this.#owed.size > 0;
  }

  deliver(profile: ProfileSettings, session: Session): void {
    this.#add(profile, async (current) => {
      await this.#world.deliver(current, session);
      this.#paid(profile);
    });
  }

  withdraw(profile: ProfileSettings): void {
    this.#add(profile, async (current) => {
      try {
        await this.#world.withdraw(current);
      } catch (thrown) {
        this.#owed.set(profile.id, failureOf(thrown));
        throw thrown;
      }
      this.#paid(profile);
    });
  }

  /** To be called as time passes, for profiles without a session. Why it failed has been said and is not said again. */
  withdrawAgain(profile: ProfileSettings): void {
    if (!this.#owed.has(profile.id)) return;
    this.#add(profile, async (current) => {
      const done = await this.#world.withdraw(current).then(
        () => true,
        () => false,
      );
      if (done) this.#paid(profile);
    });
  }

  keep(profile: ProfileSettings, session: Session): void {
    this.#add(profile, async () => {
      const offset = this.#world.clock.offset();
      this.#keptOffsets.set(profile.id, offset);
      this.notKept = await this.#world.keeper.keep(profile.id, session, offset);
    });
  }

  /** The next start believes the kept offset, so it must follow a clock that has been set. */
  keepAgain(profile: ProfileSettings, session: Session): void {
    const kept = this.#keptOffsets.get(profile.id);
    if (kept === undefined || Math.abs(kept - this.#world.clock.offset()) <= CLOCK_TOLERANCE_MS) return;
    this.keep(profile, session);
  }

  forget(profile: ProfileSettings): void {
    this.#add(profile, () => this.#world.keeper.forget(profile.id));
  }

  /** Resolves when the effects so far have been carried out. */
  async settled(profile: string): Promise<void> {
    await this.#last.get(profile);
  }

  #paid(profile: ProfileSettings): void {
    const owed = this.#owed.get(profile.id);
    if (this.#owed.delete(profile.id) && owed) this.#heard(profile, owed, 'recovered');
  }

  /** The effect gets the profile as it is when its turn comes: it may have been renamed since. */
  #add(profile: ProfileSettings, effect: (current: ProfileSettings) => Promise<void>): void {
    const current = () => this.#world.profiles().find((one) => one.id === profile.id) ?? profile;
    const turn = (this.#last.get(profile.id) ?? Promise.resolve())
      .then(() => effect(current()))
      .catch((thrown) => this.#heard(profile, failureOf(thrown), 'failed'));
    this.#last.set(profile.id, turn);
  }
}
