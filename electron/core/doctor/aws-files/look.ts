/** All that is known when AWS's files are looked at, read once, and how what stands in them is quoted: never a secret. */
import type { SharedFile } from '../../aws-files/port.ts';
import { namingOf } from '../../aws-files/profile-naming.ts';
import { titleOf } from '../../aws-files/section.ts';
import { readingOf, type Texts } from '../../aws-files/who-wins.ts';
import type { Failure } from '../../base/failure.ts';
import type { EpochMs } from '../../base/time.ts';
import type { ProfileSettings } from '../../settings/settings.ts';
import { type DoctorFinding, found } from '../finding.ts';

export interface AwsFilesLook {
  readonly texts: Texts;
  readonly path: (file: SharedFile) => string;
  readonly profiles: readonly ProfileSettings[];
  /** Those that are served now, by the id of their profile. */
  readonly sessions: ReadonlyMap<string, { readonly accessKeyId: string; readonly expiresAt: EpochMs }>;
  /** What each profile was refused last, by its name. */
  readonly refused: ReadonlyMap<string, Failure>;
  /** AWS's. */
  readonly now: EpochMs;
  /** The line that has Daypass asked for a profile. */
  readonly command: (profile: string) => string;
  /** Of the programs that lines of Daypass's name, those that are not there. */
  readonly missing: ReadonlySet<string>;
}

export const fileFinding = (
  failure: Failure,
  evidence: readonly string[],
  more: Partial<Pick<DoctorFinding, 'profile' | 'mend'>> = {},
): DoctorFinding => found(failure, { evidence, ...more });

/** One setting, and where it stands. */
export interface Row {
  readonly file: SharedFile;
  readonly section: string;
  readonly setting: string;
  readonly value: string;
  readonly line: number;
}

/** What people know them by, in every language. */
export const CLIENT_NAMES = { botocore: 'AWS CLI, boto3', smithy: 'AWS SDK for JavaScript' } as const;

export const FILES = ['credentials', 'config'] as const satisfies readonly SharedFile[];

/** All rows of the sections for which `isWanted` says yes. */
export function rowsIn(texts: Texts, file: SharedFile, isWanted: (section: string) => boolean): readonly Row[] {
  return readingOf(texts, file)
    .botocore.filter(({ name }) => isWanted(name))
    .flatMap(({ name: section, keys }) =>
      keys.map(({ name: setting, value, lines: [first] }) => ({
        file,
        section,
        setting,
        value,
        line: first?.number ?? 0,
      })),
    );
}

export const rowsOf = (texts: Texts, file: SharedFile, profile: string): readonly Row[] =>
  rowsIn(texts, file, namingOf[file](profile).isExact);

/** Those of both files; where a setting stands in both, the credentials file is the one that is read. */
export const rowsOfBoth = (texts: Texts, profile: string): readonly Row[] =>
  FILES.flatMap((file) => rowsOf(texts, file, profile));

/** `path:line: setting = value`, with no more of a key than its last four characters. */
export const quoted = ({ path }: Pick<AwsFilesLook, 'path'>, { file, line, setting, value }: Row): string =>
  `${path(file)}:${line}: ${setting} = ${shown(setting, value)}`;

export const placed = ({ path }: Pick<AwsFilesLook, 'path'>, file: SharedFile, line: number): string =>
  `${path(file)}:${line}`;

/** Whose values are no secret, whoever has written them. */
export const PLAIN: readonly string[] = [
  'region',
  'services',
  'use_fips_endpoint',
  'use_dualstack_endpoint',
  'mfa_serial',
  'role_arn',
  'source_profile',
  'manager',
  'x_security_token_expires',
  'expiration',
];

function shown(setting: string, value: string): string {
  if (setting === 'aws_access_key_id') return lastFour(value);
  if (setting === 'endpoint_url') return safeUrl(value);
  return PLAIN.includes(setting) ? titleOf(value.split('\n', 1)[0] ?? '') : '…';
}

export const lastFour = (accessKeyId: string): string => {
  const [id] = /(AKIA|ASIA)[A-Z0-9]{4,124}/.exec(accessKeyId) ?? [];
  return id ? `…${id.slice(-4)}` : '…';
};

/** Of an address without a user, a password and a query. */
const ADDRESS = /^(https?):\/\/(?:[^@/?#]*@)?([^/?#\s@]+)([^?#\s]*)/i;

export function safeUrl(value: string): string {
  const [, scheme = '', host = '', path = ''] = ADDRESS.exec(value) ?? [];
  return scheme ? titleOf(`${scheme.toLowerCase()}://${host}${path === '/' ? '' : path}`) : '…';
}

/** Over which what is sent can be read on the way. */
export function isPlain(value: string): boolean {
  const [, scheme = '', host = ''] = ADDRESS.exec(value) ?? [];
  return scheme.toLowerCase() === 'http' && !LOOPBACK.test(host.replace(/:\d+$/, ''));
}

const LOOPBACK = /^((.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i;
