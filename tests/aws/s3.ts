// Guarantees: an S3 of buckets in memory, good enough for `aws s3 ls, mb, cp, rm` and the SDKs, and as strict as S3
// about who may.
import { createHash } from 'node:crypto';
import type { Accounts } from './accounts.ts';
import type { ApiReply, ApiRequest } from './api-request.ts';
import { authenticate, type SignedBy } from './authentication.ts';
import { authorize } from './authorization.ts';
import { AwsError } from './aws-error.ts';
import { readS3Body } from './s3-body.ts';
import { forbidden, invalid, notImplemented, s3Refusals } from './s3-errors.ts';
import { listing, type StoredObject } from './s3-listing.ts';
import { type XmlTree, xmlDocument } from './xml.ts';

export interface Bucket {
  readonly name: string;
  readonly region: string;
  readonly accountId: string;
  readonly created: Date;
  readonly objects: Map<string, StoredObject>;
}

const s3Namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';

interface S3Call {
  readonly request: ApiRequest;
  readonly signedBy: SignedBy;
  readonly body: Buffer;
  readonly buckets: Map<string, Bucket>;
  readonly bucket: string;
  readonly key: string;
  readonly query: URLSearchParams;
  readonly now: Date;
}

const empty = (status: number, headers: Record<string, string> = {}): ApiReply => ({ status, headers, body: '' });
const xml = (root: string, tree: XmlTree): ApiReply => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: xmlDocument(root, s3Namespace, tree),
});

function authorizeCall({ signedBy: { credential }, bucket, key }: S3Call, action: string): void {
  const arn = `arn:${credential.principal.partition}:s3:::${bucket}${key && `/${key}`}`;
  authorize(credential, `s3:${action}`, bucket ? arn : '*');
}

/** The bucket that was asked for, once the caller may do this with it. */
function bucketFor(call: S3Call, action: string): Bucket {
  authorizeCall(call, action);
  const bucket = call.buckets.get(call.bucket);
  if (!bucket) throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404);
  if (bucket.accountId !== call.signedBy.credential.principal.accountId)
    throw forbidden('AccessDenied', 'Access Denied');
  const given = call.signedBy.region.name;
  if (bucket.region !== given) throw s3Refusals.wrongRegion(given, bucket.region);
  return bucket;
}

function listBuckets(call: S3Call): ApiReply {
  authorizeCall(call, 'ListAllMyBuckets');
  const { accountId, userId } = call.signedBy.credential.principal;
  const own = [...call.buckets.values()].filter((bucket) => bucket.accountId === accountId);
  const Bucket = own.map(({ name, created }) => ({ Name: name, CreationDate: created }));
  return xml('ListAllMyBucketsResult', { Owner: { ID: userId }, Buckets: { Bucket } });
}

function createBucket(call: S3Call): ApiReply {
  authorizeCall(call, 'CreateBucket');
  const { bucket: name, buckets, now } = call;
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name))
    throw invalid('InvalidBucketName', 'The specified bucket is not valid.');
  if (buckets.has(name)) throw new AwsError('BucketAlreadyExists', 'The requested bucket name is not available.', 409);
  const { accountId } = call.signedBy.credential.principal;
  buckets.set(name, { name, region: call.signedBy.region.name, accountId, created: now, objects: new Map() });
  return empty(200, { location: `/${name}` });
}

/** Answered whatever region it is signed for: who asks wants to know. */
function locateBucket(call: S3Call): ApiReply {
  authorizeCall(call, 'GetBucketLocation');
  const bucket = call.buckets.get(call.bucket);
  if (!bucket) throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404);
  const body = `<LocationConstraint xmlns="${s3Namespace}">${bucket.region}</LocationConstraint>`;
  return { status: 200, headers: { 'content-type': 'application/xml' }, body };
}

function listObjects(call: S3Call): ApiReply {
  if (call.query.has('location')) return locateBucket(call);
  if (call.query.get('list-type') !== '2') throw notImplemented();
  return xml('ListBucketResult', listing(bucketFor(call, 'ListBucket'), call.query));
}

function putObject(call: S3Call): ApiReply {
  if (call.query.size > 0 && !call.query.has('x-id')) throw notImplemented();
  const bucket = bucketFor(call, 'PutObject');
  const { body } = call;
  const etag = `"${createHash('md5').update(body).digest('hex')}"`;
  const type = call.request.header('content-type') ?? 'binary/octet-stream';
  bucket.objects.set(call.key, { body, etag, type, modified: call.now });
  return empty(200, { etag });
}

function getObject(call: S3Call): ApiReply {
  const object = bucketFor(call, 'GetObject').objects.get(call.key);
  if (!object) throw new AwsError('NoSuchKey', 'The specified key does not exist.', 404);
  const { body, etag, type, modified } = object;
  const headers = { etag, 'content-type': type, 'last-modified': modified.toUTCString(), 'accept-ranges': 'bytes' };
  const range = /^bytes=(\d+)-(\d*)$/.exec(call.request.header('range') ?? '');
  if (!range) return { status: 200, headers, body };
  const first = Number(range[1]);
  const last = Math.min(range[2] ? Number(range[2]) : body.length, body.length - 1);
  if (first > last) throw new AwsError('InvalidRange', 'The requested range is not satisfiable', 416);
  const place = `bytes ${first}-${last}/${body.length}`;
  return { status: 206, headers: { ...headers, 'content-range': place }, body: body.subarray(first, last + 1) };
}

function deleteObject(call: S3Call): ApiReply {
  bucketFor(call, 'DeleteObject').objects.delete(call.key);
  return empty(204);
}

const actions: Readonly<Record<string, readonly [name: string, act: (call: S3Call) => ApiReply]>> = {
  'GET service': ['ListBuckets', listBuckets],
  'PUT bucket': ['CreateBucket', createBucket],
  'HEAD bucket': ['HeadBucket', (call) => empty(200, { 'x-amz-bucket-region': bucketFor(call, 'ListBucket').region })],
  'GET bucket': ['ListObjectsV2', listObjects],
  'PUT object': ['PutObject', putObject],
  'GET object': ['GetObject', getObject],
  'HEAD object': ['HeadObject', getObject],
  'DELETE object': ['DeleteObject', deleteObject],
};

function placeOf({ path, endpoint }: ApiRequest): { readonly bucket: string; readonly key: string } {
  const whole = endpoint?.bucket ? `/${endpoint.bucket}${path}` : path;
  const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(whole) ?? [];
  return { bucket, key: decodeURIComponent(key) };
}

export interface S3Outcome {
  readonly action: string;
  readonly act: () => ApiReply;
}

/** The name of what the request asks for, and the doing of it. */
export function s3Call(request: ApiRequest, accounts: Accounts, buckets: Map<string, Bucket>, now: number): S3Outcome {
  const { bucket, key } = placeOf(request);
  const kind = key ? 'object' : bucket ? 'bucket' : 'service';
  const [action, act] = actions[`${request.method} ${kind}`] ?? [`${request.method} ${kind}`, undefined];
  return {
    action,
    act: () => {
      const payload = request.header('x-amz-content-sha256');
      if (!payload) throw invalid('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256');
      const signedBy = authenticate(request, payload, accounts, now, s3Refusals);
      const body = readS3Body(request, signedBy);
      if (!act) throw notImplemented();
      const query = new URLSearchParams(request.query);
      return act({ request, signedBy, body, buckets, bucket, key, query, now: new Date(now) });
    },
  };
}
