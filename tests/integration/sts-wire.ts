/** Refusals of STS as they come over the wire, each with its cause: the status, code and message are AWS's. */

import type { AwsRefusal } from '../../electron/core/aws/explain-aws.ts';
import type { FailureCode } from '../../electron/core/base/failure.ts';

export interface WireRefusal {
  readonly cause: string;
  readonly action: AwsRefusal['action'];
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly failure: FailureCode;
}

type Row = readonly [string, AwsRefusal['action'], number, string, string, FailureCode];

const DENIED = 'AccessDenied';
const MFA = 'MultiFactorAuthentication failed';
const USER = 'User: arn:aws:iam::123456789012:user/ann';
const ROLE = 'arn:aws:iam::123456789012:role/deploy';

const ROWS: readonly Row[] = [
  [
    'wrong or reused code',
    'sessionToken',
    403,
    DENIED,
    `${MFA} with invalid MFA one time pass code. `,
    'code.rejected',
  ],
  [
    'wrong serial, or too many tries',
    'sessionToken',
    403,
    DENIED,
    `${MFA}, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.`,
    'device.refused',
  ],
  [
    'one of serial and code missing',
    'sessionToken',
    403,
    DENIED,
    `${MFA}, must provide both MFA serial number and one time pass code.`,
    'device.serial-malformed',
  ],
  [
    'session credentials',
    'sessionToken',
    403,
    DENIED,
    'Cannot call GetSessionToken with session credentials',
    'key.temporary',
  ],
  [
    'policy',
    'identity',
    403,
    DENIED,
    `${USER} is not authorized to perform: sts:GetCallerIdentity on resource: * with an explicit deny in a service control policy`,
    'policy.denied',
  ],
  [
    'wrong secret',
    'identity',
    403,
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    'key.wrong-secret',
  ],
  [
    'slow clock',
    'identity',
    403,
    'SignatureDoesNotMatch',
    'Signature expired: 20260105T070000Z is now earlier than 20260105T074500Z (20260105T080000Z - 15 min.)',
    'clock.skewed',
  ],
  [
    'fast clock',
    'identity',
    403,
    'SignatureDoesNotMatch',
    'Signature not yet current: 20260105T090000Z is still later than 20260105T081500Z (20260105T080000Z + 15 min.)',
    'clock.skewed',
  ],
  [
    'unknown or inactive key, wrong partition, global token in an opt-in region',
    'identity',
    403,
    'InvalidClientTokenId',
    'The security token included in the request is invalid',
    'key.unknown',
  ],
  [
    'expired',
    'assumeRole',
    403,
    'ExpiredToken',
    'The security token included in the request is expired',
    'session.expired',
  ],
  ['throttled', 'sessionToken', 400, 'Throttling', 'Rate exceeded', 'aws.throttled'],
  [
    'role denied',
    'assumeRole',
    403,
    DENIED,
    `${USER} is not authorized to perform: sts:AssumeRole on resource: ${ROLE}`,
    'role.denied',
  ],
  [
    'role through a session for more than an hour',
    'assumeRole',
    400,
    'ValidationError',
    'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    'role.duration',
  ],
  [
    'longer than the role allows',
    'assumeRole',
    400,
    'ValidationError',
    'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    'role.duration',
  ],
  [
    'duration out of range',
    'sessionToken',
    400,
    'ValidationError',
    "1 validation error detected: Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
    'duration.invalid',
  ],
  [
    'malformed serial',
    'sessionToken',
    400,
    'ValidationError',
    "1 validation error detected: Value 'x' at 'serialNumber' failed to satisfy constraint: Member must have length greater than or equal to 9",
    'device.serial-malformed',
  ],
  [
    'two access keys already',
    'accessKeys',
    409,
    'LimitExceeded',
    'Cannot exceed quota for AccessKeysPerUser: 2',
    'rotation.two-keys',
  ],
  [
    'no such access key',
    'accessKeys',
    404,
    'NoSuchEntity',
    'The Access Key with id AKIAWORK cannot be found.',
    'rotation.no-such-key',
  ],
  [
    'own keys are not one’s own to look after',
    'accessKeys',
    403,
    DENIED,
    `${USER} is not authorized to perform: iam:CreateAccessKey on resource: user ann with an explicit deny in an identity-based policy`,
    'rotation.denied',
  ],
  [
    'region that is not switched on',
    'sessionToken',
    403,
    'RegionDisabledException',
    'STS is not activated in this region for account:123456789012. Your account administrator can activate STS in this region using the IAM Console.',
    'aws.region-disabled',
  ],
];

export const REFUSALS: readonly WireRefusal[] = ROWS.map(([cause, action, status, code, message, failure]) => ({
  cause,
  action,
  status,
  code,
  message,
  failure,
}));

const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

export const refusalXml = ({ code, message }: Pick<WireRefusal, 'code' | 'message'>): string =>
  `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <Error>
    <Type>Sender</Type>
    <Code>${code}</Code>
    <Message>${escapeText(message)}</Message>
  </Error>
  <RequestId>8f2f0b1c-0000-4000-8000-1f0c0a000000</RequestId>
</ErrorResponse>
`;
