/** What makes codes, and what reads their secret out of a picture. */
import type { Secret } from '../base/secret.ts';
import type { EpochMs } from '../base/time.ts';

/** Makes the six digits that an authenticator would show. */
export interface Totp {
  /** `secret` is in Base32. Rejects with FailureError totp.secret-malformed where no code can be made of it. */
  code(secret: Secret<string>, at: EpochMs): Promise<Secret<string>>;
}

/** Draws a text as a QR code, in SVG. */
export type DrawQr = (text: Secret<string>) => Promise<string>;

/** Reads the texts of the QR codes in a picture (the bytes of a PNG or JPEG file). */
export interface QrReader {
  /** At least one, each once. Rejects with FailureError totp.picture-unreadable or totp.no-qr. */
  read(picture: Uint8Array): Promise<readonly Secret<string>[]>;
}
