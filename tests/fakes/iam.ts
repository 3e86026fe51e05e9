/** An IAM in memory with the MFA devices that a test gives it. */

import type { LongTermKey } from '../../electron/core/aws/credentials.ts';
import type { Iam, MfaDevice } from '../../electron/core/aws/port.ts';
import { type FailureCode, FailureError } from '../../electron/core/base/failure.ts';
import { FakeAccessKeys } from './access-keys.ts';

export class FakeIam extends FakeAccessKeys implements Iam {
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
