/** What outlives a restart, and the keyring that seals it. */
import type { Failure } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';

/**
 * Encrypts with a key that the operating system keeps. Each method but `unlock` answers within seconds and asks nobody.
 * All reject with FailureError kept.*: not-encrypted where nothing would really encrypt, locked where a person must be
 * asked first, other-key where the key is not in the keyring that answers, unreadable where the text is damaged.
 */
export interface SecretBox {
  /** Null where secrets can be kept, otherwise why not. */
  unavailable(): Promise<Failure | null>;
  /** Lets the keyring ask the person. */
  unlock(): Promise<void>;
  /** `like` is a sealed text whose key is to be used; null where there is none yet, and only then a key may be made. */
  seal(plain: Secret<string>, like: string | null): Promise<string>;
  open(sealed: string): Promise<Secret<string>>;
}

/** Named sealed texts on disk (mode 0600), for what must outlive a restart. */
export interface SealedFiles {
  read(name: string): Promise<string | null>;
  write(name: string, sealed: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** Of all there is, in no order. */
  names(): Promise<readonly string[]>;
  /** Moves all there is out of the way, where a person can still find it. */
  setAside(): Promise<void>;
}
