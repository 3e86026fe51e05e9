/** A code that a stored authenticator makes: one that AWS has not seen, for which it may have to wait. */
import { failure, failureOf } from '../base/failure.ts';
import type { WayIn } from '../session/way-in.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import type { WayOf } from '../settings/way.ts';
import { sessionWithCode } from './session-with-code.ts';
import type { WaysInWorld } from './way-kind.ts';

/** How often the next code is tried where AWS does not know a new device everywhere yet. */
const MOST_NEW = 3;

export const storedAuthenticator = (world: WaysInWorld, way: WayOf<'key'>): WayIn => ({
  needs: 'nothing',
  // Each code is a sign-in of its own, which a person or their choice of a time of day begins.
  renews: false,
  async open(profile, signal) {
    for (let left = MOST_NEW; ; left--) {
      try {
        return await once(world, way, profile, signal);
      } catch (thrown) {
        // With the next code, for which nobody is needed.
        if (failureOf(thrown).code !== 'device.new' || left === 0) throw thrown;
      }
    }
  },
});

const once = (world: WaysInWorld, way: WayOf<'key'>, { id, region }: ProfileSettings, signal: AbortSignal) =>
  sessionWithCode(
    world,
    { ...way, region },
    () => world.totp.freshCode(id, way.serial, signal),
    signal,
    // Nobody has mistyped it, so it is the secret that does not fit.
    (why) => (why.code === 'code.rejected' ? failure('totp.refused') : why),
  );
