/** Hands sessions to the programs that ask for them, and notes each use. */
import type { SessionCredentials } from '../aws/credentials.ts';
import { sessionLines } from '../aws/session-variables.ts';
import type { Shell } from '../aws/shell-syntax.ts';
import { FailureError } from '../base/failure.ts';
import { Secret } from '../base/secret.ts';
import type { EpochMs } from '../base/time.ts';
import type { Session } from '../session/state.ts';
import type { Use, Uses } from '../session/uses.ts';
import type { ProfileSettings } from '../settings/settings.ts';

export interface ServedSession {
  readonly credentials: Secret<SessionCredentials>;
  readonly expiresAt: EpochMs;
}

/** A program waits for this profile's session, as a person has just told it to. */
export type ServingNews = { readonly is: 'session-wanted'; readonly profile: string };

export interface ServingWorld {
  readonly uses: Uses;
  now(): EpochMs;
  profile(id: string): ProfileSettings;
  sessionOf(profile: string): Session | null;
  /** Resolves when the profile has a session. Rejects with FailureError sign-in.cancelled when `signal` aborts. */
  begun(profile: string, signal: AbortSignal): Promise<void>;
  emit(news: ServingNews): void;
}

export class Serving {
  readonly #world: ServingWorld;

  constructor(world: ServingWorld) {
    this.#world = world;
  }

  /** The living session, noted as a use; null when signed out. */
  serve(profile: string, by: Use['by'], what: string): ServedSession | null {
    const session = this.#world.sessionOf(profile);
    this.#world.uses.add({ at: this.#world.now(), by, what, profile, outcome: session ? 'answered' : 'refused' });
    return session;
  }

  /** Lines that make that shell use the session, noted as a use. Throws FailureError session.none. */
  environment(profile: string, shell: Shell): Secret<string> {
    const session = this.serve(profile, 'environment', shell);
    const { name, region } = this.#world.profile(profile);
    if (!session) throw new FailureError('session.none', { profile: name });
    return new Secret(sessionLines(session.credentials.reveal(), region, shell));
  }

  /** Resolves when the profile has a session, for which a person is asked. Rejects with sign-in.cancelled when `signal` aborts. */
  async waitForSession(profile: string, signal: AbortSignal): Promise<void> {
    if (this.#world.sessionOf(profile)) return;
    this.#world.emit({ is: 'session-wanted', profile });
    await this.#world.begun(profile, signal);
  }
}
