/** The names under which `codecommit:` URLs can mean a profile of Daypass, for who has to know without asking the app. */
import type { Choosable } from '../credential/choose-profile.ts';

export interface KnownName {
  readonly name: string;
  /** For a URL that names none. */
  readonly region: string;
}

const SAFE_NAME = /^[\w.@+-]+$/;

/** A session's profile, or the one that holds the key: people know both under `codecommit://PROFILE@…`. */
export function knownNames(profiles: readonly Choosable[]): readonly KnownName[] {
  const all = [
    ...profiles.map(({ name, region }) => ({ name, region })),
    ...profiles.flatMap(({ key: name, region }) => (name === null ? [] : [{ name, region }])),
  ];
  return all.filter(({ name }, i) => SAFE_NAME.test(name) && all.findIndex((one) => one.name === name) === i);
}
