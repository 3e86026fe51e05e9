/** Saves the settings. What could not be saved is said until it is, and is tried again by itself. */
import { type Failure, failureOf } from '../base/failure.ts';
import type { Timer } from '../base/time.ts';
import type { SettingsStore } from './port.ts';
import type { Settings } from './settings.ts';

/** How long it takes until what has failed is tried again. */
const AGAIN_MS = 60_000;

export interface SettingsSaverWorld {
  readonly store: Pick<SettingsStore, 'save'>;
  readonly timer: Timer;
  /** As they are when it is tried again. */
  current(): Settings;
  changed(): void;
}

export class SettingsSaver {
  readonly #world: SettingsSaverWorld;
  #trouble: Failure | null = null;
  #stop = () => {};

  constructor(world: SettingsSaverWorld) {
    this.#world = world;
  }

  /** Why they are not saved, or null. */
  get trouble(): Failure | null {
    return this.#trouble;
  }

  /** Throws what the store throws. */
  save(settings: Settings): void {
    this.#stop();
    try {
      this.#world.store.save(settings);
      this.#say(null);
    } catch (thrown) {
      this.#stop = this.#world.timer.after(AGAIN_MS, () => this.#again());
      this.#say(failureOf(thrown));
      throw thrown;
    }
  }

  /** Tries a last time, as nothing that is in memory alone outlives the app. */
  stop(): void {
    if (this.#trouble) this.#again();
    this.#stop();
  }

  #again(): void {
    try {
      this.save(this.#world.current());
    } catch {
      // It has been said.
    }
  }

  #say(why: Failure | null): void {
    if (why === this.#trouble) return;
    this.#trouble = why;
    this.#world.changed();
  }
}
