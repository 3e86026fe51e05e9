/** What a person can do about a keyring that holds something back, and what goes on once it gives it. */
import type { StoredTotp } from '../authenticator/stored-totp.ts';
import type { Failure } from '../base/failure.ts';
import type { Timer } from '../base/time.ts';
import type { SealedFiles } from '../kept/port.ts';
import { mayPass, type Seal } from '../kept/seal.ts';
import type { LongTermKeys } from '../keys/long-term-keys.ts';
import type { Sessions } from '../session/sessions.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import { deviceOf } from '../sources/ways-in.ts';

const AGAIN_MS = 10_000;

export interface KeyringWorld {
  readonly timer: Timer;
  readonly seal: Pick<Seal, 'unlock' | 'beginAnew' | 'heldBack'>;
  readonly sessionFiles: SealedFiles;
  readonly keys: Pick<LongTermKeys, 'names' | 'settle'>;
  readonly totp: Pick<StoredTotp, 'look'>;
  readonly sessions: Pick<Sessions, 'keyringChanged'>;
  profiles(): readonly ProfileSettings[];
  changed(): void;
}

export class Keyring {
  readonly #world: KeyringWorld;
  #trouble: Failure | null = null;
  /** Ends the wait for the next look. */
  #stop = (): void => {};

  constructor(world: KeyringWorld) {
    this.#world = world;
  }

  /** Why what is kept cannot be opened, as of the last look. */
  get trouble(): Failure | null {
    return this.#trouble;
  }

  /** Has the keyring ask the person. Rejects with FailureError kept.* where it stays shut. */
  async unlock(): Promise<void> {
    await this.#world.seal.unlock();
    await this.#lookAgain();
  }

  /** Goes on with the keyring of now; what another has sealed is set aside. Rejects with file.*. */
  async beginAnew(): Promise<void> {
    await this.#world.seal.beginAnew(this.#world.sessionFiles);
    await this.#lookAgain();
  }

  /**
   * Looks whether what is kept can be opened, and finishes the moves of long-term keys that waited for that. Where it
   * cannot, it looks again by itself: a keyring often comes, or is opened, after Daypass. Never rejects: what cannot be
   * done now is done at the next look, the doctor's or the next start's.
   */
  async look(): Promise<void> {
    this.#stop();
    this.#trouble = await this.#world.seal.heldBack();
    this.#world.changed();
    if (this.#trouble) {
      if (mayPass(this.#trouble)) this.#stop = this.#world.timer.after(AGAIN_MS, () => void this.#lookByItself());
      return;
    }
    // Also of a profile that is no more.
    for (const source of await this.#world.keys.names().catch(() => []))
      await this.#world.keys.settle(source).catch(() => {});
  }

  stop(): void {
    this.#stop();
  }

  async #lookByItself(): Promise<void> {
    await this.look();
    if (!this.#trouble) await this.#lookAgain();
  }

  async #lookAgain(): Promise<void> {
    const { sessions, totp, profiles } = this.#world;
    await sessions.keyringChanged();
    await totp.look(profiles().map(deviceOf));
    await this.look();
  }
}
