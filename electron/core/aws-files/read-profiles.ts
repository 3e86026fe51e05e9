/** Reads what profiles a person has: the most that any AWS parser could make of the files, and it never throws. */
import type { LongTermKey } from '../aws/credentials.ts';
import type { Bytes } from '../base/bytes.ts';
import { Secret } from '../base/secret.ts';
import { DEFAULTS } from './botocore-reading.ts';
import { MANAGER } from './find-section.ts';
import { type Ini, parseIni } from './ini.ts';
import { nulByteIn } from './nul-byte.ts';
import type { Key } from './section.ts';
import { withoutComment } from './smithy-reading.ts';

export interface FoundProfile {
  readonly name: string;
  /** The access key with its secret that the AWS tools would use. */
  readonly key?: 'long-term' | 'session';
  readonly managedByUs: boolean;
  readonly region?: string;
  readonly mfaSerial?: string;
  readonly sourceProfile?: string;
  readonly roleArn?: string;
  readonly duration?: string;
  readonly externalId?: string;
  readonly roleSessionName?: string;
  /** Of IAM Identity Center. */
  readonly ssoSession?: string;
  readonly ssoStartUrl?: string;
  readonly ssoRegion?: string;
  readonly ssoAccount?: string;
  readonly ssoRole?: string;
  /** The setting by which its credentials come from elsewhere. */
  readonly otherWay?: OtherWay;
}

/** How the settings are spelled that a profile is made from. */
export const SETTINGS = {
  region: 'region',
  mfaSerial: 'mfa_serial',
  sourceProfile: 'source_profile',
  roleArn: 'role_arn',
  duration: 'duration_seconds',
  externalId: 'external_id',
  roleSessionName: 'role_session_name',
  ssoSession: 'sso_session',
  ssoStartUrl: 'sso_start_url',
  ssoRegion: 'sso_region',
  ssoAccount: 'sso_account_id',
  ssoRole: 'sso_role_name',
} as const;

/** The first two say how a role is taken, and go before a key that stands beside them. */
const OTHER_WAYS = [
  'web_identity_token_file',
  'credential_source',
  'sso_session',
  'sso_start_url',
  'sso_account_id',
  'sso_role_name',
  'login_session',
  'credential_process',
] as const;
export type OtherWay = (typeof OTHER_WAYS)[number];

type Values = ReadonlyMap<string, string>;
type ProfileName = (section: string) => string | undefined;

/** What `[sso-session NAME]` says. */
export interface FoundSession {
  readonly name: string;
  readonly startUrl?: string;
  readonly region?: string;
  readonly scopes?: string;
}

const SESSION_SETTINGS = {
  startUrl: 'sso_start_url',
  region: 'sso_region',
  scopes: 'sso_registration_scopes',
} as const;

/** In order of appearance. */
export function readSessions(config: Bytes): FoundSession[] {
  return [...readFile(config, nameOfSession)].map(([name, values]) => ({ name, ...textsIn(SESSION_SETTINGS, values) }));
}

/** In order of appearance, those of the credentials file first. */
export function readProfiles(credentials: Bytes, config: Bytes): FoundProfile[] {
  const files = [readFile(credentials, nameInCredentials), readFile(config, nameInConfig)];
  const names = new Set(files.flatMap((profiles) => [...profiles.keys()]));
  return [...names].map((name) =>
    foundProfile(
      name,
      files.flatMap((profiles) => profiles.get(name) ?? []),
    ),
  );
}

/** The profile's own key that is no session's, where it has one. */
export function readLongTermKey(credentials: Bytes, config: Bytes, name: string): LongTermKey | undefined {
  const files = [readFile(credentials, nameInCredentials), readFile(config, nameInConfig)];
  const values = files.flatMap((profiles) => profiles.get(name) ?? []).find(hasKeys);
  if (!values || isSession(values)) return undefined;
  const [accessKeyId, secret] = KEY_PAIR.map((key) => values.get(key) ?? '') as [string, string];
  return { accessKeyId, secretAccessKey: new Secret(secret) };
}

function foundProfile(name: string, files: readonly Values[]): FoundProfile {
  const value = (key: string) => files.map((values) => values.get(key)).find(Boolean);
  const holder = files.find(hasKeys);
  const otherWay = OTHER_WAYS.find(value);
  return {
    name,
    managedByUs: files.some((values) => values.get(MANAGER[0]) === MANAGER[1]),
    ...(holder && { key: isSession(holder) ? 'session' : 'long-term' }),
    ...textsIn(SETTINGS, { get: value }),
    ...(otherWay && { otherWay }),
  };
}

function textsIn<F extends string>(
  settings: Readonly<Record<F, string>>,
  values: Pick<Values, 'get'>,
): { readonly [K in F]?: string } {
  const found = Object.entries<string>(settings).flatMap(([field, key]) => {
    const text = values.get(key);
    return text ? [[field, text]] : [];
  });
  return Object.fromEntries(found);
}

const KEY_PAIR = ['aws_access_key_id', 'aws_secret_access_key'];
const TOKENS = ['aws_session_token', 'aws_security_token'];
const hasKeys = (values: Values): boolean => KEY_PAIR.every((key) => values.get(key));
/** AWS gives session keys names of their own, which tell them where the token is missing. */
const isSession = (values: Values): boolean =>
  TOKENS.some((key) => values.get(key)) || values.get('aws_access_key_id')?.startsWith('ASIA') === true;

/** What botocore sees wins over what only the SDK for JavaScript sees; of two of a name the last wins, as there. */
function readFile(text: Bytes, profileName: ProfileName): Map<string, Map<string, string>> {
  const profiles = new Map<string, Map<string, string>>();
  const ini = parseIni(nulByteIn(text) ? '' : text);
  for (const { name: section, keys } of [...ini.smithy, ...ini.botocore]) {
    const name = profileName(section);
    if (!name) continue;
    const values = profiles.get(name) ?? new Map<string, string>();
    profiles.set(name, values);
    for (const key of keys) values.set(key.name.toLowerCase(), firstLine(key));
  }
  addDefaults(ini, profiles, profileName);
  return profiles;
}

/** What `[DEFAULT]` gives to every section. Access keys are left out: one that is everybody's is nobody's. */
const SHARED: ReadonlySet<string> = new Set([...Object.values(SETTINGS), ...OTHER_WAYS]);

/** To botocore what stands in `[DEFAULT]` stands in every section. */
function addDefaults({ botocore }: Ini, profiles: Map<string, Map<string, string>>, profileName: ProfileName): void {
  const defaults = botocore.filter(({ name }) => name === DEFAULTS).flatMap(({ keys }) => keys);
  const shared = defaults.filter(({ name }) => SHARED.has(name));
  for (const section of botocore) {
    const values = profiles.get(profileName(section.name) ?? '');
    for (const key of shared) if (values && !values.has(key.name)) values.set(key.name, firstLine(key));
  }
}

/** No value that is looked for here has a second line or a space in it, so what follows one is a comment. */
const firstLine = ({ value }: Key): string => withoutComment(value.split('\n', 1)[0] ?? '');

const nameInCredentials = (section: string): string | undefined =>
  section === DEFAULTS ? undefined : section.trim() || undefined;

const nameInConfig = (section: string): string | undefined =>
  section.trim() === 'default' ? 'default' : nameAfter('profile', section);

const nameOfSession = (section: string): string | undefined => nameAfter('sso-session', section);

function nameAfter(prefix: string, section: string): string | undefined {
  const [first, ...name] = section.trim().split(/\s+/);
  return first === prefix ? name.join(' ').replace(/^(["'])(.*)\1$/, '$2') || undefined : undefined;
}
