/**
 * What seals on this system. On Linux a key of Daypass's own in the desktop's keyring: Electron's safeStorage makes a new
 * key where it is refused the old one, and stands still while a keyring asks. Elsewhere safeStorage.
 */
import { app, safeStorage } from 'electron';
import { FailureError, failure } from '../../core/base/failure.ts';
import { Secret } from '../../core/base/secret.ts';
import type { SecretBox } from '../../core/kept/port.ts';
import { secretServiceHolds } from '../keychain/linux/secret-service-holds.ts';
import { secretServiceKeys } from '../keychain/linux/secret-service-keys.ts';
import { isOfKeyBox, keyBox } from '../sealing/key-box.ts';

export function secretBox(): SecretBox {
  if (process.platform !== 'linux') return systemBox;
  const box = keyBox(secretServiceKeys());
  return { ...box, open: (sealed) => (isOfKeyBox(sealed) ? box.open(sealed) : openOlder(sealed)) };
}

const systemBox: SecretBox = {
  unavailable: async () => (safeStorage.isEncryptionAvailable() ? null : failure('kept.not-encrypted')),
  // Electron has the system ask when it must.
  unlock: async () => {},
  async seal(plain) {
    if (!safeStorage.isEncryptionAvailable()) throw new FailureError('kept.not-encrypted');
    return safeStorage.encryptString(plain.reveal()).toString('base64');
  },
  async open(sealed) {
    if (!safeStorage.isEncryptionAvailable()) throw new FailureError('kept.not-encrypted');
    try {
      return new Secret(safeStorage.decryptString(Buffer.from(sealed, 'base64')));
    } catch (thrown) {
      throw new FailureError('kept.unreadable', {}, { cause: thrown });
    }
  },
};

/** What Daypass 0.1 has sealed on Linux. safeStorage is asked only where it finds its key without asking or making one. */
async function openOlder(sealed: string): Promise<Secret<string>> {
  const itsKey = { 'xdg:schema': 'chrome_libsecret_os_crypt_password_v2', application: app.getName() };
  const inWallet = safeStorage.getSelectedStorageBackend().startsWith('kwallet');
  if (!inWallet && !(await secretServiceHolds(itsKey))) throw new FailureError('kept.locked');
  return systemBox.open(sealed);
}
