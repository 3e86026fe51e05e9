/** Tells causes apart that AWS's error codes put together: by action, code and message, as STS and IAM send them. */
import { type Failure, type FailureCode, failure } from '../base/failure.ts';

export interface AwsRefusal {
  readonly action:
    | 'identity'
    | 'sessionToken'
    | 'assumeRole'
    | 'mfaDevices'
    | 'createMfaDevice'
    | 'enableMfaDevice'
    | 'resyncMfaDevice'
    | 'unassignedMfaDevices';
  /** As in the error's `Code`. */
  readonly code: string;
  readonly message: string;
  readonly region: string;
  /** What it was asked with: a long-term key alone, one with a code, or a session. */
  readonly by: 'key' | 'code' | 'session';
}

interface Where {
  readonly action?: AwsRefusal['action'];
  readonly by?: AwsRefusal['by'];
}

type Rule = readonly [code: RegExp, message: RegExp, failure: FailureCode, where?: Where];

const ANY = /(?:)/;
const DENIED = /^AccessDenied/;

/** The first that fits counts. */
const RULES: readonly Rule[] = [
  [DENIED, /invalid MFA one time pass code/i, 'code.rejected'],
  [DENIED, /unable to validate MFA code/i, 'device.refused'],
  [DENIED, /must provide both MFA serial number and one time pass code/i, 'device.serial-malformed'],
  [DENIED, /with session credentials/i, 'key.temporary'],
  [DENIED, ANY, 'device.list-denied', { action: 'mfaDevices' }],
  [DENIED, ANY, 'enrol.denied', { action: 'createMfaDevice' }],
  [DENIED, ANY, 'enrol.denied', { action: 'enableMfaDevice' }],
  [DENIED, ANY, 'enrol.denied', { action: 'resyncMfaDevice' }],
  [DENIED, /explicit deny/i, 'policy.denied'],
  [DENIED, ANY, 'role.denied', { action: 'assumeRole' }],
  [DENIED, ANY, 'policy.denied'],
  [/^(RequestExpired|RequestTimeTooSkewed)/, ANY, 'clock.skewed'],
  [/^SignatureDoesNotMatch/, /expired|not yet current|skew/i, 'clock.skewed'],
  [/^SignatureDoesNotMatch/, /credential should be scoped/i, 'aws.wrong-region'],
  [/^SignatureDoesNotMatch/, ANY, 'key.wrong-secret'],
  [/^(InvalidClientTokenId|UnrecognizedClient)/, ANY, 'session.unknown', { by: 'session' }],
  [/^(InvalidClientTokenId|UnrecognizedClient)/, ANY, 'key.unknown'],
  [/^ExpiredToken/, ANY, 'session.expired'],
  [/^RegionDisabled/, ANY, 'aws.region-disabled'],
  [/^Throttl|^TooManyRequests|^RequestLimitExceeded/, ANY, 'aws.throttled'],
  [/^EntityAlreadyExists/, ANY, 'enrol.name-taken', { action: 'createMfaDevice' }],
  [/^EntityAlreadyExists/, ANY, 'enrol.in-use', { action: 'enableMfaDevice' }],
  [/^InvalidAuthenticationCode/, ANY, 'enrol.codes-refused'],
  [/^LimitExceeded/, ANY, 'enrol.too-many', { action: 'createMfaDevice' }],
  [/^LimitExceeded/, ANY, 'enrol.too-many', { action: 'enableMfaDevice' }],
  [/^NoSuchEntity/, ANY, 'enrol.gone', { action: 'enableMfaDevice' }],
  [/^NoSuchEntity/, ANY, 'enrol.gone', { action: 'resyncMfaDevice' }],
  [/^(EntityTemporarilyUnmodifiable|ConcurrentModification)/, ANY, 'enrol.busy'],
  [/^Validation/, /DurationSeconds exceeds/i, 'role.duration'],
  [/^Validation/, /durationSeconds/i, 'duration.invalid'],
  [/^Validation/, /serialNumber|tokenCode/i, 'device.serial-malformed'],
];

/** Whether MFA was there: a long-term key carries none, and of a session AWS does not say. */
const MFA = { key: 'mfa-absent', code: 'mfa-present', session: 'mfa-of-session' } as const;

export function explainAws({ action, code, message, region, by }: AwsRefusal): Failure {
  const holds = ({ action: a = action, by: b = by }: Where = {}) => a === action && b === by;
  const rule = RULES.find(([c, m, , where]) => c.test(code) && m.test(message) && holds(where));
  const why = failure(rule?.[2] ?? 'aws.refused', { message: message.trim() || code, region });
  const isForbidden = why.code === 'policy.denied' || why.code === 'role.denied';
  return isForbidden ? failure(why.code, { ...why.params, reason: MFA[by] }) : why;
}
