/** An IAM in memory with the MFA devices that a test gives it. */
import { type FailureCode, FailureError } from '../../electron/core/failure.ts';
import type { Iam, LongTermKey, MfaDevice } from '../../electron/core/ports.ts';

export class FakeIam implements Iam {
  devices: readonly MfaDevice[] = [];
  /** With the parameters that the real one gives. */
  refusal: { readonly code: FailureCode; readonly params: Record<string, string> } | null = null;
  readonly asked: { readonly key: LongTermKey; readonly region: string }[] = [];

  async mfaDevices(key: LongTermKey, region: string): Promise<readonly MfaDevice[]> {
    this.asked.push({ key, region });
    if (this.refusal) throw new FailureError(this.refusal.code, this.refusal.params);
    return this.devices;
  }
}
