/**
 * The one key that a person is handing over: held in memory from the moment it is read until it is taken or given up,
 * and taken only when AWS has said whose it is. Whatever fails, nothing is half done, and what it came from is untouched.
 */
import type { LongTermKey } from '../aws/credentials.ts';
import type { Identity } from '../aws/port.ts';
import { shownKey } from '../aws/shown-key.ts';
import type { SharedFiles } from '../aws-files/port.ts';
import { fittingName, isNewProfileName } from '../aws-files/profile-name.ts';
import { readLongTermKey, readProfiles } from '../aws-files/read-profiles.ts';
import { type FailureCode, FailureError, failureOf } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import type { LongTermKeys } from './long-term-keys.ts';
import { type FoundKey, readKeys } from './read-keys.ts';
import { sameKey } from './sealed-key.ts';

export interface NewKeyWorld {
  readonly keys: Pick<LongTermKeys, 'names' | 'copied' | 'key' | 'add' | 'isProven'>;
  readonly files: SharedFiles;
  /** Asks AWS whose key it is, which shows that it works, and teaches AWS's time. */
  identity(key: LongTermKey, region: string): Promise<Identity>;
  profiles(): readonly ProfileSettings[];
}

/** What a person is told of the key; no secret is in it. */
export interface KeyOwner extends Identity {
  /** Its kind and last letters. */
  readonly key: string;
  readonly user: string;
  readonly isRoot: boolean;
  /** A name that it can be given. */
  readonly name: string;
}

export type KeyHome = 'keychain' | 'file';

export interface TakenKey {
  /** The name that it was given. */
  readonly source: string;
  readonly place: KeyHome;
  /** Where it was read from; null for what was pasted. */
  readonly file: string | null;
  /** The file holds keys of others too. */
  readonly isShared: boolean;
  /** False while nothing has shown yet that the next start can open the keychain. */
  readonly isSure: boolean;
}

interface Held {
  readonly found: readonly FoundKey[];
  readonly file: string | null;
  proven: { readonly key: LongTermKey; readonly name: string } | null;
}

/** In other words than of a key that stands in a profile. */
const TOLD: { readonly [code in FailureCode]?: FailureCode } = {
  'key.unknown': 'new-key.unknown',
  'key.wrong-secret': 'new-key.wrong-secret',
};

export class NewKey {
  readonly #world: NewKeyWorld;
  #held: Held | null = null;
  #taken: TakenKey | null = null;

  constructor(world: NewKeyWorld) {
    this.#world = world;
  }

  /** The last one that was taken, until another is read. */
  get taken(): TakenKey | null {
    return this.#taken;
  }

  /** The file that it came from, where nobody needs that any more. */
  get spentFile(): string | null {
    const { file = null, isShared, isSure } = this.#taken ?? {};
    return isSure && !isShared ? file : null;
  }

  /** Whose keys are in it, to choose from. Throws FailureError new-key.*; none is held then. */
  read(text: Secret<string>, file: string | null): readonly string[] {
    this.#held = null;
    this.#taken = null;
    const found = readKeys(text.reveal());
    this.#held = { found, file, proven: null };
    return found.map(({ owner }) => owner);
  }

  /** `owner` null: there is only one. Rejects with a FailureError; the key is still held. */
  async prove(owner: string | null, region: string): Promise<KeyOwner> {
    const held = this.#held;
    if (!held) throw new FailureError('new-key.gone');
    const key = keyOf(held.found, owner);
    held.proven = null;
    const identity = await this.#world.identity(key, region).catch((thrown) => {
      const { code, params } = failureOf(thrown);
      throw new FailureError(TOLD[code] ?? code, { region, ...params }, { cause: thrown });
    });
    await this.#refuseKnown(key);
    const isRoot = identity.arn.endsWith(':root');
    const user = isRoot ? 'root' : identity.arn.slice(identity.arn.lastIndexOf('/') + 1);
    const name = await this.#freeName(user);
    held.proven = { key, name };
    return { ...identity, key: shownKey(key.accessKeyId), user, isRoot, name };
  }

  /** `name` null: the one that was offered. Rejects with a FailureError; the key is still held, and was put nowhere. */
  async take(place: KeyHome, name: string | null): Promise<TakenKey> {
    const held = this.#held;
    if (!held?.proven) throw new FailureError('new-key.gone');
    const { key } = held.proven;
    const source = name ?? held.proven.name;
    if (!isNewProfileName(source)) {
      throw new FailureError('profile.name-invalid', { name: source, fitting: fittingName(source) });
    }
    const taken = await this.#takenNames();
    if (taken.has(source)) throw new FailureError('new-key.name-taken', { name: source, free: free(source, taken) });
    await this.#world.keys.add(source, key, place);
    const isSure = place === 'file' || (await this.#world.keys.isProven().catch(() => false));
    this.#held = null;
    this.#taken = { source, place, file: held.file, isShared: held.found.length > 1, isSure };
    return this.#taken;
  }

  forget(): void {
    this.#held = null;
  }

  async #refuseKnown(key: LongTermKey): Promise<void> {
    const { keys, files } = this.#world;
    const [credentials, config] = await Promise.all([files.read('credentials'), files.read('config')]);
    const names = [...readProfiles(credentials, config).map(({ name }) => name), ...(await keys.names())];
    for (const name of names) {
      // One that cannot be opened now may be the same; then a person has it twice, which does no harm.
      const there = readLongTermKey(credentials, config, name) ?? (await keys.key(name).catch(() => null));
      if (there && sameKey(there, key)) throw new FailureError('new-key.known', { profile: name });
    }
  }

  async #freeName(user: string): Promise<string> {
    const taken = await this.#takenNames();
    return taken.has('default') ? free(fittingName(user), taken) : 'default';
  }

  /** Of whatever holds a key, comes by credentials in another way, or is Daypass's own. */
  async #takenNames(): Promise<ReadonlySet<string>> {
    const { keys, files, profiles } = this.#world;
    const found = readProfiles(await files.read('credentials'), await files.read('config'));
    const used = found.filter(({ key, roleArn, otherWay, managedByUs }) => key || roleArn || otherWay || managedByUs);
    return new Set([
      ...[...used, ...profiles()].map(({ name }) => name),
      ...(await keys.names()),
      ...(await keys.copied()),
    ]);
  }
}

function keyOf(found: readonly FoundKey[], wanted: string | null): LongTermKey {
  const owners = found.map(({ owner }) => owner).join(', ');
  const [first, ...others] = wanted === null ? found : found.filter(({ owner }) => owner === wanted);
  if (first && others.length === 0) return first.key;
  throw wanted === null
    ? new FailureError('new-key.several', { owners })
    : new FailureError('new-key.no-owner', { owner: wanted, owners });
}

function free(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted.slice(0, 60)}-${n}`;
  return name;
}
