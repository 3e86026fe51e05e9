/**
 * Seals what outlives a restart. The first sealed text of all stays as a proof: while it cannot be opened nothing is sealed,
 * so that no new key takes the place of one that is only locked, denied or in another keyring; and once another process has
 * opened it, what is sealed can be relied on.
 */
import { type Failure, FailureError, failureOf } from '../base/failure.ts';
import { Secret } from '../base/secret.ts';
import type { SealedFiles, SecretBox } from './port.ts';

const PROOF = 'proof';

export class Seal {
  readonly #box: SecretBox;
  readonly #files: SealedFiles;
  #madeNow = false;
  /** Two who seal at once make one proof. */
  #making: Promise<string> | null = null;

  constructor(box: SecretBox, files: SealedFiles) {
    this.#box = box;
    this.#files = files;
  }

  /** Null where secrets can be kept now, otherwise why not. */
  async unavailable(): Promise<Failure | null> {
    try {
      const proof = await this.#files.read(PROOF);
      if (proof === null) return await this.#box.unavailable();
      await this.#box.open(proof);
      return null;
    } catch (thrown) {
      return failureOf(thrown);
    }
  }

  /** Why what was kept cannot be opened now; null where it can, and where nothing was. */
  async heldBack(): Promise<Failure | null> {
    return (await this.#files.read(PROOF).catch(() => null)) === null ? null : this.unavailable();
  }

  /** Whether a process before this one has sealed with the key that is there now. Rejects with kept.* where that cannot be known. */
  async isProven(): Promise<boolean> {
    const proof = await this.#files.read(PROOF);
    if (proof === null || this.#madeNow) return false;
    await this.#box.open(proof);
    return true;
  }

  /** Rejects with kept.* or file.*. */
  async seal(plain: Secret<string>): Promise<string> {
    const found = await this.#files.read(PROOF);
    if (found !== null) await this.#box.open(found);
    const sealed = await this.#box.seal(plain, found ?? (await this.#proof()));
    if ((await this.#box.open(sealed)).reveal() !== plain.reveal()) throw new FailureError('kept.unreadable');
    return sealed;
  }

  open(sealed: string): Promise<Secret<string>> {
    return this.#box.open(sealed);
  }

  unlock(): Promise<void> {
    return this.#box.unlock();
  }

  /** Begins with another key, once what was sealed with the old one has been set aside: nothing of it is deleted. */
  async beginAnew(others: SealedFiles): Promise<void> {
    await others.setAside();
    await this.#files.setAside();
  }

  #proof(): Promise<string> {
    this.#making ??= this.#makeProof().finally(() => {
      this.#making = null;
    });
    return this.#making;
  }

  async #makeProof(): Promise<string> {
    const proof = await this.#box.seal(new Secret(PROOF), null);
    await this.#box.open(proof);
    this.#madeNow = true;
    await this.#files.write(PROOF, proof);
    return proof;
  }
}

/** What is not so any more when the keyring that was used before is there and open. */
export const mayPass = ({ code }: Failure): boolean => code.startsWith('kept.') && code !== 'kept.unreadable';
