/** Sealed texts in memory; writing and removing can be made to fail as a disk fails. */
import { type FailureCode, FailureError } from '../../electron/core/base/failure.ts';
import type { SealedFiles } from '../../electron/core/kept/port.ts';

export class FakeSealedFiles implements SealedFiles {
  readonly texts = new Map<string, string>();
  readonly aside: ReadonlyMap<string, string>[] = [];
  broken: FailureCode | null = null;

  async read(name: string): Promise<string | null> {
    return this.texts.get(name) ?? null;
  }

  async write(name: string, sealed: string): Promise<void> {
    this.#refuse(name);
    this.texts.set(name, sealed);
  }

  async remove(name: string): Promise<void> {
    this.#refuse(name);
    this.texts.delete(name);
  }

  async names(): Promise<readonly string[]> {
    return [...this.texts.keys()];
  }

  /** The names of what is kept; a proof of the key is none of it. */
  get kept(): readonly string[] {
    return [...this.texts.keys()].filter((name) => name !== 'proof');
  }

  async setAside(): Promise<void> {
    this.#refuse('folder');
    this.aside.push(new Map(this.texts));
    this.texts.clear();
  }

  #refuse(path: string): void {
    if (this.broken) throw new FailureError(this.broken, { path, reason: 'EIO' });
  }
}
