/**
 * Says which setting of the two files a client takes a profile's credentials from: botocore, with which the AWS CLI is
 * made, and the AWS SDK for JavaScript, which disagree about the order. Values are never given out.
 */
import type { Bytes } from '../base/bytes.ts';
import { DEFAULTS } from './botocore-reading.ts';
import { type Ini, parseIni } from './ini.ts';
import { nulByteIn } from './nul-byte.ts';
import type { SharedFile } from './port.ts';
import { namingOf } from './profile-naming.ts';
import type { Section } from './section.ts';

export const CLIENTS = ['botocore', 'smithy'] as const;
export type AwsClient = (typeof CLIENTS)[number];

export interface Winner {
  readonly file: SharedFile;
  /** As it stands between the brackets. */
  readonly section: string;
  readonly setting: string;
}

export type Texts = Readonly<Record<SharedFile, Bytes>>;

/** Null: the profile gives this client no credentials, so it looks elsewhere, or for none at all. */
export function whoWins(texts: Texts, profile: string, client: AwsClient): Winner | null {
  const credentials = settingsIn(texts, 'credentials', profile, client);
  const config = settingsIn(texts, 'config', profile, client);
  const found: Found = { credentials, config, both: new Map([...config, ...credentials]) };
  for (const takes of ORDER[client]) {
    const winner = takes(found);
    if (winner) return { file: winner.file, section: winner.section, setting: winner.setting };
  }
  return null;
}

/** The first value of a setting that the client finds for the profile, in the credentials file or else in the config file. */
export function settingOf(texts: Texts, profile: string, client: AwsClient, setting: string): string | undefined {
  const [credentials, config] = (['credentials', 'config'] as const).map((file) =>
    settingsIn(texts, file, profile, client).get(setting),
  );
  return (credentials ?? config)?.value || undefined;
}

interface Held extends Winner {
  readonly value: string;
}
type Settings = ReadonlyMap<string, Held>;

interface Found {
  readonly credentials: Settings;
  readonly config: Settings;
  /** Those of the credentials file come first. */
  readonly both: Settings;
}

type Takes = (found: Found) => Winner | undefined;

const SSO = ['sso_start_url', 'sso_account_id', 'sso_session', 'sso_region', 'sso_role_name'];
const from =
  (where: keyof Found, ...settings: readonly string[]): Takes =>
  (found) =>
    settings.map((setting) => found[where].get(setting)).find(Boolean);
/** Only where one of these stands beside it. */
const beside =
  (takes: Takes, ...others: readonly string[]): Takes =>
  (found) =>
    others.some((other) => found.both.has(other)) ? takes(found) : undefined;

/** Where each of them looks, first to last. */
const ORDER: Record<AwsClient, readonly Takes[]> = {
  botocore: [
    from('both', 'web_identity_token_file'),
    // Also where it does not say whose key assumes the role: that is an error then.
    from('both', 'role_arn'),
    from('both', 'sso_account_id', 'sso_role_name'),
    from('credentials', 'aws_access_key_id'),
    from('both', 'login_session'),
    from('both', 'credential_process'),
    from('config', 'aws_access_key_id'),
  ],
  smithy: [
    beside(from('both', 'role_arn'), 'source_profile', 'credential_source'),
    beside(from('both', 'aws_access_key_id'), 'aws_secret_access_key'),
    beside(from('both', 'web_identity_token_file'), 'role_arn'),
    from('both', 'credential_process'),
    from('both', ...SSO),
    from('both', 'login_session'),
  ],
};

/** Every setting that gives credentials, or takes part in it. */
export const GIVES_CREDENTIALS: readonly string[] = [
  'aws_access_key_id',
  'aws_secret_access_key',
  'aws_session_token',
  'aws_security_token',
  'role_arn',
  'source_profile',
  'credential_source',
  'web_identity_token_file',
  'credential_process',
  'login_session',
  ...SSO,
];

/** Both clients are asked about the same texts, which may be large. */
const readings = new WeakMap<Texts, Map<SharedFile, Ini>>();

/** Throws nothing, as every text has a reading. */
export function readingOf(texts: Texts, file: SharedFile): Ini {
  const known = readings.get(texts) ?? new Map<SharedFile, Ini>();
  const reading = known.get(file) ?? parseIni(nulByteIn(texts[file]) ? '' : texts[file]);
  readings.set(texts, known.set(file, reading));
  return reading;
}

/**
 * Of one profile's sections in the config file, which may be spelt differently: for botocore the last takes the place of
 * those before, in the SDK they are one, but that [profile default] takes the place of [default].
 */
function counting(alike: readonly Section[], client: AwsClient): readonly Section[] {
  const prefixed = alike.filter(({ name }) => name.trim() !== 'default');
  if (client === 'smithy') return prefixed.length > 0 ? prefixed : alike;
  // [profile.NAME] is the SDK's alone.
  return alike.filter(({ name }) => !/^\W*profile\./.test(name)).slice(-1);
}

/** Of what stands twice the last is meant, as in the SDK; botocore refuses the whole file. */
function settingsIn(texts: Texts, file: SharedFile, profile: string, client: AwsClient): Map<string, Held> {
  const sections: readonly Section[] = readingOf(texts, file)[client];
  const { isAlike } = namingOf[file](profile);
  const alike = sections.filter(({ name }) => isAlike(name));
  const own = file === 'config' ? counting(alike, client) : alike;
  // What stands under [DEFAULT] leaks into every section that botocore reads, and a section's own come before it.
  const leaking = client === 'botocore' && own.length > 0 ? sections.filter(({ name }) => name === DEFAULTS) : [];
  return new Map(
    [...leaking, ...own].flatMap(({ name: section, keys }) =>
      keys.map(({ name: setting, value }) => [setting, { file, section, setting, value }] as const),
    ),
  );
}
