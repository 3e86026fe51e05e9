// Guarantees: the object's bytes out of an S3 upload as they were signed: plain, unsigned, or in aws-chunked pieces
// with their chain of signatures; a body that is not what the request promised is refused.
// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html and …/sigv4-streaming-trailers.html
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { ApiRequest } from './api-request.ts';
import type { SignedBy } from './authentication.ts';
import { AwsError } from './aws-error.ts';
import { type CredentialScope, sameText, scopeText, sha256, signature } from './sigv4.ts';

const refuse = (code: string, message: string): AwsError => new AwsError(code, message, 400);
const badChunk = (): AwsError =>
  new AwsError('SignatureDoesNotMatch', 'The signature of a chunk does not match what it holds.', 403);

export interface ChunkChain {
  readonly secret: string;
  readonly scope: CredentialScope;
  readonly stamp: string;
  /** The signature of the request's headers. */
  readonly seed: string;
}

interface Unchunked {
  readonly body: Buffer;
  /** The trailing headers, `name:value`, each with its line end. */
  readonly trailer: string;
}

/** Takes aws-chunked coding apart; with a chain, each chunk and the trailer must carry the signature that follows from it. */
export function unchunk(coded: Buffer, chain: ChunkChain | undefined): Unchunked {
  const pieces: Buffer[] = [];
  let previous = chain?.seed ?? '';
  let at = 0;
  const line = (): string => {
    const end = coded.indexOf('\r\n', at);
    if (end < 0) throw refuse('IncompleteBody', 'The request body terminated unexpectedly');
    const text = coded.toString('latin1', at, end);
    at = end + 2;
    return text;
  };
  const check = (kind: 'PAYLOAD' | 'TRAILER', digests: string[], given: string | undefined): void => {
    if (!chain) return;
    const text = [`AWS4-HMAC-SHA256-${kind}`, chain.stamp, scopeText(chain.scope), previous, ...digests].join('\n');
    previous = signature(chain.secret, chain.scope, text);
    if (!sameText(previous, given ?? '')) throw badChunk();
  };
  for (;;) {
    const [size = '', given] = line().split(';chunk-signature=');
    const piece = coded.subarray(at, at + Number.parseInt(size, 16));
    if (!/^[0-9a-f]+$/i.test(size) || piece.length !== Number.parseInt(size, 16)) {
      throw refuse('IncompleteBody', 'The request body terminated unexpectedly');
    }
    check('PAYLOAD', [sha256(''), sha256(piece)], given);
    if (piece.length === 0) break;
    pieces.push(piece);
    at += piece.length;
    line();
  }
  const trailers: string[] = [];
  for (let text = at < coded.length ? line() : ''; text !== ''; text = at < coded.length ? line() : '')
    trailers.push(text);
  const isSignature = (text: string): boolean => text.startsWith('x-amz-trailer-signature:');
  const trailer = trailers
    .filter((text) => !isSignature(text))
    .map((text) => `${text}\n`)
    .join('');
  if (trailer) check('TRAILER', [sha256(trailer)], trailers.find(isSignature)?.split(':')[1]);
  return { body: Buffer.concat(pieces), trailer };
}

/** The checksums that can be made here; AWS knows more, and those are believed. */
const checksums: Readonly<Record<string, (body: Buffer) => string>> = {
  'content-md5': (body) => createHash('md5').update(body).digest('base64'),
  'x-amz-checksum-sha1': (body) => createHash('sha1').update(body).digest('base64'),
  'x-amz-checksum-sha256': (body) => createHash('sha256').update(body).digest('base64'),
  'x-amz-checksum-crc32': (body) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(crc32(body));
    return bytes.toString('base64');
  },
};

function checkSums(body: Buffer, headers: ApiRequest['headers'], trailer: string): void {
  const trailing = trailer.split('\n').map((text) => text.split(/:(.*)/s) as string[]);
  for (const [name = '', value = ''] of [...headers, ...trailing]) {
    const sum = checksums[name.toLowerCase()]?.(body);
    if (sum === undefined || sum === value.trim()) continue;
    throw refuse('BadDigest', `The ${name} you specified did not match what we received.`);
  }
}

/** The bytes of the object. Throws what S3 says to a body that is not the one that was signed. */
export function readS3Body(request: ApiRequest, { credential, authorization, stamp }: SignedBy): Buffer {
  const promised = request.header('x-amz-content-sha256') ?? '';
  const signed = promised.startsWith('STREAMING-AWS4-HMAC-SHA256-PAYLOAD');
  const { scope, signature: seed } = authorization;
  const { body, trailer } = promised.startsWith('STREAMING-')
    ? unchunk(request.body, signed ? { secret: credential.secret, scope, stamp, seed } : undefined)
    : { body: request.body, trailer: '' };
  if (/^[0-9a-f]{64}$/.test(promised) && sha256(body) !== promised) {
    throw refuse(
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  }
  checkSums(body, request.headers, trailer);
  return body;
}
