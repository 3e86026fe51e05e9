/** A keyring in memory that can be locked, missing, or replaced by another that opens nothing of the first. */
import { type Failure, FailureError, failure } from '../../electron/core/base/failure.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import type { SecretBox } from '../../electron/core/kept/port.ts';

export class FakeSecretBox implements SecretBox {
  state: 'open' | 'locked' | 'missing' = 'open';
  key = 'first';

  async unavailable(): Promise<Failure | null> {
    if (this.state === 'open') return null;
    return failure(this.state === 'locked' ? 'kept.locked' : 'kept.not-encrypted');
  }

  async seal(plain: Secret<string>): Promise<string> {
    await this.#ready();
    return `${this.key}:${[...plain.reveal()].reverse().join('')}`;
  }

  async open(sealed: string): Promise<Secret<string>> {
    await this.#ready();
    return new Secret(this.read(sealed));
  }

  /** What `open` gives, whatever state the keyring is in: for a test that looks into it. */
  read(sealed: string): string {
    const [key, ...rest] = sealed.split(':');
    if (key !== this.key) throw new FailureError('kept.unreadable');
    return [...rest.join(':')].reverse().join('');
  }

  async #ready(): Promise<void> {
    const why = await this.unavailable();
    if (why) throw new FailureError(why.code, why.params);
  }
}
