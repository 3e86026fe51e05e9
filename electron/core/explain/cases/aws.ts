/** What AWS itself answers, which every client passes on. STS and IAM: https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html */
import type { Case } from '../case.ts';

const CLI = 'AWS CLI 1 and 2, run';

/** The AWS CLI and boto3, which say in between how often they have tried. */
const byBotocore = (code: string, message: string): string =>
  `An error occurred (${code}) when calling the {action} operation {few}: ${message}`;

/** An error as clients name it: with its code and the call, by its code alone, or as XML. */
const told = (code: string, message: string): readonly string[] => [
  byBotocore(code, message),
  `operation error {service}: {action}, {any} api error ${code}: ${message}`,
  `${code}: ${message}`,
  `<Code>${code}</Code> <Message>${message}`,
  message,
];

export const awsCases: readonly Case[] = [
  {
    means: 'code.rejected',
    source: CLI,
    says: told('AccessDenied', 'MultiFactorAuthentication failed with invalid MFA one time pass code'),
  },
  {
    means: 'device.refused',
    source: 'STS, as it sends it for a wrong serial and after too many tries',
    says: told('AccessDenied', 'MultiFactorAuthentication failed, unable to validate MFA code'),
  },
  {
    means: 'heard.half-a-code',
    source: 'STS, as it sends it for a serial without a code',
    says: told(
      'AccessDenied',
      'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code',
    ),
  },
  {
    means: 'key.temporary',
    source: 'STS, as it sends it for GetSessionToken with session credentials',
    says: told('AccessDenied', 'Cannot call GetSessionToken with session credentials'),
  },
  {
    means: 'heard.no-mfa',
    source: CLI,
    says: [
      ...[
        '{any} is not authorized to perform: {permission} on resource: {any} with an explicit deny',
        '{any} with an explicit deny',
      ].map((message) => byBotocore('{few}', message)),
      'is not authorized to perform: {permission} on resource: {any} with an explicit deny',
      'is not authorized to perform: {permission} with an explicit deny',
      'with an explicit deny in a',
    ],
  },
  {
    means: 'role.denied',
    source: 'AWS CLI 1 and 2, run',
    says: [
      'is not authorized to perform: {permission:sts:AssumeRole} on resource: {message}',
      'is not authorized to perform: {permission:sts:AssumeRole}',
    ],
  },
  {
    means: 'policy.denied',
    source: CLI,
    says: [
      'is not authorized to perform: {permission} on resource: {message}',
      'is not authorized to perform: {message}',
    ],
  },
  {
    means: 'role.duration',
    source: 'STS, as it sends it',
    says: told('ValidationError', 'The requested DurationSeconds exceeds {message}'),
  },
  {
    means: 'duration.invalid',
    source: 'STS, as it sends it',
    says: ["at 'durationSeconds' failed to satisfy constraint: {message}"],
  },
  {
    means: 'heard.clock',
    source: CLI,
    says: [
      ...told('SignatureDoesNotMatch', 'Signature expired: {signed} is now earlier than {time}'),
      ...told('SignatureDoesNotMatch', 'Signature not yet current: {signed} is still later than {time}'),
      ...told('RequestTimeTooSkewed', 'The difference between the request time and the current time is too large'),
      ...told('RequestExpired', 'Request has expired'),
    ],
  },
  {
    means: 'heard.region-wrong',
    source: 'STS and S3, as they send it; AWS General Reference, signing errors',
    says: [
      ...told('SignatureDoesNotMatch', 'Credential should be scoped to a valid region'),
      "the region '{few}' is wrong; expecting '{region}'",
    ],
  },
  {
    means: 'key.wrong-secret',
    source: CLI,
    says: told(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided',
    ),
  },
  {
    means: 'session.expired',
    source: 'AWS CLI 1 and 2, the SDK for JavaScript 3, boto3 and Terraform, run; S3 has words of its own',
    says: [
      ...told('ExpiredToken', 'The security token included in the request is expired'),
      ...told('ExpiredToken', 'The provided token has expired'),
      ...told('ExpiredTokenException', 'The security token included in the request is expired'),
      'Credentials were refreshed, but the refreshed credentials are still expired',
      'ExpiredTokenException',
      '(ExpiredToken)',
      '<Code>ExpiredToken</Code>',
    ],
  },
  {
    means: 'heard.key-unknown',
    source: 'AWS CLI 1 and 2, run; S3 and EC2 have words of their own',
    says: [
      ...told('InvalidClientTokenId', 'The security token included in the request is invalid'),
      ...told('UnrecognizedClientException', 'The security token included in the request is invalid'),
      ...told('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records'),
      ...told('InvalidToken', 'The provided token is malformed or otherwise invalid'),
      ...told('AuthFailure', 'AWS was not able to validate the provided access credentials'),
    ],
  },
  {
    means: 'aws.region-disabled',
    source: 'STS, as it sends it; API reference of AssumeRole',
    says: ['RegionDisabledException', '(RegionDisabled)', 'STS is not activated in this region'],
  },
  {
    means: 'aws.throttled',
    source: 'AWS CLI 1 and 2, run; common errors of the API references',
    says: [
      ...told('Throttling', 'Rate exceeded'),
      ...told('ThrottlingException', 'Rate exceeded'),
      ...told('TooManyRequestsException', 'Too Many Requests'),
      ...told('RequestLimitExceeded', 'Request limit exceeded'),
      ...told('SlowDown', 'Please reduce your request rate'),
    ],
  },
  {
    means: 'heard.aws-down',
    source: CLI,
    says: [
      'An error occurred (ServiceUnavailable) when calling the {action} operation',
      'An error occurred (InternalFailure) when calling the {action} operation',
      'An error occurred (InternalError) when calling the {action} operation',
    ],
  },
  {
    means: 'heard.bad-request',
    source: 'AWS CLI 1 and 2 and restic 0.14, run with an expired session; boto 2, s3cmd and s3fs from their issues',
    says: [
      byBotocore('400', 'Bad Request'),
      'Stat: 400 Bad Request',
      'S3ResponseError: 400 Bad Request',
      'S3 error: 400 (Bad Request)',
      'BadRequest: Bad Request {few} status code: 400',
      'StatusCode: 400, {any} api error BadRequest: Bad Request',
      'HTTP response code 400 was returned, returning EIO',
      'HTTP response code =400',
      's3fs: Failed to access bucket',
    ],
  },
  {
    means: 'heard.denied',
    source: 'AWS CLI 1 and 2 and restic 0.14, run without MFA',
    says: [
      byBotocore('403', 'Forbidden'),
      ...told('AccessDenied', 'Access Denied').slice(0, -1),
      'Stat: Access Denied',
      'S3 error: 403 (AccessDenied)',
      'An error occurred (AccessDenied) when calling the {action} operation',
      'An error occurred (AccessDeniedException) when calling the {action} operation',
      'An error occurred (UnauthorizedOperation) when calling the {action} operation',
    ],
  },
];
