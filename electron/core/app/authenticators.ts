/** The authenticators that people have given to Daypass, by profile, and what depends on them. */
import type { StoredTotp } from '../authenticator/stored-totp.ts';
import { FailureError, failureOf } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';
import type { DailySignIn } from '../daily/daily-sign-in.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import { deviceOf } from '../sources/ways-in.ts';

export interface AuthenticatorsWorld {
  readonly book: SettingsBook;
  readonly totp: StoredTotp;
  readonly daily: Pick<DailySignIn, 'startAnew'>;
  /** The authenticator of a device that was set up a moment ago has come to its profile. */
  adopted(profile: string): void;
}

export class Authenticators {
  readonly #world: AuthenticatorsWorld;

  constructor(world: AuthenticatorsWorld) {
    this.#world = world;
  }

  async store(profile: string, text: Secret<string>): Promise<void> {
    await this.#world.totp.store(this.#world.book.profile(profile).id, text);
  }

  async storePicture(profile: string, picture: Uint8Array, chosen: string | null): Promise<readonly string[]> {
    return this.#world.totp.storePicture(this.#world.book.profile(profile).id, picture, chosen);
  }

  /** Takes up what was kept of a new device before there was a profile for it; a keyring that does not open is asked again later. */
  async adopt(profile: string): Promise<void> {
    const { book, totp, adopted } = this.#world;
    if (await totp.adopt(deviceOf(book.profile(profile))).catch(() => false)) adopted(profile);
  }

  /** What it was needed for ends with it. */
  async remove(profile: string): Promise<void> {
    const { book } = this.#world;
    if (book.profile(profile).dailyAt !== null) book.signInDaily(profile, null);
    await this.forget(profile);
  }

  /**
   * Before a profile loses its authenticator: another one of the same device gets it, as it may be nowhere else. Rejects
   * where the keyring has to be opened for that.
   */
  async handOn(profile: string): Promise<void> {
    const { book, totp } = this.#world;
    const { serial } = deviceOf(book.profile(profile));
    const others = book.profiles.filter(({ id }) => id !== profile).map(deviceOf);
    const same = serial === null ? [] : others.filter((other) => other.serial === serial);
    const [heir] = same;
    if (!heir || !totp.has(profile) || same.some(({ id }) => totp.has(id))) return;
    await totp.share(profile, heir.id).catch((thrown) => {
      // What cannot be read any more is lost already.
      if (failureOf(thrown).code === 'totp.box-unavailable') throw thrown;
    });
  }

  /** Also of a profile that is no more. */
  async forget(profile: string): Promise<void> {
    if (this.#world.totp.has(profile)) await this.#world.totp.remove(profile);
  }

  /** `at` is a local time of day, null for never. Throws FailureError code.malformed without a stored authenticator. */
  signInDaily(profile: string, at: string | null): void {
    const { book, totp, daily } = this.#world;
    if (at !== null && !totp.has(profile)) throw new FailureError('code.malformed');
    book.signInDaily(profile, at);
    daily.startAnew(profile);
  }
}
