/**
 * Long-term keys that people have moved from the credentials file into the keychain. At every moment the key can be had:
 * it leaves the file only when a process other than the one that has sealed it could open what that one sealed, and the
 * keychain only when it is in the file, or when a person gives it up.
 */

import type { LongTermKey } from '../aws/credentials.ts';
import type { Identity } from '../aws/port.ts';
import { putKeyIn, replaceKeyIn, takeKeyOut } from '../aws-files/move-key.ts';
import type { SharedFiles, TextEdit } from '../aws-files/port.ts';
import { readLongTermKey, readProfiles } from '../aws-files/read-profiles.ts';
import { asTextEdit } from '../aws-files/text-edit.ts';
import { FailureError, failure, failureOf } from '../base/failure.ts';
import type { SealedSecrets } from '../kept/sealed-secrets.ts';
import { openKey, sameKey, sealable } from './sealed-key.ts';

const KEPT = /^(?:key|leaving)-/;
/** What a rotation keeps beside it. */
const COPIED = /^(?:next|previous)-/;
const nameOf = (source: string): string => `key-${source}`;
/** The copy of a key that is still in the file. */
const leavingNameOf = (source: string): string => `leaving-${source}`;

/** 'leaving': sealed already, and it stays in the file until the next start has opened it. 'both': the file holds a key again, and that one is used. */
export type KeyPlace = 'file' | 'leaving' | 'keychain' | 'both' | 'nowhere';

export interface LongTermKeysWorld {
  readonly kept: SealedSecrets;
  readonly files: SharedFiles;
  /** Asks AWS whose key it is, which shows that it works. */
  identity(key: LongTermKey, region: string): Promise<Identity>;
}

export class LongTermKeys {
  readonly #world: LongTermKeysWorld;

  constructor(world: LongTermKeysWorld) {
    this.#world = world;
  }

  async has(source: string): Promise<boolean> {
    const { kept } = this.#world;
    return (await kept.has(nameOf(source))) || (await kept.has(leavingNameOf(source)));
  }

  /** Under which a key is kept, also where it stands in no file and no profile uses it. */
  names(): Promise<readonly string[]> {
    return this.#sources(KEPT);
  }

  /** Of whose key a rotation keeps copies: these are not used. */
  copied(): Promise<readonly string[]> {
    return this.#sources(COPIED);
  }

  /** Null where none is kept. Rejects with FailureError key.box-unavailable, key.unreadable or kept.other-key. */
  async key(source: string): Promise<LongTermKey | null> {
    return (await this.#open(nameOf(source), source)) ?? (await this.#open(leavingNameOf(source), source));
  }

  async place(source: string): Promise<KeyPlace> {
    const { kept } = this.#world;
    const inFile = await this.#inFile(source);
    if (!inFile) return (await this.has(source)) ? 'keychain' : 'nowhere';
    if (await kept.has(leavingNameOf(source))) return 'leaving';
    return (await kept.has(nameOf(source))) ? 'both' : 'file';
  }

  /**
   * Moves the key into the keychain, when it works. Where no other process has opened anything that was sealed with the
   * same keyring yet, it stays in the file as well until `settle`. Rejects with a FailureError; the key is then where it was.
   */
  async keep(source: string, region: string): Promise<void> {
    const { kept, files, identity } = this.#world;
    await kept.check();
    const key = await this.#inFile(source);
    if (!key) throw new FailureError('key.missing', { profile: source });
    const tried = takeOut(await files.read('credentials'), await files.read('config'), source, key);
    if (!tried.ok) throw this.#refused(tried.failure);
    await identity(key, region).catch((thrown) => {
      const { code, params } = failureOf(thrown);
      throw new FailureError(code, { profile: source, ...params }, { cause: thrown });
    });
    await kept.put(leavingNameOf(source), sealable(key));
    try {
      await this.settle(source);
    } catch (thrown) {
      // What could not be taken out of the file is not in two places; if nobody knows, it stays in both.
      const still = await this.#inFile(source).catch(() => null);
      if (still) await kept.remove(leavingNameOf(source));
      throw thrown;
    }
  }

  /** Takes in a key that is nowhere yet and is known to work. Rejects with a FailureError; it is nowhere then. */
  async add(source: string, key: LongTermKey, to: 'keychain' | 'file'): Promise<void> {
    const { kept, files } = this.#world;
    if (to === 'file') return this.#putIn(source, key);
    await kept.check();
    const back = asTextEdit(putKeyIn(await files.read('credentials'), source, key), source);
    if (!back.ok) throw this.#refused(back.failure);
    await kept.put(nameOf(source), sealable(key)).catch(async (thrown) => {
      await kept.remove(nameOf(source)).catch(() => {});
      throw thrown;
    });
  }

  /** Takes a kept key away for good. */
  async forget(source: string): Promise<void> {
    const { kept } = this.#world;
    await kept.remove(nameOf(source));
    await kept.remove(leavingNameOf(source));
  }

  /** Whether what is kept now can be relied on: a process before this one has sealed with the same key. Rejects with kept.*. */
  isProven(): Promise<boolean> {
    return this.#world.kept.isProven();
  }

  /**
   * Finishes a move that waits for a start that can open what was sealed before; to be called at each start, and when a
   * keyring has been unlocked. Rejects with a FailureError; the key is then where it was.
   */
  async settle(source: string): Promise<void> {
    const { kept, files } = this.#world;
    const key = await this.#open(leavingNameOf(source), source);
    if (!key || !(await kept.isProven())) return;
    const inFile = await this.#inFile(source);
    // Somebody may have put another into the file meanwhile: that one stays, and is used.
    if (inFile && sameKey(inFile, key)) {
      const config = await files.read('config');
      await files.edit(
        'credentials',
        (file) => takeOut(file, config, source, key),
        (copy) => asTextEdit(takeKeyOut(copy, source), source),
      );
    }
    await kept.put(nameOf(source), sealable(key));
    await kept.remove(leavingNameOf(source));
  }

  /** The way back. Rejects with a FailureError; the key is then where it was. */
  async putBack(source: string): Promise<void> {
    const key = await this.key(source);
    if (!key) throw new FailureError('key.missing', { profile: source });
    const found = await this.#inFile(source);
    if (found && !sameKey(found, key)) throw new FailureError('key.in-file', { profile: source });
    if (!found) await this.#putIn(source, key);
    await this.forget(source);
  }

  async #putIn(source: string, key: LongTermKey): Promise<void> {
    await this.#world.files.edit('credentials', (file) => asTextEdit(putKeyIn(file, source, key), source));
    const written = await this.#inFile(source);
    if (!written || !sameKey(written, key)) throw new FailureError('file.changed-meanwhile', { path: this.#path });
  }

  /** The key that is used, wherever it is: the file goes first. Null where there is none. Rejects as `key` does. */
  async current(source: string): Promise<LongTermKey | null> {
    return (await this.#inFile(source)) ?? (await this.key(source));
  }

  /** The sections of AWS's files that hold this long-term key, and of `sources` those whose kept key it is. */
  async holders(accessKeyId: string, sources: readonly string[]): Promise<readonly string[]> {
    const { files } = this.#world;
    const [credentials, config] = await Promise.all([files.read('credentials'), files.read('config')]);
    const inFiles = readProfiles(credentials, config)
      .map(({ name }) => name)
      .filter((name) => readLongTermKey(credentials, config, name)?.accessKeyId === accessKeyId);
    const kept = await Promise.all(sources.map(async (name) => [name, (await this.key(name))?.accessKeyId] as const));
    return [...new Set([...inFiles, ...kept.flatMap(([name, id]) => (id === accessKeyId ? [name] : []))])];
  }

  /** Rejects with what would refuse `replace`, as far as that can be known before. */
  async rehearseReplace(source: string, was: LongTermKey, now: LongTermKey): Promise<void> {
    const { kept, files } = this.#world;
    if (await this.#inFile(source)) await files.rehearse('credentials', replacing(source, was, now));
    else await kept.check();
  }

  /**
   * Puts `now` in the place of `was`, in the file or in the keychain, where that is the key that is used. In the file just the
   * two values change. Rejects with a FailureError; the key that was used is then where it was.
   */
  async replace(source: string, was: LongTermKey, now: LongTermKey): Promise<void> {
    const { kept, files } = this.#world;
    const copies: string[] = [];
    for (const name of [nameOf(source), leavingNameOf(source)]) {
      const held = await this.#open(name, source);
      if (held && sameKey(held, was)) copies.push(name);
    }
    if (await this.#inFile(source)) {
      await files.edit('credentials', replacing(source, was, now), (copy) =>
        asTextEdit(takeKeyOut(copy, source), source),
      );
    } else if (copies.length === 0) copies.push(nameOf(source));
    // Also of a key that is in the file: the old one would come back with the end of a move, or when it leaves the file.
    for (const name of copies) await kept.put(name, sealable(now));
  }

  async #sources(form: RegExp): Promise<readonly string[]> {
    const all = await this.#world.kept.names();
    return [...new Set(all.filter((name) => form.test(name)).map((name) => name.replace(form, '')))];
  }

  #open(name: string, source: string): Promise<LongTermKey | null> {
    return openKey(this.#world.kept, name, source);
  }

  async #inFile(source: string): Promise<LongTermKey | null> {
    const { files } = this.#world;
    return readLongTermKey(await files.read('credentials'), await files.read('config'), source) ?? null;
  }

  get #path(): string {
    return this.#world.files.path('credentials');
  }

  #refused({ code, params }: Extract<TextEdit, { ok: false }>['failure']): FailureError {
    return new FailureError(code, { path: this.#path, ...params });
  }
}

const replacing =
  (source: string, was: LongTermKey, now: LongTermKey) =>
  (file: string): TextEdit => {
    const held = readLongTermKey(file, '', source);
    if (!held || !sameKey(held, was)) return { ok: false, failure: failure('key.elsewhere', { profile: source }) };
    return asTextEdit(replaceKeyIn(file, source, was, now), source);
  };

/** Takes out just this key, and only where that leaves none behind and it could be put back. */
function takeOut(file: string, config: string, source: string, key: LongTermKey): TextEdit {
  const held = readLongTermKey(file, '', source);
  if (!held || !sameKey(held, key)) return { ok: false, failure: failure('key.elsewhere', { profile: source }) };
  const out = takeKeyOut(file, source);
  if (!out.ok) return asTextEdit(out, source);
  if (readLongTermKey(out.text, config, source)) {
    return { ok: false, failure: failure('key.elsewhere', { profile: source }) };
  }
  const back = putKeyIn(out.text, source, key);
  return back.ok ? out : asTextEdit(back, source);
}
