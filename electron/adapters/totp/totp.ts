/** The digits of an authenticator, made by otplib, which is loaded when a code is first wanted. */

import type { Totp } from '../../core/authenticator/port.ts';
import { FailureError } from '../../core/base/failure.ts';
import { Secret } from '../../core/base/secret.ts';

export const totp: Totp = {
  async code(secret, at) {
    const { generate } = await import('otplib');
    try {
      return new Secret(await generate({ secret: secret.reveal(), epoch: Math.floor(at / 1000) }));
    } catch {
      // Not with its cause, which may quote the secret.
      throw new FailureError('totp.secret-malformed');
    }
  },
};
