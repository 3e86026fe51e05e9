/** Tells causes apart that AWS's error codes put together: by action, code and message, as STS and IAM send them. */
import { type Failure, type FailureCode, failure } from '../base/failure.ts';

export interface AwsRefusal {
  readonly action: 'identity' | 'sessionToken' | 'assumeRole' | 'mfaDevices';
  /** As in the error's `Code`. */
  readonly code: string;
  readonly message: string;
  readonly region: string;
}

type Rule = readonly [code: RegExp, message: RegExp, failure: FailureCode, action?: AwsRefusal['action']];

const ANY = /(?:)/;
const DENIED = /^AccessDenied/;

/** The first that fits counts. */
const RULES: readonly Rule[] = [
  [DENIED, /invalid MFA one time pass code/i, 'code.rejected'],
  [DENIED, /unable to validate MFA code/i, 'device.refused'],
  [DENIED, /must provide both MFA serial number and one time pass code/i, 'device.serial-malformed'],
  [DENIED, /with session credentials/i, 'key.temporary'],
  [DENIED, ANY, 'device.list-denied', 'mfaDevices'],
  [DENIED, /explicit deny/i, 'policy.denied'],
  [DENIED, ANY, 'role.denied', 'assumeRole'],
  [DENIED, ANY, 'policy.denied'],
  [/^(RequestExpired|RequestTimeTooSkewed)/, ANY, 'clock.skewed'],
  [/^SignatureDoesNotMatch/, /expired|not yet current|skew/i, 'clock.skewed'],
  [/^SignatureDoesNotMatch/, ANY, 'key.wrong-secret'],
  [/^(InvalidClientTokenId|UnrecognizedClient)/, ANY, 'key.unknown'],
  [/^ExpiredToken/, ANY, 'session.expired'],
  [/^RegionDisabled/, ANY, 'aws.region-disabled'],
  [/^Throttl|^TooManyRequests|^RequestLimitExceeded/, ANY, 'aws.throttled'],
  [/^Validation/, /DurationSeconds exceeds/i, 'role.duration'],
  [/^Validation/, /durationSeconds/i, 'duration.invalid'],
  [/^Validation/, /serialNumber|tokenCode/i, 'device.serial-malformed'],
];

export function explainAws({ action, code, message, region }: AwsRefusal): Failure {
  const rule = RULES.find(([c, m, , a]) => c.test(code) && m.test(message) && (!a || a === action));
  return failure(rule?.[2] ?? 'aws.refused', { message: message.trim() || code, region });
}
