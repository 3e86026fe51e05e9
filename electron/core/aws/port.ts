/** AWS as core asks it. */
import type { Secret } from '../base/secret.ts';
import type { EpochMs } from '../base/time.ts';
import type { AccessKeyCalls } from './access-keys.ts';
import type { Caller, LongTermKey, SessionCredentials } from './credentials.ts';

export interface Granted {
  readonly credentials: Secret<SessionCredentials>;
  /** As AWS said it, in AWS's time. */
  readonly expiresAt: EpochMs;
}

export interface Identity {
  readonly account: string;
  readonly arn: string;
}

export interface MfaCode {
  readonly serial: string;
  readonly code: Secret<string>;
}

export interface RoleRequest {
  readonly arn: string;
  readonly sessionName: string;
  readonly externalId?: string;
  readonly durationSeconds: number;
}

/** AWS STS. Rejects with a FailureError; never sends anything twice. */
export interface Sts {
  identity(caller: Caller, region: string, signal: AbortSignal): Promise<Identity>;
  sessionToken(
    key: LongTermKey,
    region: string,
    mfa: MfaCode,
    durationSeconds: number,
    signal: AbortSignal,
  ): Promise<Granted>;
  assumeRole(
    caller: Caller,
    region: string,
    role: RoleRequest,
    mfa: MfaCode | null,
    signal: AbortSignal,
  ): Promise<Granted>;
}

export interface MfaDevice {
  readonly serial: string;
  /** FIDO keys make no code, so they sign in in the browser alone. */
  readonly kind: 'totp' | 'fido';
}

export interface NewMfaDevice {
  readonly serial: string;
  /** In Base32. AWS gives it once. */
  readonly secret: Secret<string>;
}

/** A device, and two codes of it, the older one first. */
export interface TwoCodes {
  readonly user: string;
  readonly serial: string;
  readonly codes: readonly [Secret<string>, Secret<string>];
}

export interface Iam extends AccessKeyCalls {
  mfaDevices(key: LongTermKey, region: string, signal: AbortSignal): Promise<readonly MfaDevice[]>;
  /** It is nobody's until it is enabled. Rejects with enrol.name-taken where the account has one of this name. */
  createMfaDevice(key: LongTermKey, region: string, name: string, signal: AbortSignal): Promise<NewMfaDevice>;
  enableMfaDevice(key: LongTermKey, region: string, asked: TwoCodes, signal: AbortSignal): Promise<void>;
  resyncMfaDevice(key: LongTermKey, region: string, asked: TwoCodes, signal: AbortSignal): Promise<void>;
  /** The serials of the account's devices that are nobody's. */
  unassignedMfaDevices(key: LongTermKey, region: string, signal: AbortSignal): Promise<readonly string[]>;
}
