/** What becomes of the passwords that git was given: taken, refused with 401, or, by git's silence, most likely with 403. */
import { type Failure, failure } from '../../base/failure.ts';
import type { Use } from '../../session/uses.ts';
import { type Asked, askedOf } from './asked.ts';
import { type Choosable, repositoryKey } from './choose-profile.ts';
import type { CredentialRequest } from './credential-protocol.ts';
import type { ServingSession } from './serving-session.ts';
import type { Unconfirmed } from './unconfirmed.ts';

export interface AftermathWorld {
  readonly unconfirmed: Unconfirmed;
  profiles(): readonly Choosable[];
  sessionOf(profile: string): ServingSession | null;
  record(what: string, profile: string | null, outcome: Use['outcome']): void;
}

export class Aftermath {
  readonly #world: AftermathWorld;
  #trouble: Failure | null = null;

  constructor(world: AftermathWorld) {
    this.#world = world;
  }

  /** What AWS did with the last password, if it did not take it. */
  get trouble(): Failure | null {
    return this.#trouble;
  }

  /** A password goes to git now. */
  answered(asked: Asked, profile: string, session: ServingSession): void {
    this.#world.unconfirmed.answered(repositoryKey(asked), () => this.#likely403(asked, profile, session));
  }

  /** git has a helper store what the server has accepted; the password itself is nothing new to us. */
  taken(request: CredentialRequest): void {
    const asked = askedOf(request);
    if (!asked) return;
    this.#world.unconfirmed.heard(repositoryKey(asked));
    this.#trouble = null;
  }

  /** git erases what the server answered with 401: ours, or what a helper before us had kept, which is no profile's. */
  refused(request: CredentialRequest): void {
    const asked = askedOf(request);
    if (!asked) return;
    const id = request.username?.split('%', 1)[0];
    const mine = this.#world.profiles().find((profile) => {
      const session = this.#world.sessionOf(profile.id);
      return session !== null && session.credentials.reveal().accessKeyId === id;
    });
    this.#world.unconfirmed.heard(repositoryKey(asked));
    this.#trouble = failure('git.said-401', { repository: asked.repository });
    this.#world.record(asked.repository, mine?.id ?? null, 'rejected-by-aws');
  }

  /** The password was fresh and right, so what is left is that this session may not, or not there. */
  #likely403({ repository, region }: Asked, id: string, { identity }: ServingSession): void {
    const profile = this.#world.profiles().find((one) => one.id === id)?.name ?? id;
    this.#trouble = failure('git.likely-403', { repository, profile, account: identity.account, region });
    this.#world.record(repository, id, 'unconfirmed');
  }
}
