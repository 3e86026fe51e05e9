/** A code that a stored authenticator makes: one that AWS has not seen, for which it may have to wait. */
import type { StoredTotp } from '../authenticator/stored-totp.ts';
import { failure, failureOf } from '../base/failure.ts';
import type { WayIn } from '../session/way-in.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import { type CodeWorld, sessionWithCode } from './session-with-code.ts';

/** How often the next code is tried where AWS does not know a new device everywhere yet. */
const MOST_NEW = 3;

export const storedAuthenticator = (world: CodeWorld, totp: Pick<StoredTotp, 'freshCode'>): WayIn => ({
  needs: 'nothing',
  // Each code is a sign-in of its own, which a person or their choice of a time of day begins.
  renews: false,
  async open(profile, signal) {
    for (let left = MOST_NEW; ; left--) {
      try {
        return await once(world, totp, profile, signal);
      } catch (thrown) {
        // With the next code, for which nobody is needed.
        if (failureOf(thrown).code !== 'device.new' || left === 0) throw thrown;
      }
    }
  },
});

const once = (world: CodeWorld, totp: Pick<StoredTotp, 'freshCode'>, profile: ProfileSettings, signal: AbortSignal) =>
  sessionWithCode(
    world,
    profile,
    () => totp.freshCode(profile, signal),
    signal,
    // Nobody has mistyped it, so it is the secret that does not fit.
    (why) => (why.code === 'code.rejected' ? failure('totp.refused') : why),
  );
