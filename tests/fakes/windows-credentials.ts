/** Windows' credentials in memory, as CredEnumerateW and CredDeleteW show them. */
import {
  type CredentialApi,
  type WindowsCredential,
  WindowsError,
} from '../../electron/adapters/keychain/windows/credential-api.ts';

/** CRED_TYPE_GENERIC, under which every helper of git keeps its passwords. */
const GENERIC = 1;

export class FakeCredentialApi implements CredentialApi {
  credentials: WindowsCredential[] = [];
  /** What each call fails with. */
  fails: Error | null = null;
  /** Whether a removal is only said to have been made. */
  deaf = false;

  put(target: string, user: string | null, more: Partial<WindowsCredential> = {}): void {
    this.credentials.push({ target, user, type: GENERIC, writtenAt: Date.UTC(2026, 0, 2, 3, 4, 5), ...more });
  }

  enumerate(beginning: string): readonly WindowsCredential[] {
    if (this.fails) throw this.fails;
    const start = beginning.toLowerCase();
    return this.credentials.filter(({ target }) => target.toLowerCase().startsWith(start));
  }

  remove(target: string, type: number): void {
    if (this.fails) throw this.fails;
    if (this.deaf) return;
    this.credentials = this.credentials.filter((one) => one.target !== target || one.type !== type);
  }
}

export const failing = (call: string, code: number): Error => new WindowsError(call, code);
