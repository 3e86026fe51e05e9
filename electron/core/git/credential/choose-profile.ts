/** Which profile answers for a repository, when a person has to say so, and when there is none. */
import type { ProfileSettings } from '../../settings/settings.ts';
import { partitionOf } from '../codecommit-host.ts';

export interface Choosable extends Pick<ProfileSettings, 'id' | 'name' | 'region'> {
  /** The section that holds the key it rests on; null where it rests on none. */
  readonly key: string | null;
}

export interface AskedRepository {
  /** In lower case, without a port. */
  readonly host: string;
  readonly repository: string;
  readonly region: string;
  /** What the URL or the configuration names before git has asked anybody: may be a profile. */
  readonly username: string | null;
}

export type ProfileChoice =
  | { readonly is: 'profile'; readonly id: string }
  /** Several would do; the person says which, once. */
  | { readonly is: 'ask' }
  | { readonly is: 'none' };

/** The key of `settings.repositories`. */
export const repositoryKey = (asked: Pick<AskedRepository, 'host' | 'repository'>): string =>
  `${asked.host}/${asked.repository}`;

/** One of the region comes first, then the only one of its partition: a session is good in all regions of that, and in no other. */
export function chooseProfile(
  asked: AskedRepository,
  all: readonly Choosable[],
  remembered: Readonly<Record<string, string>>,
): ProfileChoice {
  const profiles = all.filter(({ region }) => partitionOf(region) === partitionOf(asked.region));
  if (profiles.length === 0) return { is: 'none' };
  const key = repositoryKey(asked);
  const before = remembered[key];
  const candidates = [
    named(asked.username, profiles),
    profiles.find((profile) => profile.id === before),
    only(profiles.filter((profile) => profile.region === asked.region)),
    only(profiles),
  ];
  const chosen = candidates.find((profile) => profile !== undefined);
  return chosen ? { is: 'profile', id: chosen.id } : { is: 'ask' };
}

/** By the session's profile, else by the one that holds the key: people know both under `codecommit://PROFILE@…`. */
function named(name: string | null, profiles: readonly Choosable[]): Choosable | undefined {
  // Profiles that rest on no key are not of that name.
  if (name === null) return undefined;
  return profiles.find((profile) => profile.name === name) ?? only(profiles.filter((profile) => profile.key === name));
}

const only = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);
