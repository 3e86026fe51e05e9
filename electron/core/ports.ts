/** The outside world as core sees it. Each interface has one real adapter and, for tests, one fake in memory. */
import type { Failure } from './failure.ts';
import type { Secret } from './secret.ts';
import type { Settings } from './settings/settings.ts';

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number;

export interface Clock {
  /** The computer's wall clock; it may be wrong and may jump. */
  wall(): EpochMs;
  /** Milliseconds since boot; never jumps and goes on during suspend. */
  steady(): number;
}

export interface Timer {
  /** Runs `then` once after `ms`; the returned function takes it back. */
  after(ms: number, then: () => void): () => void;
}

export interface LongTermKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: Secret<string>;
}

export interface SessionCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

export interface Granted {
  readonly credentials: Secret<SessionCredentials>;
  /** As AWS said it, in AWS's time. */
  readonly expiresAt: EpochMs;
}

export interface Identity {
  readonly account: string;
  readonly arn: string;
}

export interface MfaCode {
  readonly serial: string;
  readonly code: Secret<string>;
}

export interface RoleRequest {
  readonly arn: string;
  readonly sessionName: string;
  readonly externalId?: string;
  readonly durationSeconds: number;
}

export type Caller = LongTermKey | Secret<SessionCredentials>;

/** AWS STS. Rejects with a FailureError; never sends anything twice. */
export interface Sts {
  identity(caller: Caller, region: string, signal: AbortSignal): Promise<Identity>;
  sessionToken(
    key: LongTermKey,
    region: string,
    mfa: MfaCode,
    durationSeconds: number,
    signal: AbortSignal,
  ): Promise<Granted>;
  assumeRole(
    caller: Caller,
    region: string,
    role: RoleRequest,
    mfa: MfaCode | null,
    signal: AbortSignal,
  ): Promise<Granted>;
}

export interface MfaDevice {
  readonly serial: string;
  /** FIDO keys make no code, so they cannot sign in here. */
  readonly kind: 'totp' | 'fido';
}

export interface Iam {
  mfaDevices(key: LongTermKey, region: string, signal: AbortSignal): Promise<readonly MfaDevice[]>;
}

export type SharedFile = 'credentials' | 'config';

/** What an edit makes of a file's text, or why it makes nothing. */
export type TextEdit =
  | { readonly ok: true; readonly text: string; readonly changed: boolean }
  | { readonly ok: false; readonly failure: Failure };

/** AWS's shared files. Text is bytes: one character for each byte, so that what is not UTF-8 survives. */
export interface SharedFiles {
  path(file: SharedFile): string;
  /** The empty string where there is no file. */
  read(file: SharedFile): Promise<string>;
  /**
   * Reads, edits and replaces the file atomically with mode 0600, or rejects with a FailureError and changes nothing.
   * With `purge`, what is taken out stays in no copy of ours: it is what makes an older copy of the file fit to be kept.
   */
  edit(file: SharedFile, edit: (text: string) => TextEdit, purge?: (copy: string) => TextEdit): Promise<void>;
}

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

/** Makes the six digits that an authenticator would show. */
export interface Totp {
  /** `secret` is in Base32. Rejects with FailureError totp.secret-malformed where no code can be made of it. */
  code(secret: Secret<string>, at: EpochMs): Promise<Secret<string>>;
}

/** Reads the text of the QR code in a picture (the bytes of a PNG or JPEG file). */
export interface QrReader {
  /** Rejects with FailureError totp.picture-unreadable or totp.no-qr. */
  read(picture: Uint8Array): Promise<Secret<string>>;
}

export interface SettingsStore {
  /** What is stored, checked and migrated; `failure` when it had to fall back to defaults. */
  load(): { readonly settings: Settings; readonly failure: Failure | null };
  save(settings: Settings): void;
}

export interface Notice {
  readonly title: string;
  readonly body: string;
  /** Opened when the notification is clicked. */
  readonly profile: string | null;
}

export interface Notifier {
  show(notice: Notice): void;
}

export interface Digest {
  sha256Hex(text: string): string;
  /** HMAC-SHA256; a key is text (as UTF-8) or the bytes of an earlier HMAC. */
  hmacSha256(key: string | Uint8Array, text: string): Uint8Array;
}

/** git's own configuration, seen and changed through git itself. */
export interface Git {
  /** Null where there is no git. */
  version(): Promise<string | null>;
  /** Whether this git has the `credential-cache` client with which it can reach a Unix socket. */
  hasCacheClient(): Promise<boolean>;
  /** Every `name=value` git would read outside a repository, in file order, with the file it comes from. */
  entries(): Promise<readonly GitEntry[]>;
  /** The file that `git config --global` writes, and its text as bytes; null where there is none. */
  globalFile(): Promise<{ readonly path: string; readonly text: string | null }>;
  /**
   * Replaces the global file atomically, links and mode kept, if its text is still `before`; null is no file. Rejects
   * with FailureError file.* or git.config-failed, and the file is then as it was.
   */
  replaceGlobalFile(before: string | null, after: string | null): Promise<void>;
}

export interface GitEntry {
  readonly origin: string;
  readonly scope: string;
  readonly name: string;
  /** Null for a name without `=`. */
  readonly value: string | null;
}

/** One stored credential for a CodeCommit host. It never carries the password. */
export interface StoredEntry {
  readonly store: string;
  readonly host: string;
  readonly path: string | null;
  /** Without the session token that follows an access key id: it is dropped where it is read. */
  readonly user: string | null;
  /** Null where the store does not say. */
  readonly storedAt: EpochMs | null;
  /** The store's own handle on the entry. */
  readonly handle: string;
}

export interface StoreListing {
  /** All entries whose host is a CodeCommit host, temporary or not. */
  readonly entries: readonly StoredEntry[];
  /** Why a part of the store could not be read, as a keyring that is locked while another is open. */
  readonly hidden: Failure | null;
}

/** A place where git's helpers keep passwords. All but `present` reject with a FailureError (locked, denied …). */
export interface CredentialStore {
  /** The name that people know, as 'macOS keychain'; an entry's `store` may be more exact. */
  readonly name: string;
  /** False where this store does not exist on this system: then nothing is said of it. */
  present(): Promise<boolean>;
  list(): Promise<StoreListing>;
  /** Resolves also where the entry has gone already. */
  remove(entry: StoredEntry): Promise<void>;
  /** Asks the person to unlock what the last `list` or `remove` found locked; rejects when they will not. */
  unlock?(): Promise<void>;
}
