/** All ways in, and which of them a profile has: by its settings and by what is kept for it. */
import type { OfDevice } from '../authenticator/stored-totp.ts';
import { FailureError } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';
import type { WayIn } from '../session/way-in.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import type { WayName } from '../settings/way.ts';
import { browserWay } from './browser-way.ts';
import { identityCenterWay } from './identity-center-way.ts';
import { keyWay } from './key-way.ts';
import { sessionWay } from './session-way.ts';
import type { OfferedWay } from './source.ts';
import type { WayFacts, WayKind, WaysInWorld } from './way-kind.ts';

/** The only place that tells one from another. */
const KINDS: { readonly [N in WayName]: WayKind<N> } = {
  key: keyWay,
  session: sessionWay,
  browser: browserWay,
  'identity-center': identityCenterWay,
};

/** The compiler does not see that a way and the kind under its name belong together. */
const kindOf = ({ is }: OfferedWay) => KINDS[is] as WayKind<WayName>;

export const factsOf = ({ way }: { readonly way: OfferedWay }): WayFacts => kindOf(way).facts(way);

/** The section that holds the profile's own long-term key. Throws FailureError key.missing for a way in that has none. */
export function ownKeyOf(profile: ProfileSettings): string {
  const { key } = factsOf(profile);
  if (key === null) throw new FailureError('key.missing', { profile: profile.name });
  return key;
}

/** The profile's MFA device. */
export const deviceOf = (profile: ProfileSettings): OfDevice => ({ id: profile.id, serial: factsOf(profile).serial });

type Rested = Pick<ProfileSettings, 'id' | 'way'>;

/** The profile that a session rests on in the end: itself, or the last of its parents. */
export function rootOf(start: Rested, profiles: readonly Rested[]): Rested {
  const parent = profiles.find(({ id }) => id === factsOf(start).parent);
  if (!parent) return start;
  // Each is gone to once, so that a circle that somebody has written into the settings ends.
  const others = profiles.filter((one) => one !== parent);
  return rootOf(parent, others);
}

/** The section that holds the long-term key that a profile rests on in the end; null where there is none. */
export const keyOf = (profile: Rested, profiles: readonly Rested[]): string | null =>
  factsOf(rootOf(profile, profiles)).key;

/** Whether AWS sees the same in both: a session of the one is as good for the other. */
export const isSameCaller = (one: { readonly way: OfferedWay }, other: { readonly way: OfferedWay }): boolean =>
  callerOf(one) === callerOf(other);

const callerOf = ({ way }: { readonly way: OfferedWay }): string =>
  JSON.stringify({ ...way, serial: null, durationSeconds: null });

export class WaysIn {
  readonly #world: WaysInWorld;

  constructor(world: WaysInWorld) {
    this.#world = world;
  }

  of(profile: ProfileSettings): WayIn {
    return kindOf(profile.way).wayIn(profile.way, profile, this.#world);
  }

  /** As a person begins it, who may want a sign-in anew where the way in could go on by itself. */
  anew(profile: ProfileSettings): WayIn {
    return kindOf(profile.way).anew?.(profile.way, profile, this.#world) ?? this.of(profile);
  }

  /** With the browser of another device, where it is done with a browser. */
  elsewhere(profile: ProfileSettings): WayIn {
    return kindOf(profile.way).elsewhere?.(profile.way, profile, this.#world) ?? this.anew(profile);
  }

  /** Looks at what other programs may have changed. Never rejects. */
  async look(profiles: readonly ProfileSettings[]): Promise<void> {
    await Promise.all(profiles.map(({ way }) => kindOf(way).look?.(way, this.#world)));
  }

  /** With a code in hand: also where none is needed, as a person may want to type one. */
  withCode(profile: ProfileSettings, code: Secret<string>): WayIn {
    return kindOf(profile.way).withCode?.(profile.way, code, this.#world) ?? this.of(profile);
  }
}
