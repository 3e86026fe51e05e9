/** Secrets that stay until they are taken away, each under a name, sealed by the operating system's keyring or not at all. */
import { FailureError } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';
import type { SealedFiles, SecretBox } from './port.ts';

export class SealedSecrets {
  readonly #box: SecretBox;
  readonly #files: SealedFiles;

  constructor(box: SecretBox, files: SealedFiles) {
    this.#box = box;
    this.#files = files;
  }

  /** Rejects with FailureError kept.not-encrypted or kept.locked where nothing can be kept now. */
  async check(): Promise<void> {
    const why = await this.#box.unavailable();
    if (why) throw FailureError.of(why);
  }

  async has(name: string): Promise<boolean> {
    return (await this.#files.read(name)) !== null;
  }

  /** Resolves when it has been shown that it can be had again. Rejects with kept.* or file.*; what was kept before stays. */
  async put(name: string, secret: Secret<string>): Promise<void> {
    await this.check();
    const sealed = await this.#box.seal(secret);
    if ((await this.#box.open(sealed)).reveal() !== secret.reveal()) throw new FailureError('kept.unreadable');
    await this.#files.write(name, sealed);
    if ((await this.#files.read(name)) !== sealed) throw new FailureError('kept.unreadable');
  }

  /** Null where nothing is kept. Rejects with kept.locked, kept.not-encrypted or kept.unreadable. */
  async get(name: string): Promise<Secret<string> | null> {
    const sealed = await this.#files.read(name);
    return sealed === null ? null : this.#box.open(sealed);
  }

  async remove(name: string): Promise<void> {
    await this.#files.remove(name);
  }
}
