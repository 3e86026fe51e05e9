/** What can be wrong with the variables of one place, a rule each: who wins for each kind of client stands in the texts. */
import { type Failure, type FailureCode, failure } from '../../base/failure.ts';
import type { EnvironmentFacts } from './environment-facts.ts';
import type { Place, Seen } from './places.ts';
import { HIDDEN } from './variable.ts';

export interface Judged {
  readonly why: Failure;
  /** The variables that show it. */
  readonly names: readonly string[];
  /** Whether taking the lines out mends it. */
  readonly mends?: boolean;
}

type Rule = (look: Look, facts: EnvironmentFacts) => readonly Judged[];

const IDS = ['AWS_ACCESS_KEY_ID', 'AWS_ACCESS_KEY', 'AMAZON_ACCESS_KEY_ID'];
const SECRETS = ['AWS_SECRET_ACCESS_KEY', 'AWS_SECRET_KEY', 'AMAZON_SECRET_ACCESS_KEY'];
const TOKENS = ['AWS_SESSION_TOKEN', 'AWS_SECURITY_TOKEN', 'AMAZON_SESSION_TOKEN'];
const KEYS = [...IDS, ...SECRETS, ...TOKENS];
/** botocore takes the first of these that is set, the SDKs for Go and JavaScript the last. */
const PROFILES = ['AWS_DEFAULT_PROFILE', 'AWS_PROFILE'];
const REGIONS = ['AWS_REGION', 'AWS_DEFAULT_REGION'];
const FILES = ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE'];
const ENDPOINTS = ['AWS_CONTAINER_CREDENTIALS_FULL_URI', 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI'];

/** One place, asked by name. */
export class Look {
  readonly place: Place;

  constructor(place: Place) {
    this.place = place;
  }

  /** What is set of these, and not blank. */
  set = (names: readonly string[]): readonly string[] => names.filter((name) => this.value(name) !== '');
  value = (name: string): string => this.place.seen.get(name)?.shown ?? '';
  /** The first that is set, and is known. */
  first = (names: readonly string[]): string => {
    const value = this.value(this.set(names)[0] ?? '');
    return value === HIDDEN ? '' : value;
  };
  flawed = (flaw: Seen['flaw'], names: readonly string[]): readonly string[] =>
    names.filter((name) => this.place.seen.get(name)?.flaw === flaw);
}

const listed = (names: readonly string[]): string => names.join(' ');

const judgedIf = (names: readonly string[], why: (names: string) => Failure): readonly Judged[] =>
  names.length > 0 ? [{ why: why(listed(names)), names }] : [];

export const RULES: readonly Rule[] = [
  (look, { settings }) => {
    const isSpaced = (name: string) => settings.some((one) => one.name === name && one.flaw === 'spaces');
    // A token that is emptied is none, and that is often meant. Why a value did not arrive says more than that it did not.
    const blank = look.flawed('blank', [...IDS, ...SECRETS, ...PROFILES, ...REGIONS]).filter((name) => !isSpaced(name));
    return judgedIf(blank, (names) => failure('environment.blank', { names }));
  },
  (look) =>
    judgedIf(look.flawed('spaces', [...KEYS, ...PROFILES, ...REGIONS]), (names) =>
      failure('environment.spaces', { names }),
    ),
  (look) =>
    judgedIf(look.flawed('stray', [...KEYS, ...PROFILES, ...REGIONS]), (names) =>
      failure('environment.stray', { names }),
    ),
  keys,
  (look) =>
    judgedIf(look.flawed('not-exported', [...KEYS, ...PROFILES, ...REGIONS]), (names) =>
      failure('environment.not-exported', { names }),
    ),
  profiles,
  endpoint,
  (_, { elsewhere }) =>
    elsewhere.map(({ name, leads, written }) => ({
      why: failure('environment.files-elsewhere', { name, leads, written }),
      names: [name],
    })),
  (look) =>
    judgedIf(look.set(['AWS_WEB_IDENTITY_TOKEN_FILE']), (name) => failure('environment.web-identity', { name })),
  (look) =>
    look
      .set([...look.place.seen.keys()].filter((name) => name.startsWith('AWS_ENDPOINT_URL')))
      .filter((name) => !/^https:\/\/[^/]+\.amazonaws\.com(?:\.cn)?(?:[:/]|$)/.test(look.value(name)))
      .map((name) => ({ why: failure('environment.endpoint', { name, address: look.value(name) }), names: [name] })),
  regions,
];

function keys(look: Look, { sessions, own }: EnvironmentFacts): readonly Judged[] {
  const [ids, secrets, tokens] = [look.set(IDS), look.set(SECRETS), look.set(TOKENS)];
  const [key, names] = [look.first(IDS), [...ids, ...secrets, ...tokens]];
  const { seen, whole } = look.place;
  // What is blank or broken has been said; a token that is blank is none.
  const isBroken = (name: string) => seen.get(name)?.flaw && !(TOKENS.includes(name) && look.value(name) === '');
  if (names.length === 0 || KEYS.some(isBroken)) return [];
  const because = (code: FailureCode, missing = ''): readonly Judged[] => {
    const profile = own[0]?.name ?? 'PROFILE';
    return [{ why: failure(code, { key, missing, names: listed(names), profile }), names, mends: true }];
  };
  if (whole && ids.length === 0) return because('environment.half-key', 'AWS_ACCESS_KEY_ID');
  if (whole && secrets.length === 0) return because('environment.half-key', 'AWS_SECRET_ACCESS_KEY');
  if (key.startsWith('AKIA')) {
    return because(tokens.length > 0 ? 'environment.token-beside-key' : 'environment.long-term-key');
  }
  if (!key.startsWith('ASIA')) return [];
  if (whole && tokens.length === 0) return because('environment.half-key', 'AWS_SESSION_TOKEN');
  return sessions.includes(key) ? [] : because('environment.other-session');
}

function profiles(look: Look, { profiles: known, own, sessions, elsewhere }: EnvironmentFacts): readonly Judged[] {
  const named = look.set(PROFILES);
  const values = named.map(look.value).filter((value) => value !== HIDDEN);
  // One of Daypass's that has never been signed in to comes into the files with its first session.
  const names = ['default', ...[...known, ...own].map(({ name }) => name)];
  // What other files have is not known.
  const isElsewhere = look.place.whole ? elsewhere.length > 0 : look.set(FILES).length > 0;
  const missing = isElsewhere ? [] : values.filter((value) => !names.includes(value));
  if (missing.length > 0)
    return [{ why: failure('environment.profile-missing', { profile: listed([...new Set(missing)]) }), names: named }];
  const [profile = '', other = profile] = values;
  if (profile !== other) return [{ why: failure('environment.profiles-differ', { profile, other }), names: named }];
  const key = look.first(IDS);
  if (profile && sessions.includes(key))
    return [{ why: failure('environment.profile-beside-key', { profile, key }), names: [...named, ...look.set(IDS)] }];
  const session = own.find(({ key }) => key === profile)?.name;
  const isKey = known.some(({ name, key: kind }) => name === profile && kind === 'long-term');
  return session && isKey ? [{ why: failure('environment.profile-of-key', { profile, session }), names: named }] : [];
}

function endpoint(look: Look, { beforeEndpoint }: EnvironmentFacts): readonly Judged[] {
  const asked = look.set(ENDPOINTS);
  if (asked.length === 0) return [];
  const named = look.set(PROFILES);
  const profile = look.first(PROFILES);
  return [
    ...(named.length > 0
      ? [{ why: failure('environment.profile-beside-endpoint', { profile }), names: [...named, ...asked] }]
      : []),
    ...(beforeEndpoint ? [{ why: beforeEndpoint, names: asked }] : []),
  ];
}

function regions(look: Look, { own }: EnvironmentFacts): readonly Judged[] {
  const names = look.set(REGIONS);
  const values = [...new Set(names.map(look.value).filter((value) => value !== HIDDEN))];
  const named = look.first(PROFILES);
  const profile = own.find(({ name }) => name === named) ?? own[0];
  const others = profile ? values.filter((value) => value !== profile.region) : [];
  const [region] = others;
  if (!region || !profile) return [];
  return [
    { why: failure('environment.region-differs', { region, profile: profile.name, own: profile.region }), names },
  ];
}
