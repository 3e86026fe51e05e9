/** Watches the time for all profiles: notices, ends, and the sessions that are renewed without a person. */
import type { EpochMs, Timer } from '../base/time.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import { nextLook } from './deadlines.ts';
import { isEndless, renewalTime } from './self-renewal.ts';
import type { SessionState } from './state.ts';
import type { WayIn } from './way-in.ts';

export interface WatchWorld {
  /** AWS's time. */
  readonly clock: { now(): EpochMs };
  readonly timer: Timer;
  profiles(): readonly ProfileSettings[];
  stateOf(profile: string): SessionState;
  wayIn(profile: ProfileSettings): WayIn;
  passTime(profile: ProfileSettings, now: EpochMs, warnBefore: readonly number[]): void;
  signIn(profile: ProfileSettings, way: WayIn): Promise<void>;
  /** Time alone may have changed what is shown. */
  ticked(): void;
}

export class Watch {
  readonly #world: WatchWorld;
  #stopTimer: () => void = () => {};

  constructor(world: WatchWorld) {
    this.#world = world;
  }

  /** To be called whenever time may have passed unseen. */
  tick(): void {
    const now = this.#world.clock.now();
    for (const profile of this.#world.profiles()) {
      this.#world.passTime(profile, now, this.#warnBefore(profile));
      this.renew(profile);
    }
    this.arm();
    this.#world.ticked();
  }

  /** Asks for the next session where its time has come. A refusal shows in the profile; the next tick tries again. */
  renew(profile: ProfileSettings): void {
    const way = this.#world.wayIn(profile);
    const due = renewalTime(way.renews, this.#world.stateOf(profile.id));
    if (due !== null && due <= this.#world.clock.now()) this.#world.signIn(profile, way).catch(() => {});
  }

  /** One timer for all profiles, to the next moment that changes something. */
  arm(): void {
    this.stop();
    const watched = this.#world.profiles().map((profile) => ({
      state: this.#world.stateOf(profile.id),
      warnBefore: this.#warnBefore(profile),
      renews: this.#world.wayIn(profile).renews,
    }));
    const wait = nextLook(watched, this.#world.clock.now());
    if (wait !== null) this.#stopTimer = this.#world.timer.after(wait, () => this.tick());
  }

  stop(): void {
    this.#stopTimer();
    this.#stopTimer = () => {};
  }

  /** Nobody is warned of an end that will not come. */
  #warnBefore(profile: ProfileSettings): readonly number[] {
    return isEndless(this.#world.wayIn(profile).renews, this.#world.stateOf(profile.id)) ? [] : profile.warnBefore;
  }
}
