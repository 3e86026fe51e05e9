/** A keyring in memory that can be locked, missing, or replaced by another that opens nothing of the first. */
import { type Failure, FailureError, failure } from '../../electron/core/base/failure.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import type { SecretBox } from '../../electron/core/kept/port.ts';
import { Seal } from '../../electron/core/kept/seal.ts';
import { FakeSealedFiles } from './sealed-files.ts';

export class FakeSecretBox implements SecretBox {
  state: 'open' | 'locked' | 'missing' = 'open';
  key = 'first';
  /** Whether a person who is asked opens it. */
  opens = true;

  async unavailable(): Promise<Failure | null> {
    if (this.state === 'open') return null;
    return failure(this.state === 'locked' ? 'kept.locked' : 'kept.not-encrypted');
  }

  async unlock(): Promise<void> {
    if (this.state === 'locked' && this.opens) this.state = 'open';
    await this.#ready();
  }

  async seal(plain: Secret<string>, like: string | null): Promise<string> {
    await this.#ready();
    if (like !== null) this.read(like);
    return this.sealed(plain.reveal());
  }

  async open(sealed: string): Promise<Secret<string>> {
    await this.#ready();
    return new Secret(this.read(sealed));
  }

  sealed(plain: string): string {
    return `${this.key}:${[...plain].reverse().join('')}`;
  }

  /** What `open` gives, whatever state the keyring is in: for a test that looks into it. */
  read(sealed: string): string {
    const [key, ...rest] = sealed.split(':');
    if (rest.length === 0) throw new FailureError('kept.unreadable');
    if (key !== this.key) throw new FailureError('kept.other-key');
    return [...rest.join(':')].reverse().join('');
  }

  async #ready(): Promise<void> {
    const why = await this.unavailable();
    if (why) throw new FailureError(why.code, why.params);
  }
}

/** With which an earlier process has sealed. */
export function provenSeal(box: FakeSecretBox): Seal {
  const files = new FakeSealedFiles();
  files.texts.set('proof', box.sealed('proof'));
  return new Seal(box, files);
}
