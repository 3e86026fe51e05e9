import { describe, expect, test } from 'vitest';
import { type AwsRefusal, explainAws } from '../../../electron/core/aws/explain-aws.ts';
import type { FailureCode } from '../../../electron/core/base/failure.ts';
import { REFUSALS } from '../../integration/sts-wire.ts';

type Row = readonly [cause: string, action: AwsRefusal['action'], code: string, message: string, FailureCode];

const DENIED = 'AccessDenied';
const USER = 'arn:aws:iam::123456789012:user/ann';

/** Beside those of the wire table: what other actions and other spellings of the same causes look like. */
const MORE: readonly Row[] = [
  [
    'no permission to list devices',
    'mfaDevices',
    DENIED,
    `User: ${USER} is not authorized to perform: iam:ListMFADevices on resource: user ann because no identity-based policy allows the iam:ListMFADevices action`,
    'device.list-denied',
  ],
  [
    'listing devices denied explicitly',
    'mfaDevices',
    DENIED,
    `User: ${USER} is not authorized to perform: iam:ListMFADevices on resource: user ann with an explicit deny in an identity-based policy`,
    'device.list-denied',
  ],
  [
    'listing devices with a session',
    'mfaDevices',
    'InvalidClientTokenId',
    'The security token included in the request is invalid',
    'key.unknown',
  ],
  [
    'role denied explicitly',
    'assumeRole',
    DENIED,
    `User: ${USER} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::1:role/r with an explicit deny in a service control policy`,
    'policy.denied',
  ],
  [
    'role wants MFA',
    'assumeRole',
    DENIED,
    `User: ${USER} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::1:role/r`,
    'role.denied',
  ],
  [
    'role, wrong code',
    'assumeRole',
    DENIED,
    'MultiFactorAuthentication failed with invalid MFA one time pass code. ',
    'code.rejected',
  ],
  ['the SDK’s name for it', 'assumeRole', 'AccessDeniedException', 'no', 'role.denied'],
  ['no permission, without a word why', 'sessionToken', DENIED, 'no', 'policy.denied'],
  [
    'the SDK’s name for it',
    'identity',
    'ExpiredTokenException',
    'The security token included in the request is expired',
    'session.expired',
  ],
  ...(['createMfaDevice', 'enableMfaDevice', 'resyncMfaDevice'] as const).map(
    (action): Row => [
      'no permission, for want of an Allow',
      action,
      DENIED,
      `User: ${USER} is not authorized to perform: iam:X because no identity-based policy allows the iam:X action`,
      'enrol.denied',
    ],
  ),
  [
    'a new device that is denied explicitly',
    'createMfaDevice',
    DENIED,
    `User: ${USER} is not authorized to perform: iam:CreateVirtualMFADevice with an explicit deny in an identity-based policy`,
    'enrol.denied',
  ],
  ['devices of nobody, denied', 'unassignedMfaDevices', DENIED, 'no', 'policy.denied'],
  [
    'a name that is taken',
    'createMfaDevice',
    'EntityAlreadyExistsException',
    'MFADevice entity at the same path and name already exists.',
    'enrol.name-taken',
  ],
  ['a device in use', 'enableMfaDevice', 'EntityAlreadyExists', 'MFA Device is already in use.', 'enrol.in-use'],
  [
    'codes that are wrong',
    'enableMfaDevice',
    'InvalidAuthenticationCodeException',
    'Authentication code for device is not valid',
    'enrol.codes-refused',
  ],
  ['codes that are wrong', 'resyncMfaDevice', 'InvalidAuthenticationCode', 'no', 'enrol.codes-refused'],
  [
    'too many devices',
    'enableMfaDevice',
    'LimitExceededException',
    'Cannot exceed quota for MfaDevicesPerUser: 8',
    'enrol.too-many',
  ],
  ['too many devices of the account', 'createMfaDevice', 'LimitExceeded', 'quota', 'enrol.too-many'],
  [
    'a device that is gone',
    'enableMfaDevice',
    'NoSuchEntityException',
    'MFA Device with serial number x does not exist.',
    'enrol.gone',
  ],
  ['a device that is gone', 'resyncMfaDevice', 'NoSuchEntity', 'no', 'enrol.gone'],
  ['a user that is being changed', 'enableMfaDevice', 'EntityTemporarilyUnmodifiable', 'wait', 'enrol.busy'],
  ['a device that is being changed', 'createMfaDevice', 'ConcurrentModification', 'wait', 'enrol.busy'],
  ['IAM’s name for throttling', 'mfaDevices', 'ThrottlingException', 'Rate exceeded', 'aws.throttled'],
  ['another name for throttling', 'identity', 'TooManyRequestsException', 'Slow down', 'aws.throttled'],
  ['older name for throttling', 'identity', 'RequestLimitExceeded', 'Request limit exceeded.', 'aws.throttled'],
  [
    'clock, a word that other services use',
    'identity',
    'SignatureDoesNotMatch',
    'Clock skew too great.',
    'clock.skewed',
  ],
  ['clock, other spelling', 'identity', 'RequestExpired', 'Request has expired.', 'clock.skewed'],
  [
    'clock, other spelling',
    'identity',
    'RequestTimeTooSkewed',
    'The difference between the request time and the current time is too large.',
    'clock.skewed',
  ],
  [
    'key unknown to another service',
    'identity',
    'UnrecognizedClientException',
    'The security token included in the request is invalid.',
    'key.unknown',
  ],
  [
    'malformed code',
    'sessionToken',
    'ValidationError',
    "1 validation error detected: Value 'x' at 'tokenCode' failed to satisfy constraint",
    'device.serial-malformed',
  ],
  [
    'anything else that is malformed',
    'sessionToken',
    'ValidationError',
    "1 validation error detected: Value 'x' at 'policy' failed to satisfy constraint",
    'aws.refused',
  ],
  [
    'anything else',
    'identity',
    'InternalFailure',
    'The request processing has failed because of an unknown error.',
    'aws.refused',
  ],
  [
    'signed for another region',
    'identity',
    'SignatureDoesNotMatch',
    'Credential should be scoped to a valid region. ',
    'aws.wrong-region',
  ],
  ['nothing but a code', 'identity', 'Strange', ' ', 'aws.refused'],
  ['nothing at all', 'identity', '', '', 'aws.refused'],
];

const FROM_WIRE = REFUSALS.map(
  ({ cause, action, code, message, failure }): Row => [cause, action, code, message, failure],
);

describe('every refusal has its own cause', () => {
  test.each([...FROM_WIRE, ...MORE])('%s (%s)', (_, action, code, message, expected) => {
    const failure = explainAws({ action, code, message, region: 'eu-central-1', by: 'key' });
    expect(failure.code).toBe(expected);
    const isForbidden = expected === 'policy.denied' || expected === 'role.denied';
    expect(failure.params).toEqual({
      message: message.trim() || code,
      region: 'eu-central-1',
      ...(isForbidden ? { reason: 'mfa-absent' } : {}),
    });
  });
});

describe('whatever a cause is called,', () => {
  const rows = [...FROM_WIRE, ...MORE];
  const codeOf = (action: AwsRefusal['action'], code: string, message: string) =>
    explainAws({ action, code, message, region: 'eu-central-1', by: 'key' }).code;

  test.each(rows)('the case of its words changes nothing: %s', (_, action, code, message, expected) => {
    expect(codeOf(action, code, message.toUpperCase())).toBe(expected);
    expect(codeOf(action, code, message.toLowerCase())).toBe(expected);
  });

  test.each(rows)('a code that only ends so is another: %s', (_, action, code, message) => {
    expect(codeOf(action, `No${code}`, message)).toBe('aws.refused');
  });
});

describe('with what it was asked', () => {
  const token = 'The security token included in the request is invalid';
  test.each([
    ['key', 'key.unknown'],
    ['code', 'key.unknown'],
    ['session', 'session.unknown'],
  ] as const)('a %s that AWS does not know is %s', (by, expected) => {
    for (const code of ['InvalidClientTokenId', 'UnrecognizedClientException']) {
      expect(explainAws({ action: 'assumeRole', code, message: token, region: 'eu-south-1', by }).code).toBe(expected);
    }
  });

  test.each([
    ['key', 'mfa-absent'],
    ['code', 'mfa-present'],
    ['session', 'mfa-of-session'],
  ] as const)('a %s: it is said whether MFA was there', (by, reason) => {
    for (const message of ['no', 'no, with an explicit deny']) {
      const why = explainAws({ action: 'assumeRole', code: DENIED, message, region: 'eu-south-1', by });
      expect(why.params.reason).toBe(reason);
    }
  });
});

test('a code is never called wrong when the clock is, and a secret never when the time is', () => {
  const skewed = REFUSALS.filter(({ code }) => code === 'SignatureDoesNotMatch');
  expect(new Set(skewed.map(({ failure }) => failure))).toEqual(new Set(['clock.skewed', 'key.wrong-secret']));
});
