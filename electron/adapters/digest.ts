/** SHA-256 and HMAC-SHA256 by Node's own OpenSSL. */
import { createHash, createHmac } from 'node:crypto';
import type { Digest } from '../core/git/credential/port.ts';

export const digest: Digest = {
  sha256Hex: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  hmacSha256: (key, text) => createHmac('sha256', key).update(text, 'utf8').digest(),
};
