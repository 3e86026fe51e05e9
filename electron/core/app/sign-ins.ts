/** Begins sign-ins by the profile's id: with a code that a person typed, or by the profile's own way in. */
import type { Secret } from '../base/secret.ts';
import type { Sessions } from '../session/sessions.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import type { WaysIn } from '../sources/ways-in.ts';

export interface SignInsWorld {
  readonly book: SettingsBook;
  readonly sessions: Sessions;
  readonly ways: WaysIn;
}

export class SignIns {
  readonly #world: SignInsWorld;

  constructor(world: SignInsWorld) {
    this.#world = world;
  }

  async withCode(id: string, code: Secret<string>): Promise<void> {
    const { book, sessions, ways } = this.#world;
    const profile = book.profile(id);
    await sessions.signIn(profile, ways.withCode(profile, code));
  }

  /** Rejects with FailureError code.malformed where a code is needed. */
  async withoutCode(id: string): Promise<void> {
    const { book, sessions, ways } = this.#world;
    const profile = book.profile(id);
    await sessions.signIn(profile, ways.of(profile));
  }

  /** As a person begins it. Rejects as above. */
  async anew(id: string): Promise<void> {
    const { book, sessions, ways } = this.#world;
    const profile = book.profile(id);
    await sessions.signIn(profile, ways.anew(profile));
  }

  /** Whether a person has to give something first. */
  needsPerson(id: string): boolean {
    const { book, ways } = this.#world;
    return ways.of(book.profile(id)).needs !== 'nothing';
  }

  /** Whether its sessions come and go on without a person and without a code. */
  renewsItself(id: string): boolean {
    const { book, sessions } = this.#world;
    return sessions.renewsItself(book.profile(id));
  }
}
