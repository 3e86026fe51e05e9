/** With whose session IAM is asked about the key of a source: that of a profile which signs in with this very key, and takes no role. */
import { FailureError } from '../base/failure.ts';
import type { KeyKeeper } from '../keys/rotation/own-keys.ts';
import type { Session } from '../session/state.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import { factsOf } from '../sources/ways-in.ts';

export interface KeyKeeperWorld {
  profiles(): readonly ProfileSettings[];
  sessionOf(profile: string): Session | null;
}

function signsInWith(profile: ProfileSettings, source: string): boolean {
  const { key, role } = factsOf(profile);
  return key === source && role === null;
}

export function keyKeeper({ profiles, sessionOf }: KeyKeeperWorld, source: string): KeyKeeper {
  const able = profiles().filter((profile) => signsInWith(profile, source));
  const [first] = able;
  if (!first) throw new FailureError('rotation.no-profile', { source });
  for (const { id, name, region } of able) {
    const session = sessionOf(id)?.credentials;
    // What was sent to IAM may have been done, so no call is broken off: each has an end of its own.
    if (session) return { profile: name, asker: { session, region, signal: new AbortController().signal } };
  }
  throw new FailureError('rotation.signed-out', { profile: first.name });
}
