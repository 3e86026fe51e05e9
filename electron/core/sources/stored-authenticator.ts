/** A code that a stored authenticator makes: one that AWS has not seen, for which it may have to wait. */
import { failure } from '../base/failure.ts';
import type { WayIn } from '../session/way-in.ts';
import type { WayOf } from '../settings/way.ts';
import { sessionWithCode } from './session-with-code.ts';
import type { WaysInWorld } from './way-kind.ts';

export const storedAuthenticator = (world: WaysInWorld, way: WayOf<'key'>): WayIn => ({
  needs: 'nothing',
  // Each code is a sign-in of its own, which a person or their choice of a time of day begins.
  renews: false,
  open: ({ id, region }, signal) =>
    sessionWithCode(
      world,
      { ...way, region },
      () => world.totp.freshCode(id, way.serial, signal),
      signal,
      // Nobody has mistyped it, so it is the secret that does not fit.
      (why) => (why.code === 'code.rejected' ? failure('totp.refused') : why),
    ),
});
