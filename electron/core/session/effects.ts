/**
 * Carries out what the steps of the sessions ask for outside memory. Effects of one profile run one after another, so
 * that a withdrawal never overtakes a delivery, and what could not be written or taken away is tried again until it is.
 */

import { type AwsClock, CLOCK_TOLERANCE_MS } from '../base/aws-clock.ts';
import { type Failure, failureOf } from '../base/failure.ts';
import type { Timer } from '../base/time.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import type { Keeper } from './keeper.ts';
import type { Session } from './state.ts';

/** How long it takes until what has failed is tried again. */
const AGAIN_MS = 60_000;

export interface EffectsWorld {
  readonly clock: AwsClock;
  readonly timer: Timer;
  readonly keeper: Keeper;
  profiles(): readonly ProfileSettings[];
  deliver(profile: ProfileSettings, session: Session): Promise<void>;
  withdraw(profile: ProfileSettings): Promise<void>;
  changed(): void;
}

/** What should stand in a profile's file and does not yet (null: nothing should), and why. */
interface Owed {
  readonly session: Session | null;
  readonly why: Failure;
  readonly stop: () => void;
}

export class Effects {
  readonly #world: EffectsWorld;
  readonly #heard: (profile: ProfileSettings, failure: Failure, what: 'failed' | 'recovered') => void;
  readonly #last = new Map<string, Promise<void>>();
  readonly #owed = new Map<string, Owed>();
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

  deliver(profile: ProfileSettings, session: Session): void {
    this.#place(profile, session);
  }

  withdraw(profile: ProfileSettings): void {
    this.#place(profile, null);
  }

  keep(profile: ProfileSettings, session: Session): void {
    this.#add(profile, async () => {
      const offset = this.#world.clock.offset();
      this.#keptOffsets.set(profile.id, offset);
      this.notKept = await this.#world.keeper.keep(profile.id, session, offset);
    });
  }

  /**
   * The next start believes the kept offset, so it must follow a clock that has been set; and a keyring that was locked
   * may have been unlocked since.
   */
  keepAgain(profile: ProfileSettings, session: Session): void {
    const kept = this.#keptOffsets.get(profile.id);
    const moved = kept !== undefined && Math.abs(kept - this.#world.clock.offset()) > CLOCK_TOLERANCE_MS;
    const locked = kept !== undefined && this.#notKept?.code === 'kept.locked';
    if (!moved && !locked) return;
    this.keep(profile, session);
  }

  forget(profile: ProfileSettings): void {
    this.#add(profile, () => this.#world.keeper.forget(profile.id));
  }

  /** Resolves when the effects so far have been carried out. */
  async settled(profile: string): Promise<void> {
    await this.#last.get(profile);
  }

  #place(profile: ProfileSettings, session: Session | null): void {
    this.#add(profile, async (current) => {
      try {
        await this.#write(current, session);
      } catch (thrown) {
        this.#owe(profile, session, failureOf(thrown));
        throw thrown;
      }
    });
  }

  async #write(profile: ProfileSettings, session: Session | null): Promise<void> {
    await (session ? this.#world.deliver(profile, session) : this.#world.withdraw(profile));
    const owed = this.#owed.get(profile.id);
    if (!owed) return;
    owed.stop();
    this.#owed.delete(profile.id);
    this.#heard(profile, owed.why, 'recovered');
  }

  #owe(profile: ProfileSettings, session: Session | null, why: Failure): void {
    this.#owed.get(profile.id)?.stop();
    const stop = this.#world.timer.after(AGAIN_MS, () => this.#writeAgain(profile));
    this.#owed.set(profile.id, { session, why, stop });
  }

  /** Why it failed has been said and is not said again. */
  #writeAgain(profile: ProfileSettings): void {
    this.#add(profile, async (current) => {
      const owed = this.#owed.get(profile.id);
      if (owed) await this.#write(current, owed.session).catch(() => this.#owe(profile, owed.session, owed.why));
    });
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
