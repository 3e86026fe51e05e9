/** What people have given Daypass to keep for good, their authenticators and long-term keys, by the profile it is for. */

import type { StoredTotp } from '../authenticator/stored-totp.ts';
import { FailureError } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';
import type { Renewals } from '../daily/daily-sign-in.ts';
import type { KeptSecrets } from '../kept/sealed-secrets.ts';
import type { KeptKeys } from '../keys/long-term-keys.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import type { KeyPlace } from '../surfaces/contract/contract.ts';

export interface KeepingParts {
  readonly book: SettingsBook;
  readonly kept: KeptSecrets;
  readonly totp: StoredTotp;
  readonly keys: KeptKeys;
  readonly renewals: Renewals;
}

export class Keeping {
  readonly totp: StoredTotp;
  readonly #parts: KeepingParts;

  constructor(parts: KeepingParts) {
    this.#parts = parts;
    this.totp = parts.totp;
  }

  /** To be called at start: finds what is kept, and catches up on a sign-in whose time has passed meanwhile. */
  async start(): Promise<void> {
    await this.totp.look(this.#parts.book.profiles);
    this.#parts.renewals.tick();
  }

  /** Rejects with FailureError kept.* where nothing can be kept. */
  check(): Promise<void> {
    return this.#parts.kept.check();
  }

  async storeTotp(profile: string, text: Secret<string>): Promise<void> {
    await this.totp.store(this.#parts.book.profile(profile).id, text);
  }

  async storeTotpPicture(profile: string, picture: Uint8Array): Promise<void> {
    await this.totp.storePicture(this.#parts.book.profile(profile).id, picture);
  }

  /** What it was needed for ends with it. */
  async removeTotp(profile: string): Promise<void> {
    const { book } = this.#parts;
    if (book.profile(profile).renewAt !== null) book.renewDaily(profile, null);
    await this.totp.remove(profile);
  }

  /** `at` is a local time of day, null for never. Throws FailureError code.malformed without a stored authenticator. */
  renewDaily(profile: string, at: string | null): void {
    const { book, renewals } = this.#parts;
    if (at !== null && !this.totp.has(profile)) throw new FailureError('code.malformed');
    book.renewDaily(profile, at);
    renewals.startAnew(profile);
  }

  findKey(profile: string): Promise<KeyPlace> {
    return this.#parts.keys.place(this.#parts.book.profile(profile).source);
  }

  async keepKey(profile: string): Promise<void> {
    const { source, region } = this.#parts.book.profile(profile);
    await this.#parts.keys.keep(source, region);
  }

  async putKeyBack(profile: string): Promise<void> {
    await this.#parts.keys.putBack(this.#parts.book.profile(profile).source);
  }
}
