/** Keys in the keychain that no profile uses, also those of a rotation that lost its profile: they are named, so that none lies there unknown, and only a person's word takes one away. */
import { FailureError } from '../base/failure.ts';
import type { LongTermKeys } from '../keys/long-term-keys.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import { factsOf } from '../sources/ways-in.ts';

export interface SpareKeysWorld {
  readonly keys: Pick<LongTermKeys, 'names' | 'copied' | 'forget'>;
  profiles(): readonly ProfileSettings[];
}

export class SpareKeys {
  readonly #world: SpareKeysWorld;

  constructor(world: SpareKeysWorld) {
    this.#world = world;
  }

  async list(): Promise<readonly string[]> {
    const used = new Set(this.#world.profiles().map((profile) => factsOf(profile).key));
    const { keys } = this.#world;
    const all = new Set([...(await keys.names()), ...(await keys.copied())]);
    return [...all].filter((name) => !used.has(name)).sort();
  }

  /** For good. Rejects with FailureError key.in-use or file.*. */
  async remove(source: string): Promise<void> {
    const user = this.#world.profiles().find((profile) => factsOf(profile).key === source);
    if (user) throw new FailureError('key.in-use', { profile: user.name, source });
    await this.#world.keys.forget(source);
  }
}
