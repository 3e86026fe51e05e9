/** Which way in a profile has, by its settings and by what is kept for it. The only place that tells one from another. */
import type { StoredTotp } from '../authenticator/stored-totp.ts';
import type { SessionCredentials } from '../aws/credentials.ts';
import type { Secret } from '../base/secret.ts';
import type { WayIn } from '../session/way-in.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import type { CodeWorld } from './session-with-code.ts';
import { sixDigits } from './six-digits.ts';
import { storedAuthenticator } from './stored-authenticator.ts';
import { throughSession } from './through-session.ts';

export interface WaysInWorld extends CodeWorld {
  readonly totp: Pick<StoredTotp, 'has' | 'freshCode'>;
  /** Of the session that serves now; null without one. */
  credentialsOf(profile: string): Secret<SessionCredentials> | null;
}

export class WaysIn {
  readonly #world: WaysInWorld;

  constructor(world: WaysInWorld) {
    this.#world = world;
  }

  /** A role through a session needs no code, also where an authenticator is stored. */
  of({ id, role }: ProfileSettings): WayIn {
    const { sts, totp, credentialsOf } = this.#world;
    const through = role?.through ?? null;
    if (role && through !== null) return throughSession(sts, role, () => credentialsOf(through));
    return totp.has(id) ? storedAuthenticator(this.#world, totp) : sixDigits(this.#world, null);
  }

  /** With a code in hand: also where another way would need none, as a person may want to type one. */
  withCode(profile: ProfileSettings, code: Secret<string>): WayIn {
    return profile.role?.through ? this.of(profile) : sixDigits(this.#world, code);
  }
}
