/**
 * Seals with a key of Daypass's own that lies in a keyring. The key is made once, never replaced and held nowhere else:
 * it is fetched for every text, so what has just been sealed can be opened by whoever comes next.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { FailureError, failureOf } from '../../core/base/failure.ts';
import { Secret } from '../../core/base/secret.ts';
import type { SecretBox } from '../../core/kept/port.ts';
import type { KeyItems, SealingKey } from './key-items.ts';

const FORMAT = 'dp1';
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
export const KEY_BYTES = 32;

/** Whether a text was sealed by such a box. */
export const isOfKeyBox = (sealed: string): boolean => sealed.startsWith(`${FORMAT}.`);

const idOf = (sealed: string): string => sealed.split('.')[1] ?? '';

export function keyBox(items: KeyItems): SecretBox {
  const keyOf = async (sealed: string): Promise<SealingKey> => {
    const key = await items.find(idOf(sealed));
    if (!key) throw new FailureError('kept.other-key');
    return key;
  };
  const made = async (): Promise<SealingKey> => {
    const key = { id: randomBytes(8).toString('hex'), bytes: randomBytes(KEY_BYTES) };
    await items.add(key);
    return key;
  };
  return {
    unlock: () => items.unlock(),

    async unavailable() {
      return items.ready().then(
        () => null,
        (thrown) => failureOf(thrown),
      );
    },

    async seal(plain, like) {
      const key = like === null ? ((await items.find(null)) ?? (await made())) : await keyOf(like);
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, key.bytes, iv);
      const head = `${FORMAT}.${key.id}`;
      // What says which key it is cannot be changed either.
      cipher.setAAD(Buffer.from(head));
      const sealed = Buffer.concat([iv, cipher.update(plain.reveal(), 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${head}.${sealed.toString('base64')}`;
    },

    async open(sealed) {
      const key = await keyOf(sealed);
      const bytes = Buffer.from(sealed.slice(`${FORMAT}.${key.id}.`.length), 'base64');
      try {
        const decipher = createDecipheriv(CIPHER, key.bytes, bytes.subarray(0, IV_BYTES));
        decipher.setAAD(Buffer.from(`${FORMAT}.${key.id}`));
        decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
        const plain = [decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()];
        return new Secret(Buffer.concat(plain).toString('utf8'));
      } catch (thrown) {
        throw new FailureError('kept.unreadable', {}, { cause: thrown });
      }
    },
  };
}
