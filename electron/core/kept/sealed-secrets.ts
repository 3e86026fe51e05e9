/** Secrets that stay until they are taken away, each under a name, sealed by the operating system's keyring or not at all. */
import { FailureError } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';
import type { SealedFiles } from './port.ts';
import type { Seal } from './seal.ts';

export class SealedSecrets {
  readonly #seal: Seal;
  readonly #files: SealedFiles;

  constructor(seal: Seal, files: SealedFiles) {
    this.#seal = seal;
    this.#files = files;
  }

  /** Rejects with FailureError kept.* where nothing can be kept now. */
  async check(): Promise<void> {
    const why = await this.#seal.unavailable();
    if (why) throw FailureError.of(why);
  }

  /** Whether a process before this one has sealed with the same key. Rejects with kept.*. */
  isProven(): Promise<boolean> {
    return this.#seal.isProven();
  }

  async has(name: string): Promise<boolean> {
    return (await this.#files.read(name)) !== null;
  }

  /** Resolves when it has been shown that it can be had again. Rejects with kept.* or file.*; what was kept before stays. */
  async put(name: string, secret: Secret<string>): Promise<void> {
    const sealed = await this.#seal.seal(secret);
    await this.#files.write(name, sealed);
    if ((await this.#files.read(name)) !== sealed) throw new FailureError('kept.unreadable');
  }

  /** Null where nothing is kept. Rejects with kept.*. */
  async get(name: string): Promise<Secret<string> | null> {
    const sealed = await this.#files.read(name);
    return sealed === null ? null : this.#seal.open(sealed);
  }

  /** Of all that is kept, whether it can be opened now or not. */
  names(): Promise<readonly string[]> {
    return this.#files.names();
  }

  async remove(name: string): Promise<void> {
    await this.#files.remove(name);
  }
}
