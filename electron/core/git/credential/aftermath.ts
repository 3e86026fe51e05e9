/** What becomes of the passwords that git was given: taken, refused with 401, or, where git is silent and AWS was asked, with 403 or 404. */
import { type Failure, failure } from '../../base/failure.ts';
import type { Use } from '../../session/uses.ts';
import type { PushAnswer } from '../config/port.ts';
import { type Asked, askedOf } from './asked.ts';
import { type Choosable, repositoryKey } from './choose-profile.ts';
import type { CredentialRequest } from './credential-protocol.ts';
import { Served, type ServedRepository, type ServedWorld } from './served.ts';
import type { ServingSession } from './serving-session.ts';
import type { Unconfirmed } from './unconfirmed.ts';
import type { WentOn } from './went-on.ts';

export interface AftermathWorld extends ServedWorld {
  readonly unconfirmed: Unconfirmed;
  readonly wentOn: Pick<WentOn, 'heard'>;
  profiles(): readonly Choosable[];
  sessionOf(profile: string): ServingSession | null;
  /** 'HOST/REPOSITORY' → profile id. */
  remembered(): Readonly<Record<string, string>>;
  /** What AWS answers to a push of that repository; it is asked as git asks it. Never rejects. */
  askPush(asked: Asked): Promise<PushAnswer>;
  record(what: string, profile: string | null, outcome: Use['outcome']): void;
}

export class Aftermath {
  readonly #world: AftermathWorld;
  readonly #served: Served;
  /** The repositories for which AWS is being asked: the password for that is nobody's push. */
  readonly #asking = new Set<string>();

  constructor(world: AftermathWorld) {
    this.#world = world;
    this.#served = new Served(world);
  }

  /** Newest first. */
  get served(): readonly ServedRepository[] {
    return this.#served.list;
  }

  /** What AWS did with the last password that it did not take, as long as it has taken none for that repository since. */
  get trouble(): Failure | null {
    return this.served.find((one) => one.failure !== null)?.failure ?? null;
  }

  /** Choices of which neither git nor AWS has said anything, so that nobody knows whether they are right. */
  get unproven(): readonly Failure[] {
    const remembered = this.#world.remembered();
    return this.served
      .filter(({ key, profile, confirmed, failure: why }) => remembered[key] === profile && !confirmed && why === null)
      .map(({ repository, profile }) => failure('git.unproven', { repository, profile: this.#nameOf(profile ?? '') }));
  }

  /** Another profile is to answer for 'HOST/NAME'. */
  forget(key: string): void {
    this.#served.forget(key);
  }

  /** Our own question whether AWS takes a password. */
  isOurs(asked: Asked): boolean {
    return this.#asking.has(repositoryKey(asked));
  }

  /** A password goes to git now. */
  answered(asked: Asked, profile: string, session: ServingSession): void {
    if (this.isOurs(asked)) return;
    const isFirst = !this.#served.isConfirmed(asked, profile);
    this.#served.answered(asked, profile);
    this.#world.unconfirmed.answered(repositoryKey(asked), isFirst, () => void this.#ask(asked, profile, session));
  }

  /** git has a helper store what the server has accepted; the password itself is nothing new to us. */
  taken(request: CredentialRequest): void {
    const asked = askedOf(request);
    if (!asked) return;
    this.#world.unconfirmed.heard(repositoryKey(asked));
    this.#world.wentOn.heard(asked, 'taken');
    this.#served.taken(asked);
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
    this.#served.refused(asked, mine?.id ?? null, failure('git.said-401', { repository: asked.repository }));
    this.#world.record(asked.repository, mine?.id ?? null, 'rejected-by-aws');
  }

  /** The password was fresh and right; that this session may not, or not there, AWS alone can say. */
  async #ask(asked: Asked, id: string, { identity }: ServingSession): Promise<void> {
    // Without a session there is nothing to ask with, and nobody is bothered for it.
    if (!this.#world.sessionOf(id)) return;
    const key = repositoryKey(asked);
    this.#asking.add(key);
    const answer = await this.#world.askPush(asked);
    this.#asking.delete(key);
    // Whoever has been asked meanwhile is another, or git has told by itself.
    const known = this.served.find((one) => one.key === key);
    if (answer === null || known?.profile !== id) return;
    if (answer === 'taken') return this.#served.taken(asked);
    const { repository, region } = asked;
    const about = { repository, profile: this.#nameOf(id), account: identity.account, region };
    this.#served.refused(asked, id, failure(answer === 'forbidden' ? 'git.likely-403' : 'git.likely-404', about));
    this.#world.record(repository, id, 'unconfirmed');
  }

  #nameOf(profile: string): string {
    return this.#world.profiles().find(({ id }) => id === profile)?.name ?? profile;
  }
}
