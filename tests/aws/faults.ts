// Guarantees: every way in which a test can make AWS or the way to it misbehave, as switches to be set at any time.
import { type IdentityCenterFaults, noIdentityCenterFaults } from './identity-center/identity-center-faults.ts';
import { noSigninFaults, type SigninFaults } from './signin/signin-faults.ts';

export interface Faults {
  /** Added before every answer. */
  latencyMs: number;
  /** Every connection is cut before anything is answered. */
  dropConnections: boolean;
  /** The work is done, then the connection is cut: the caller cannot know. A code sent so is spent. */
  dropReplies: boolean;
  /** The servers' clock runs ahead (or, negative, behind) by this; the MFA device goes with the servers. */
  skewMs: number;
  /** STS and IAM answer Throttling. */
  throttle: boolean;
  /** STS answers ServiceUnavailable. */
  stsDown: boolean;
  /** An explicit deny on iam:ListMFADevices. */
  denyListMfaDevices: boolean;
  /** How long a key that IAM has created is unknown to the services. */
  newKeyDelayMs: number;
  /** How long a device that was enabled is unknown to STS. */
  newDeviceDelayMs: number;
  /** CodeCommit says 401 where it would say 403. */
  codecommit401: boolean;
  /** CodeCommit says 429 to everything. */
  codecommit429: boolean;
  /** CodeCommit has none of its repositories. */
  codecommit404: boolean;
  /** The proxy asks for a user and a password. */
  proxyLogin: { readonly user: string; readonly password: string } | undefined;
  readonly signin: SigninFaults;
  readonly identityCenter: IdentityCenterFaults;
}

export const noFaults = (): Faults => ({
  latencyMs: 0,
  dropConnections: false,
  dropReplies: false,
  skewMs: 0,
  throttle: false,
  stsDown: false,
  denyListMfaDevices: false,
  newKeyDelayMs: 0,
  newDeviceDelayMs: 0,
  codecommit401: false,
  codecommit429: false,
  codecommit404: false,
  proxyLogin: undefined,
  signin: noSigninFaults(),
  identityCenter: noIdentityCenterFaults(),
});
