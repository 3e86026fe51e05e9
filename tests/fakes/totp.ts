/** Authenticators in memory: codes that anyone can foresee, pictures that are their text, and a store that holds none. */

import type { QrReader, Totp } from '../../electron/core/authenticator/port.ts';
import type { StoredTotp } from '../../electron/core/authenticator/stored-totp.ts';
import { type FailureCode, FailureError } from '../../electron/core/base/failure.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import type { EpochMs } from '../../electron/core/base/time.ts';

/** What AWS shows when a device is made: 64 characters of Base32. */
export const TOTP_SECRET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code of a step of 30 seconds, for every secret. */
export const stepCode = (at: EpochMs): string => String(Math.floor(at / 30_000) % 1_000_000).padStart(6, '0');

export class FakeTotp implements Totp {
  /** The secrets of which codes were made. */
  readonly secrets: string[] = [];
  broken: FailureCode | null = null;

  async code(secret: Secret<string>, at: EpochMs): Promise<Secret<string>> {
    if (this.broken) throw new FailureError(this.broken);
    this.secrets.push(secret.reveal());
    return new Secret(stepCode(at));
  }
}

export class FakeQrReader implements QrReader {
  /** Each line of the picture is a code. */
  async read(picture: Uint8Array): Promise<readonly Secret<string>[]> {
    const text = String.fromCharCode(...picture);
    if (text === '') throw new FailureError('totp.picture-unreadable');
    if (text.startsWith('blank')) throw new FailureError('totp.no-qr');
    return text.split('\n').map((line) => new Secret(line));
  }
}

export const noTotp: Pick<StoredTotp, 'has' | 'freshCode' | 'nextCodeAt' | 'spentUntil'> = {
  has: () => false,
  nextCodeAt: () => null,
  spentUntil: () => null,
  freshCode: async () => {
    throw new FailureError('code.malformed');
  },
};
