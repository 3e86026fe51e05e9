/**
 * Follows `source_profile` from a section to the key that its session is asked for with, as botocore does: where there
 * is a key it stops, and a section may name itself.
 */
import type { FoundProfile, OtherWay } from '../aws-files/read-profiles.ts';
import { type Failure, failure } from '../base/failure.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import type { WayOf } from '../settings/way.ts';
import { isSamePortal, type PortalSources, readPortal } from './read-portal.ts';
import { factsOf } from './ways-in.ts';

/** All that sources are read from. */
export interface SourceWorld extends PortalSources {
  /** By name, in the order of the files. */
  readonly found: ReadonlyMap<string, FoundProfile>;
  /** Whose key is in the keychain. */
  readonly kept: ReadonlySet<string>;
  /** Daypass's own. */
  readonly profiles: readonly ProfileSettings[];
}

export type Followed =
  /** The section that holds the long-term key. */
  | { readonly key: string }
  /** The profile of Daypass whose session takes the role. */
  | { readonly through: ProfileSettings }
  /** A role of IAM Identity Center. */
  | { readonly portal: WayOf<'identity-center'> }
  | { readonly refusal: Failure };

export function followSource(start: FoundProfile, world: SourceWorld): Followed {
  if (!start.roleArn) return keyOf(start, world);
  /** The sections that take a role, from the first to the one whose source is looked for. */
  const roles = [start];
  for (;;) {
    const at = roles.at(-1) ?? start;
    if (at.otherWay === 'web_identity_token_file' || at.otherWay === 'credential_source') {
      return refuse(otherWay(at.name, at.otherWay));
    }
    // Without a source_profile only its own key can be meant.
    const name = at.sourceProfile ?? at.name;
    if (name === at.name) return ended(roles, ownPortal(keyOf(at, world), at));
    const next = world.found.get(name);
    const ours = world.profiles.find((profile) => profile.name === name);
    if (ours && next?.key !== 'long-term') return ended(roles, through(ours, at));
    if (roles.some((seen) => seen.name === name)) return refuse(circle(roles, name, world));
    if (world.kept.has(name)) return ended(roles, { key: name });
    if (!next) return refuse(nowhere(at, name, world));
    if (next.key || !next.roleArn) return ended(roles, onPortal(keyOf(next, world), at, world));
    roles.push(next);
  }
}

const refuse = (refusal: Failure): Followed => ({ refusal });

/** A role is taken with a key and a code, or with a session of Daypass; of more than one in a row there is no way. */
function ended(roles: readonly FoundProfile[], end: Followed): Followed {
  const [first, second, third] = roles;
  if ('refusal' in end || !first || !second) return end;
  const names = { profile: first.name, source: second.name };
  return refuse(third || 'through' in end ? failure('source.too-deep', names) : failure('source.role-on-role', names));
}

export function keyOf(section: FoundProfile, world: SourceWorld): Followed {
  const { kept, profiles } = world;
  const { name: profile, key } = section;
  if (key === 'long-term' || kept.has(profile)) return { key: profile };
  if (section.managedByUs && profiles.some(({ name }) => name === profile))
    return refuse(failure('source.ours', { profile }));
  if (key === 'session') return refuse(failure('key.temporary', { profile }));
  if (section.otherWay?.startsWith('sso_')) return readPortal(section, world);
  return refuse(section.otherWay ? otherWay(profile, section.otherWay) : failure('key.missing', { profile }));
}

/** A role is taken with the session of a profile of Daypass's own, which that of Identity Center has to become first. */
function onPortal(
  end: Followed,
  { name, sourceProfile: source = '' }: FoundProfile,
  { profiles }: SourceWorld,
): Followed {
  if (!('portal' in end)) return end;
  const ours = profiles.find(({ way }) => way.is === 'identity-center' && isSamePortal(way, end.portal));
  return ours ? { through: ours } : refuse(failure('source.role-on-portal', { profile: name, source }));
}

/** Beside a role of IAM it is of no use: AWS's tools want a source_profile. */
const ownPortal = (end: Followed, { name, otherWay: setting }: FoundProfile): Followed =>
  'portal' in end && setting ? refuse(otherWay(name, setting)) : end;

function through(parent: ProfileSettings, { name }: FoundProfile): Followed {
  // A session that rests on another cannot carry a third.
  const isDeep = factsOf(parent).parent !== null;
  return isDeep ? refuse(failure('source.too-deep', { profile: name, source: parent.name })) : { through: parent };
}

const otherWay = (profile: string, setting: OtherWay): Failure => failure('source.other-way', { profile, setting });

function nowhere({ name }: FoundProfile, source: string, { paths }: SourceWorld): Failure {
  const { credentials, config } = paths;
  return failure('source.nowhere', { profile: name, source, credentials, config });
}

function circle(roles: readonly FoundProfile[], name: string, { paths }: SourceWorld): Failure {
  const chain = [...roles.map((role) => role.name), name].join(' → ');
  const { credentials, config } = paths;
  return failure('source.circle', { profile: roles[0]?.name ?? name, chain, credentials, config });
}
