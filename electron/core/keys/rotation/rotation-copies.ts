/** The second copies of a rotation: the new key from the moment AWS has made it, and the old one for as long as there is a way back. */
import type { LongTermKey } from '../../aws/credentials.ts';
import type { SealedSecrets } from '../../kept/sealed-secrets.ts';
import { openKey, sealable } from '../sealed-key.ts';

export type Spare = 'next' | 'previous';

const SPARES: readonly Spare[] = ['next', 'previous'];

export class RotationCopies {
  readonly #kept: SealedSecrets;

  constructor(kept: SealedSecrets) {
    this.#kept = kept;
  }

  /** Resolves when it has been shown that it can be had again. Rejects with kept.* or file.*. */
  put(which: Spare, source: string, key: LongTermKey): Promise<void> {
    return this.#kept.put(`${which}-${source}`, sealable(key));
  }

  /** Null where there is none. Rejects with FailureError key.box-unavailable, key.unreadable or kept.other-key. */
  get(which: Spare, source: string): Promise<LongTermKey | null> {
    return openKey(this.#kept, `${which}-${source}`, source);
  }

  async forget(source: string): Promise<void> {
    for (const which of SPARES) await this.#kept.remove(`${which}-${source}`);
  }
}
