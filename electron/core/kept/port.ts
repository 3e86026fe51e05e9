/** What outlives a restart, and the keyring that seals it. */
import type { Failure } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';

/** Encrypts with a key that the operating system keeps. Rejects with a FailureError where it would not really encrypt. */
export interface SecretBox {
  /** Null where secrets can be kept, otherwise why not. Answers within seconds, whatever the keyring does. */
  unavailable(): Promise<Failure | null>;
  seal(plain: Secret<string>): Promise<string>;
  open(sealed: string): Promise<Secret<string>>;
}

/** Named sealed texts on disk (mode 0600), for what must outlive a restart. */
export interface SealedFiles {
  read(name: string): Promise<string | null>;
  write(name: string, sealed: string): Promise<void>;
  remove(name: string): Promise<void>;
}
