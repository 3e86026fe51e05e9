/** An STS in memory that writes down every call and grants what is asked, unless a test answers otherwise. */
import type { Caller, LongTermKey } from '../../electron/core/aws/credentials.ts';
import type { Granted, Identity, MfaCode, RoleRequest, Sts } from '../../electron/core/aws/port.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import type { EpochMs } from '../../electron/core/base/time.ts';

export interface StsCall {
  readonly action: 'identity' | 'sessionToken' | 'assumeRole';
  readonly caller: Caller;
  readonly region: string;
  readonly mfa: MfaCode | null;
  readonly role: RoleRequest | null;
  readonly durationSeconds: number;
  readonly signal: AbortSignal;
}

/**
 * Answers a call: resolves when AWS has let it through, to the time at which it did if that is not now, and rejects with
 * a FailureError when it has not.
 */
export type StsGate = (call: StsCall) => Promise<EpochMs | undefined>;

export const IDENTITY: Identity = { account: '123456789012', arn: 'arn:aws:iam::123456789012:user/ann' };

export class FakeSts implements Sts {
  readonly calls: StsCall[] = [];
  /** Asked before each answer; a test sets it to refuse, to delay, or to look on. */
  gate: StsGate = async () => undefined;
  readonly #now: () => number;
  #granted: number;

  /** `now` is AWS's own time; `granted` says how many sessions it has given before, so that no key comes twice. */
  constructor(now: () => number, granted = 0) {
    this.#now = now;
    this.#granted = granted;
  }

  get granted(): number {
    return this.#granted;
  }

  async identity(caller: Caller, region: string, signal: AbortSignal): Promise<Identity> {
    await this.#call({ action: 'identity', caller, region, mfa: null, role: null, durationSeconds: 0, signal });
    return IDENTITY;
  }

  async sessionToken(
    caller: LongTermKey,
    region: string,
    mfa: MfaCode,
    durationSeconds: number,
    signal: AbortSignal,
  ): Promise<Granted> {
    const at = await this.#call({ action: 'sessionToken', caller, region, mfa, role: null, durationSeconds, signal });
    return this.#grant(durationSeconds, at);
  }

  async assumeRole(
    caller: Caller,
    region: string,
    role: RoleRequest,
    mfa: MfaCode | null,
    signal: AbortSignal,
  ): Promise<Granted> {
    const { durationSeconds } = role;
    const at = await this.#call({ action: 'assumeRole', caller, region, mfa, role, durationSeconds, signal });
    return this.#grant(durationSeconds, at);
  }

  /** What was asked, in order. */
  get actions(): readonly StsCall['action'][] {
    return this.calls.map((call) => call.action);
  }

  /** Every code that was sent, in order. */
  get codes(): readonly string[] {
    return this.calls.flatMap(({ mfa }) => (mfa ? [mfa.code.reveal()] : []));
  }

  async #call(call: StsCall): Promise<EpochMs> {
    this.calls.push(call);
    return (await this.gate(call)) ?? this.#now();
  }

  #grant(durationSeconds: number, at: EpochMs): Granted {
    const n = ++this.#granted;
    const credentials = new Secret({
      accessKeyId: `ASIA${String(n).padStart(16, '0')}`,
      secretAccessKey: `secret-of-${n}`,
      sessionToken: `token-of-${n}`,
    });
    return { credentials, expiresAt: Math.floor(at / 1000 + durationSeconds) * 1000 };
  }
}
