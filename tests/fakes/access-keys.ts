/** A user's own keys at IAM in memory: two at most, each with its secret, and refusals as a test wants them. */
import type { AccessKey, AccessKeyCalls, Asker, KeyUse } from '../../electron/core/aws/access-keys.ts';
import type { LongTermKey } from '../../electron/core/aws/credentials.ts';
import { type FailureCode, FailureError } from '../../electron/core/base/failure.ts';
import { Secret } from '../../electron/core/base/secret.ts';

export type KeyAction = keyof AccessKeyCalls;

export interface FakeAccessKey extends AccessKey {
  readonly secret: string;
  lastUsed: KeyUse | null;
}

export class FakeAccessKeys implements AccessKeyCalls {
  keys: FakeAccessKey[] = [];
  gitCredentials: readonly string[] = [];
  sshKeysOfUser: readonly string[] = [];
  /** By action, why AWS says no. */
  readonly refused = new Map<KeyAction, FailureCode>();
  /** What was asked, in order. */
  readonly done: string[] = [];
  now: () => number = () => 0;
  #made = 0;

  put(id: string, secret: string, more: Partial<FakeAccessKey> = {}): void {
    this.keys.push({ id, secret, active: true, created: 0, lastUsed: null, ...more });
  }

  /** Whether AWS takes this key. */
  takes({ accessKeyId, secretAccessKey }: LongTermKey): boolean {
    return this.keys.some((key) => key.id === accessKeyId && key.active && key.secret === secretAccessKey.reveal());
  }

  async listAccessKeys(asker: Asker): Promise<readonly AccessKey[]> {
    this.#ask('listAccessKeys', asker);
    return this.keys.map(({ id, active, created }) => ({ id, active, created }));
  }

  async createAccessKey(asker: Asker): Promise<LongTermKey> {
    this.#ask('createAccessKey', asker);
    if (this.keys.length >= 2) throw new FailureError('rotation.two-keys');
    const n = ++this.#made;
    const id = `AKIA${String(n).padStart(16, 'N')}`;
    this.put(id, `planted-secret-of-new-key-${n}`, { created: Math.floor(this.now() / 1000) * 1000 });
    return { accessKeyId: id, secretAccessKey: new Secret(`planted-secret-of-new-key-${n}`) };
  }

  async updateAccessKey(asker: Asker, id: string, active: boolean): Promise<void> {
    this.#ask('updateAccessKey', asker, id);
    const at = this.#at(id);
    this.keys = this.keys.map((key, index) => (index === at ? { ...key, active } : key));
  }

  async deleteAccessKey(asker: Asker, id: string): Promise<void> {
    this.#ask('deleteAccessKey', asker, id);
    this.keys.splice(this.#at(id), 1);
  }

  async accessKeyLastUsed(asker: Asker, id: string): Promise<KeyUse | null> {
    this.#ask('accessKeyLastUsed', asker, id);
    return this.keys[this.#at(id)]?.lastUsed ?? null;
  }

  async listServiceSpecificCredentials(asker: Asker): Promise<readonly string[]> {
    this.#ask('listServiceSpecificCredentials', asker);
    return this.gitCredentials;
  }

  async listSSHPublicKeys(asker: Asker): Promise<readonly string[]> {
    this.#ask('listSSHPublicKeys', asker);
    return this.sshKeysOfUser;
  }

  #ask(action: KeyAction, { session }: Asker, id = ''): void {
    // A session: a key alone may do none of it.
    if (!session.reveal().sessionToken) throw new Error('no session');
    this.done.push(`${action} ${id}`.trim());
    const code = this.refused.get(action);
    if (code) throw new FailureError(code, { message: 'planted', region: 'eu-west-1', profile: 'work-mfa' });
  }

  #at(id: string): number {
    const at = this.keys.findIndex((key) => key.id === id);
    if (at < 0) throw new FailureError('rotation.no-such-key');
    return at;
  }
}
