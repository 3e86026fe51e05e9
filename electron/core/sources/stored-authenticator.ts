/** A code that a stored authenticator makes: one that AWS has not seen, for which it may have to wait. */
import type { StoredTotp } from '../authenticator/stored-totp.ts';
import { failure } from '../base/failure.ts';
import type { WayIn } from '../session/way-in.ts';
import { type CodeWorld, sessionWithCode } from './session-with-code.ts';

export const storedAuthenticator = (world: CodeWorld, totp: Pick<StoredTotp, 'freshCode'>): WayIn => ({
  needs: 'nothing',
  // Each code is a sign-in of its own, which a person or their choice of a time of day begins.
  renews: false,
  open: (profile, signal) =>
    sessionWithCode(
      world,
      profile,
      () => totp.freshCode(profile, signal),
      signal,
      // Nobody has mistyped it, so it is the secret that does not fit.
      (why) => (why.code === 'code.rejected' ? failure('totp.refused') : why),
    ),
});
