/**
 * The lines that make a shell use a session, and no credentials but that, and those that undo it. They are the same for
 * env, exec, the clipboard and the terminal.
 */
import type { SessionCredentials } from './credentials.ts';
import { REGION_MARK, type Shell, SYNTAX } from './shell-syntax.ts';

type Variables = readonly (readonly [name: string, value: string])[];

/** A profile that is named: some clients take it before keys, all before an endpoint. */
export const CHOICES = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'] as const;

/** All from which clients take credentials, under their older names too. One that was left would be mixed in, or win. */
export const SOURCES = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_SECURITY_TOKEN',
  'AWS_CREDENTIAL_EXPIRATION',
  'AWS_CREDENTIAL_SCOPE',
  'AWS_ACCESS_KEY',
  'AWS_SECRET_KEY',
  'AMAZON_ACCESS_KEY_ID',
  'AMAZON_SECRET_ACCESS_KEY',
  'AMAZON_SESSION_TOKEN',
  'AWS_ROLE_ARN',
  'AWS_ROLE_SESSION_NAME',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
] as const;

type Source = (typeof SOURCES)[number];
const SESSION = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'] as const satisfies Source[];
const ENDPOINT = [
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
] as const satisfies Source[];

export interface Endpoint {
  readonly uri: string;
  readonly tokenFile: string;
}

/** Makes clients use this session. A region that was chosen stays; without a profile there would be none. */
export function sessionLines(credentials: SessionCredentials, region: string, shell: Shell): string {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const values = [accessKeyId, secretAccessKey, sessionToken];
  return linesFor(
    SESSION.map((name, at) => [name, values[at] ?? '']),
    region,
    shell,
  );
}

/** Makes clients ask this endpoint, ever anew. */
export const endpointLines = ({ uri, tokenFile }: Endpoint, region: string, shell: Shell): string =>
  linesFor(
    ENDPOINT.map((name, at) => [name, [uri, tokenFile][at] ?? '']),
    region,
    shell,
  );

/** Takes away what was set, and brings back the profile that was named before. */
export function undoLines(what: 'session' | 'endpoint', shell: Shell): string {
  const syntax = SYNTAX[shell];
  const names = what === 'session' ? SESSION : ENDPOINT;
  return joined([syntax.undoRegion, syntax.unset([...names, REGION_MARK]), ...CHOICES.map(syntax.bringBack)]);
}

function linesFor(variables: Variables, region: string, shell: Shell): string {
  const syntax = SYNTAX[shell];
  const others = SOURCES.filter((source) => !variables.some(([name]) => name === source));
  return joined([
    ...CHOICES.map(syntax.putAside),
    syntax.unset(others),
    ...variables.map(([name, value]) => syntax.set(name, value)),
    syntax.setRegion(region),
  ]);
}

const joined = (lines: readonly string[]): string => lines.map((line) => line && `${line}\n`).join('');
