// Guarantees: a request is taken for its caller's only if its date, key, signature and token all hold; each service
// says so in its own words (Refusals).
import { type Accounts, type Credential, tokenProblem } from './accounts.ts';
import type { ApiRequest } from './api-request.ts';
import { AwsError } from './aws-error.ts';
import { globalRegion, type Region, regionNamed } from './regions.ts';
import {
  type Authorization,
  canonicalRequest,
  parseAuthorization,
  sameText,
  signature,
  stampOf,
  stringToSign,
  timeOf,
} from './sigv4.ts';

const toleranceMs = 15 * 60_000;

export interface Refusals {
  noAuthorization(): AwsError;
  malformed(header: string): AwsError;
  wrongRegion(given: string, expected: string | undefined): AwsError;
  unsignedHeader(name: string): AwsError;
  expired(stamp: string, oldest: string, now: string): AwsError;
  notYetCurrent(stamp: string, newest: string, now: string): AwsError;
  unknownKey(): AwsError;
  unknownToken(): AwsError;
  expiredToken(): AwsError;
  badSignature(): AwsError;
}

export interface SignedBy {
  readonly credential: Credential;
  readonly authorization: Authorization;
  readonly region: Region;
  readonly stamp: string;
}

/** The region that the request is signed for, if this endpoint takes it. */
function signedRegion({ endpoint }: ApiRequest, { scope }: Authorization, refusals: Refusals): Region {
  const region = regionNamed(scope.region);
  // A loopback address is an endpoint override: which region it stands for is the caller's say.
  const expected = endpoint && (endpoint.region?.name ?? globalRegion[endpoint.partition]);
  if (!region || (expected && expected !== region.name)) throw refusals.wrongRegion(scope.region, expected);
  return region;
}

function checkDate(stamp: string, now: number, refusals: Refusals): void {
  const time = timeOf(stamp);
  if (time === undefined) throw refusals.malformed(stamp);
  if (time < now - toleranceMs) throw refusals.expired(stamp, stampOf(now - toleranceMs), stampOf(now));
  if (time > now + toleranceMs) throw refusals.notYetCurrent(stamp, stampOf(now + toleranceMs), stampOf(now));
}

function checkSignedHeaders(request: ApiRequest, { signedHeaders, scope }: Authorization, refusals: Refusals): void {
  const mustBeSigned = (name: string): boolean =>
    name === 'host' ||
    name === 'x-amz-date' ||
    name === 'x-amz-security-token' ||
    (scope.service === 's3' && name.startsWith('x-amz-'));
  for (const [header] of request.headers) {
    const name = header.toLowerCase();
    if (mustBeSigned(name) && !signedHeaders.includes(name)) throw refusals.unsignedHeader(name);
  }
}

/** @param payload what the signature says of the body: its SHA-256 in hex, or one of S3's words. */
export function authenticate(
  request: ApiRequest,
  payload: string,
  accounts: Accounts,
  now: number,
  refusals: Refusals,
): SignedBy {
  const header = request.header('authorization');
  if (!header) throw refusals.noAuthorization();
  const authorization = parseAuthorization(header);
  const stamp = request.header('x-amz-date') ?? '';
  if (!authorization || !stamp.startsWith(authorization.scope.date)) throw refusals.malformed(header);
  const { accessKeyId, scope, signedHeaders } = authorization;
  const region = signedRegion(request, authorization, refusals);
  checkSignedHeaders(request, authorization, refusals);

  const credential = accounts.credential(accessKeyId, now);
  if (!credential) throw refusals.unknownKey();
  checkDate(stamp, now, refusals);
  const text = stringToSign(stamp, scope, canonicalRequest(request, signedHeaders, payload, scope.service));
  if (!sameText(signature(credential.secret, scope, text), authorization.signature)) throw refusals.badSignature();

  const problem = tokenProblem(credential, request.header('x-amz-security-token'), region, now);
  if (problem === 'expired token') throw refusals.expiredToken();
  if (problem) throw refusals.unknownToken();
  if (!credential.session) accounts.used(credential.accessKeyId, scope.service, region.name, now);
  return { credential, authorization, region, stamp };
}

const mismatch = (message: string): AwsError => new AwsError('SignatureDoesNotMatch', message, 403);
const invalidToken = (): AwsError =>
  new AwsError('InvalidClientTokenId', 'The security token included in the request is invalid', 403);

/** The words of the services that speak the query protocol, STS and IAM. */
export const queryRefusals: Refusals = {
  noAuthorization: () => new AwsError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403),
  malformed: () =>
    new AwsError('IncompleteSignature', 'Authorization header or its date is missing, incomplete or malformed.', 400),
  wrongRegion: () => mismatch('Credential should be scoped to a valid region. '),
  unsignedHeader: (name) => mismatch(`'${name}' must be a 'SignedHeader' in the AWS Authorization.`),
  expired: (stamp, oldest, now) =>
    mismatch(`Signature expired: ${stamp} is now earlier than ${oldest} (${now} - 15 min.)`),
  notYetCurrent: (stamp, newest, now) =>
    mismatch(`Signature not yet current: ${stamp} is still later than ${newest} (${now} + 15 min.)`),
  unknownKey: invalidToken,
  unknownToken: invalidToken,
  expiredToken: () => new AwsError('ExpiredToken', 'The security token included in the request is expired', 403),
  badSignature: () =>
    mismatch(
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key ' +
        'and signing method. Consult the service documentation for details.',
    ),
};
