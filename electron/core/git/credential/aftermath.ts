/** What becomes of the passwords that git was given: taken, refused with 401, or, where git is silent and AWS was asked, with 403. */
import { type Failure, failure } from '../../base/failure.ts';
import type { Use } from '../../session/uses.ts';
import { type Asked, askedOf } from './asked.ts';
import { type Choosable, repositoryKey } from './choose-profile.ts';
import type { CredentialRequest } from './credential-protocol.ts';
import type { ServingSession } from './serving-session.ts';
import type { Unconfirmed } from './unconfirmed.ts';
import type { WentOn } from './went-on.ts';

export interface AftermathWorld {
  readonly unconfirmed: Unconfirmed;
  readonly wentOn: Pick<WentOn, 'heard'>;
  profiles(): readonly Choosable[];
  sessionOf(profile: string): ServingSession | null;
  /** Whether AWS answers 403 to a push of that repository; it is asked as git asks it. Never rejects. */
  refuses(asked: Asked): Promise<boolean>;
  record(what: string, profile: string | null, outcome: Use['outcome']): void;
}

export class Aftermath {
  readonly #world: AftermathWorld;
  #trouble: { readonly repository: string; readonly why: Failure } | null = null;
  /** The repositories for which AWS is being asked: the password for that is nobody's push. */
  readonly #asking = new Set<string>();

  constructor(world: AftermathWorld) {
    this.#world = world;
  }

  /** What AWS did with the last password, if it did not take it. */
  get trouble(): Failure | null {
    return this.#trouble?.why ?? null;
  }

  /** Our own question whether AWS takes a password. */
  isOurs(asked: Asked): boolean {
    return this.#asking.has(repositoryKey(asked));
  }

  /** A password goes to git now. */
  answered(asked: Asked, profile: string, session: ServingSession): void {
    if (this.isOurs(asked)) return;
    this.#world.unconfirmed.answered(repositoryKey(asked), () => void this.#ask(asked, profile, session));
  }

  /** git has a helper store what the server has accepted; the password itself is nothing new to us. */
  taken(request: CredentialRequest): void {
    const asked = askedOf(request);
    if (!asked) return;
    const repository = repositoryKey(asked);
    this.#world.unconfirmed.heard(repository);
    this.#world.wentOn.heard(asked, 'taken');
    // A success elsewhere says nothing of this one.
    if (this.#trouble?.repository === repository) this.#trouble = null;
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
    this.#world.wentOn.heard(asked, 'refused');
    this.#trouble = {
      repository: repositoryKey(asked),
      why: failure('git.said-401', { repository: asked.repository }),
    };
    this.#world.record(asked.repository, mine?.id ?? null, 'rejected-by-aws');
  }

  /** The password was fresh and right; that this session may not, or not there, AWS alone can say. */
  async #ask(asked: Asked, id: string, { identity }: ServingSession): Promise<void> {
    // Without a session there is nothing to ask with, and nobody is bothered for it.
    if (!this.#world.sessionOf(id)) return;
    const key = repositoryKey(asked);
    this.#asking.add(key);
    const isForbidden = await this.#world.refuses(asked);
    this.#asking.delete(key);
    if (!isForbidden) return;
    const { repository, region } = asked;
    const profile = this.#world.profiles().find((one) => one.id === id)?.name ?? id;
    this.#trouble = {
      repository: key,
      why: failure('git.likely-403', { repository, profile, account: identity.account, region }),
    };
    this.#world.record(repository, id, 'unconfirmed');
  }
}
