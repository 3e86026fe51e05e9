/** Brings back what an earlier run kept, from a keyring that may take its time; what a person has done meanwhile counts more. */
import type { AwsClock } from '../base/aws-clock.ts';
import { failureOf } from '../base/failure.ts';
import type { Timer } from '../base/time.ts';
import { mayPass } from '../kept/seal.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import type { Effects } from './effects.ts';
import type { Keeper } from './keeper.ts';
import type { Session } from './state.ts';
import type { WayIn } from './way-in.ts';

const AGAIN_MS = 10_000;

export interface RestorerWorld {
  readonly clock: AwsClock;
  readonly timer: Timer;
  readonly keeper: Keeper;
  readonly effects: Pick<Effects, 'withdraw' | 'notKept'>;
  hasSession(profile: string): boolean;
  wayIn(profile: ProfileSettings): WayIn;
  restored(profile: ProfileSettings, session: Omit<Session, 'id'>): void;
}

export class Restorer {
  readonly #world: RestorerWorld;
  /** Profiles that were signed in or out since the last look into the keyring. */
  readonly #overtaken = new Set<string>();
  /** Stops the next try, by profile. */
  readonly #again = new Map<string, () => void>();

  constructor(world: RestorerWorld) {
    this.#world = world;
  }

  /** To be called when a person has begun or ended a session: what the keyring still says of it is old. */
  overtake(profile: string): void {
    this.#overtaken.add(profile);
  }

  /** Never rejects. What an earlier run left in the profile without keeping it is taken away. */
  async restore(profile: ProfileSettings): Promise<void> {
    const { keeper, clock, timer, effects, hasSession, restored, wayIn } = this.#world;
    this.#overtaken.delete(profile.id);
    this.#again.get(profile.id)?.();
    try {
      // First: keys that have ended are nobody's loss where there will be others.
      await wayIn(profile).resume?.(profile);
      const found = await keeper.restore(profile.id);
      if (found && !this.#overtaken.has(profile.id)) {
        if (!clock.learned) clock.suggest(found.offset);
        effects.notKept = null;
        restored(profile, found.session);
      }
      if (!hasSession(profile.id)) effects.withdraw(profile);
    } catch (thrown) {
      const failure = failureOf(thrown);
      effects.notKept = failure;
      if (hasSession(profile.id)) return;
      effects.withdraw(profile);
      // Daypass often starts before the keyring is there and unlocked. What cannot be opened is left as it is.
      if (mayPass(failure))
        this.#again.set(
          profile.id,
          timer.after(AGAIN_MS, () => void this.restore(profile)),
        );
    }
  }
}
