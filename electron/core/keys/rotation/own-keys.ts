/** A user's own keys at AWS, asked with the session of a profile; where AWS does not take that session, it is said plainly. */
import type { AccessKey, AccessKeyCalls, Asker, KeyUse } from '../../aws/access-keys.ts';
import type { LongTermKey } from '../../aws/credentials.ts';
import { FailureError, failureOf } from '../../base/failure.ts';

export interface KeyKeeper {
  /** Its name. */
  readonly profile: string;
  readonly asker: Asker;
}

const SESSION_OVER = ['session.unknown', 'session.expired'];

export class OwnKeys {
  readonly #iam: AccessKeyCalls;
  readonly #keeper: KeyKeeper;

  constructor(iam: AccessKeyCalls, keeper: KeyKeeper) {
    this.#iam = iam;
    this.#keeper = keeper;
  }

  get region(): string {
    return this.#keeper.asker.region;
  }

  list(): Promise<readonly AccessKey[]> {
    return this.#asked(this.#iam.listAccessKeys(this.#keeper.asker));
  }

  create(): Promise<LongTermKey> {
    return this.#asked(this.#iam.createAccessKey(this.#keeper.asker));
  }

  activate(id: string, active: boolean): Promise<void> {
    return this.#asked(this.#iam.updateAccessKey(this.#keeper.asker, id, active));
  }

  /** One that is gone already is as good as deleted. */
  delete(id: string): Promise<void> {
    return this.#asked(this.#iam.deleteAccessKey(this.#keeper.asker, id)).catch(unlessGone);
  }

  lastUsed(id: string): Promise<KeyUse | null> {
    return this.#asked(this.#iam.accessKeyLastUsed(this.#keeper.asker, id));
  }

  /** What carries no MFA: empty also where nobody may say so. */
  async gitCredentials(): Promise<readonly string[]> {
    return this.#iam.listServiceSpecificCredentials(this.#keeper.asker).catch(() => []);
  }

  async sshKeys(): Promise<readonly string[]> {
    return this.#iam.listSSHPublicKeys(this.#keeper.asker).catch(() => []);
  }

  #asked<T>(asking: Promise<T>): Promise<T> {
    return asking.catch((thrown) => {
      if (!SESSION_OVER.includes(failureOf(thrown).code)) throw thrown;
      throw new FailureError('rotation.session-over', { profile: this.#keeper.profile }, { cause: thrown });
    });
  }
}

export function unlessGone(thrown: unknown): void {
  if (failureOf(thrown).code !== 'rotation.no-such-key') throw thrown;
}
