/** What nobody can guess, by Node's own OpenSSL. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Randomness } from '../core/browser-sign-in/port.ts';
import { sameSecret } from './endpoint/same-secret.ts';

export const randomness: Randomness = {
  uuid: randomUUID,
  bytes: (count) => randomBytes(count).toString('latin1'),
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest().toString('latin1'),
  same: sameSecret,
};
