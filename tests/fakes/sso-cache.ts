/** The folder of AWS's tools in memory: what is in it under which name, and a disk that can refuse. */
import { type Failure, FailureError } from '../../electron/core/base/failure.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import type { SsoCache } from '../../electron/core/identity-center/port.ts';

export class FakeSsoCache implements SsoCache {
  readonly files = new Map<string, string>();
  /** Refuses to be written or read. */
  refuses: { write?: Failure; read?: Failure } = {};
  /** What another program does just before the next look. */
  meanwhile: (() => void) | null = null;

  async read(name: string) {
    if (this.refuses.read) throw FailureError.of(this.refuses.read);
    const text = this.files.get(name);
    const then = this.meanwhile;
    this.meanwhile = null;
    then?.();
    return text === undefined ? null : new Secret(text);
  }

  async write(name: string, text: Secret<string>) {
    if (this.refuses.write) throw FailureError.of(this.refuses.write);
    this.files.set(name, text.reveal());
  }

  async remove(name: string) {
    this.files.delete(name);
  }

  /** What stands in a file, as an object. */
  json(name: string): Record<string, unknown> {
    return JSON.parse(this.files.get(name) ?? 'null');
  }

  put(name: string, fields: object): void {
    this.files.set(name, JSON.stringify(fields));
  }
}
