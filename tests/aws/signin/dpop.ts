// Guarantees: a proof of possession (DPoP, RFC 9449) counts once, now, for this request, and only with a signature of the
// key that it shows; what is told of that key is its thumbprint (RFC 7638), and nothing else is kept.
import { createHash, createPublicKey, verify } from 'node:crypto';
import type { ApiRequest } from '../api-request.ts';
import { invalid } from './signin-error.ts';

const toleranceSeconds = 300;

interface Jwk {
  readonly kty?: unknown;
  readonly crv?: unknown;
  readonly x?: unknown;
  readonly y?: unknown;
  readonly d?: unknown;
}

function jsonOf(part: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {}
  throw invalid('DPoP proof is not a JWT');
}

function checkSignature(jwk: Jwk, signed: string, signature: string): string {
  const { kty, crv, x, y, d } = jwk;
  if (kty !== 'EC' || crv !== 'P-256' || typeof x !== 'string' || typeof y !== 'string') {
    throw invalid('DPoP proof shows no P-256 key');
  }
  if (d !== undefined) throw invalid('DPoP proof shows a private key');
  let holds = false;
  try {
    const key = createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
    const bytes = Buffer.from(signature, 'base64url');
    holds = verify('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }, bytes);
  } catch {}
  if (!holds) throw invalid('DPoP proof has a bad signature');
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
}

const withoutQuery = (url: unknown): string => {
  const { origin, pathname } = new URL(String(url), 'invalid://');
  return origin + pathname;
};

/** @param seen the `jti` of all proofs so far; that of this one is added. */
export function provenKey(request: ApiRequest, now: number, seen: Set<string>): string {
  const proofs = request.headers.filter(([name]) => name.toLowerCase() === 'dpop');
  const [header = '', claims = '', signature = '', ...more] = proofs[0]?.[1].split('.') ?? [];
  if (proofs.length !== 1) throw invalid('Exactly one DPoP header is needed');
  if (!signature || more.length > 0) throw invalid('DPoP proof is not a JWT');
  const { typ, alg, jwk } = jsonOf(header);
  if (typ !== 'dpop+jwt') throw invalid('DPoP proof has another type');
  if (alg !== 'ES256' || typeof jwk !== 'object' || jwk === null) throw invalid('DPoP proof is not signed by ES256');
  const thumbprint = checkSignature(jwk, `${header}.${claims}`, signature);
  const { htm, htu, iat, jti } = jsonOf(claims);
  if (htm !== request.method) throw invalid('DPoP proof is for another method (htm)');
  if (withoutQuery(htu) !== withoutQuery(request.origin + request.path)) {
    throw invalid('DPoP proof is for another address (htu)');
  }
  if (typeof iat !== 'number' || Math.abs(now / 1000 - iat) > toleranceSeconds) {
    throw invalid('DPoP proof is of another time (iat)');
  }
  if (typeof jti !== 'string' || jti === '' || seen.has(jti)) throw invalid('DPoP proof is not fresh (jti)');
  seen.add(jti);
  return thumbprint;
}
