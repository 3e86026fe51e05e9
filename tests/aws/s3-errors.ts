// Guarantees: S3's own words for what the other services call by other names, and its form of an error.
import { randomBytes } from 'node:crypto';
import type { ApiReply } from './api-request.ts';
import type { Refusals } from './authentication.ts';
import { AwsError } from './aws-error.ts';
import { xmlDocument } from './xml.ts';

export const forbidden = (code: string, message: string): AwsError => new AwsError(code, message, 403);
export const invalid = (code: string, message: string): AwsError => new AwsError(code, message, 400);
const skewed = (): AwsError =>
  forbidden('RequestTimeTooSkewed', 'The difference between the request time and the current time is too large.');

/** https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
export const s3Refusals: Refusals = {
  noAuthorization: () => forbidden('AccessDenied', 'Access Denied'),
  malformed: () => invalid('AuthorizationHeaderMalformed', 'The authorization header that you provided is not valid.'),
  wrongRegion: (given, expected) =>
    invalid(
      'AuthorizationHeaderMalformed',
      `The authorization header is malformed; the region '${given}' is wrong${expected ? `; expecting '${expected}'` : ''}`,
    ),
  unsignedHeader: () => forbidden('AccessDenied', 'There were headers present in the request which were not signed'),
  expired: skewed,
  notYetCurrent: skewed,
  unknownKey: () =>
    forbidden('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.'),
  unknownToken: () => invalid('InvalidToken', 'The provided token is malformed or otherwise invalid.'),
  expiredToken: () => invalid('ExpiredToken', 'The provided token has expired.'),
  badSignature: () =>
    forbidden(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    ),
};

export const notImplemented = (): AwsError =>
  new AwsError('NotImplemented', 'A header you provided implies functionality that is not implemented', 501);

export function s3Error({ code, message, status }: AwsError, resource: string): ApiReply {
  const RequestId = randomBytes(8).toString('hex').toUpperCase();
  const body = xmlDocument('Error', undefined, { Code: code, Message: message, Resource: resource, RequestId });
  return { status, headers: { 'content-type': 'application/xml' }, body };
}
