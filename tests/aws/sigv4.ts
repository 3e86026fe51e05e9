// Guarantees: Signature Version 4 as AWS publishes it, from the bytes on the wire to the signature, with no clock and
// no state. Written apart from the application's own signing, so that it can judge it.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export interface SignableRequest {
  readonly method: string;
  /** Path and query as they stand in the request line. */
  readonly path: string;
  readonly query: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

export interface Authorization {
  readonly accessKeyId: string;
  readonly scope: CredentialScope;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

export interface CredentialScope {
  /** YYYYMMDD */
  readonly date: string;
  readonly region: string;
  readonly service: string;
}

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Uint8Array, text: string): Buffer => createHmac('sha256', key).update(text).digest();

export const scopeText = (scope: CredentialScope): string =>
  `${scope.date}/${scope.region}/${scope.service}/aws4_request`;

/** Reads an Authorization header; undefined when it is not a whole AWS4-HMAC-SHA256 one. */
export function parseAuthorization(header: string): Authorization | undefined {
  const [algorithm, rest] = header.split(/\s+(.*)/s);
  if (algorithm !== 'AWS4-HMAC-SHA256' || !rest) return undefined;
  const parts = new Map(rest.split(',').map((part) => part.trim().split(/=(.*)/s, 2) as [string, string | undefined]));
  const [accessKeyId, date, region, service, end, ...more] = (parts.get('Credential') ?? '').split('/');
  const signedHeaders = parts.get('SignedHeaders')?.split(';');
  const signature = parts.get('Signature');
  if (!accessKeyId || !date || !region || !service || end !== 'aws4_request' || more.length > 0) return undefined;
  if (!signedHeaders || !signature) return undefined;
  return { accessKeyId, scope: { date, region, service }, signedHeaders, signature };
}

const percentEncode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** Decodes and encodes again, so that every spelling of a path or a parameter is signed in the one canonical form. */
const canonicalText = (text: string): string => percentEncode(decodeURIComponent(text));

/** S3 signs the object's name encoded once; all others normalise the path and encode what is already encoded. */
function canonicalPath(path: string, service: string): string {
  if (service === 's3') return path.split('/').map(canonicalText).join('/');
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(percentEncode(canonicalText(segment)));
  }
  const closing = segments.length > 0 && path.endsWith('/') ? '/' : '';
  return `/${segments.join('/')}${closing}`;
}

const byBytes = ([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number =>
  a < b ? -1 : a > b ? 1 : 0;

function canonicalQuery(query: string): string {
  const pairs = query.split('&').filter(Boolean);
  const encoded = pairs.map((pair) => {
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    return [canonicalText(name), canonicalText(value)] as const;
  });
  return encoded
    .map(([name, value]) => [`${name}=${value}`, name, value] as const)
    .sort((a, b) => byBytes([a[1]], [b[1]]) || byBytes([a[2]], [b[2]]))
    .map(([text]) => text)
    .join('&');
}

function canonicalHeader(request: SignableRequest, name: string): string {
  const values = request.headers.filter(([header]) => header.toLowerCase() === name).map(([, value]) => value);
  return `${name}:${values.map((value) => value.trim().replace(/\s+/g, ' ')).join(',')}\n`;
}

/** `payload` is the body's SHA-256 in hex, or for S3 whatever x-amz-content-sha256 says. Throws URIError on bad escapes. */
export function canonicalRequest(
  request: SignableRequest,
  signedHeaders: readonly string[],
  payload: string,
  service: string,
): string {
  return [
    request.method,
    canonicalPath(request.path, service),
    canonicalQuery(request.query),
    signedHeaders.map((name) => canonicalHeader(request, name)).join(''),
    signedHeaders.join(';'),
    payload,
  ].join('\n');
}

export const stringToSign = (stamp: string, scope: CredentialScope, canonical: string): string =>
  ['AWS4-HMAC-SHA256', stamp, scopeText(scope), sha256(canonical)].join('\n');

export function signature(secret: string, scope: CredentialScope, text: string): string {
  const key = [scope.date, scope.region, scope.service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  return hmac(key, text).toString('hex');
}

/** Compares without telling by its time how much was right. */
export function sameText(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** YYYYMMDDTHHMMSSZ of a time in milliseconds. */
export const stampOf = (time: number): string => new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');

/** Milliseconds of a stamp YYYYMMDDTHHMMSSZ; undefined for anything that is not a real time in that form. */
export function timeOf(stamp: string): number | undefined {
  const form = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp);
  if (!form) return undefined;
  const [year, month, day, hour, minute, second] = form.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const time = Date.UTC(year, month - 1, day, hour, minute, second);
  return stampOf(time) === stamp ? time : undefined;
}
