/** Electron's safeStorage, used only where it really encrypts and where asking it cannot block the program. */
import { safeStorage } from 'electron';
import { type Failure, FailureError, failure } from '../../core/base/failure.ts';
import { Secret } from '../../core/base/secret.ts';
import type { SecretBox } from '../../core/kept/port.ts';
import { secretServiceState } from '../keychain/linux/secret-service-state.ts';

export function secretBox(): SecretBox {
  const unavailable = async (): Promise<Failure | null> => {
    // safeStorage is synchronous: with a locked keyring it would hold up everything until a person answers a prompt.
    if (process.platform === 'linux' && !safeStorage.getSelectedStorageBackend().startsWith('kwallet')) {
      const state = await secretServiceState();
      if (state === 'locked') return failure('kept.locked');
      if (state === 'absent') return failure('kept.not-encrypted');
      if (safeStorage.getSelectedStorageBackend() === 'basic_text') return failure('kept.not-encrypted');
    }
    return safeStorage.isEncryptionAvailable() ? null : failure('kept.not-encrypted');
  };
  const ready = async () => {
    const why = await unavailable();
    if (why) throw FailureError.of(why);
  };
  return {
    unavailable,
    async seal(plain) {
      await ready();
      return safeStorage.encryptString(plain.reveal()).toString('base64');
    },
    async open(sealed) {
      await ready();
      try {
        return new Secret(safeStorage.decryptString(Buffer.from(sealed, 'base64')));
      } catch (thrown) {
        throw new FailureError('kept.unreadable', {}, { cause: thrown });
      }
    },
  };
}
