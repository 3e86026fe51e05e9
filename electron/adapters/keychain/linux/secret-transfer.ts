/**
 * Secrets on their way over the session bus, encrypted, so that nobody who listens there can read them: the session
 * "dh-ietf1024-sha256-aes128-cbc-pkcs7" of https://specifications.freedesktop.org/secret-service/ (chapter "Transfer of Secrets").
 */
import { createCipheriv, createDecipheriv, createDiffieHellman, hkdfSync, randomBytes } from 'node:crypto';
import type { SessionBus } from '../../dbus/session-bus.ts';
import { SECRETS, SERVICE } from './secrets-bus.ts';

const ALGORITHM = 'dh-ietf1024-sha256-aes128-cbc-pkcs7';
/** The second Oakley group (RFC 2409, 6.2), which Electron's cryptography does not know by its name "modp2" as Node's does. */
const PRIME =
  'ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74' +
  '020bbea63b139b22514a08798e3404ddef9519b3cd3a431b302b0a6df25f1437' +
  '4fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7ed' +
  'ee386bfb5a899fa5ae9f24117c4b1fe649286651ece65381ffffffffffffffff';
const CIPHER = 'aes-128-cbc';
const KEY_BYTES = 16;

/** As the bus has it, signature (oayays): session, parameters, value, content type. */
export type SecretOnBus = readonly [session: string, iv: Buffer, value: Buffer, type: string];

export interface SecretTransfer {
  /** The session's path; it lives as long as the connection and the keyring. */
  readonly session: string;
  wrap(secret: string): SecretOnBus;
  unwrap(secret: SecretOnBus): string;
}

/** `variant` makes the library's D-Bus variant. Rejects with a BusError. */
export async function openTransfer(
  bus: SessionBus,
  variant: (signature: string, value: unknown) => unknown,
): Promise<SecretTransfer> {
  const ours = createDiffieHellman(PRIME, 'hex', 2);
  const body = [ALGORITHM, variant('ay', ours.generateKeys())];
  const [theirs, session] = await bus.call(SECRETS, {
    interface: SERVICE,
    member: 'OpenSession',
    signature: 'sv',
    body,
  });
  const shared = ours.computeSecret((theirs as { value: Buffer }).value);
  const key = Buffer.from(hkdfSync('sha256', shared, '', '', KEY_BYTES));
  return {
    session: String(session),
    wrap(secret) {
      const iv = randomBytes(16);
      const cipher = createCipheriv(CIPHER, key, iv);
      return [String(session), iv, Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]), 'text/plain'];
    },
    unwrap([, iv, value]) {
      const decipher = createDecipheriv(CIPHER, key, iv);
      return Buffer.concat([decipher.update(value), decipher.final()]).toString('utf8');
    },
  };
}
