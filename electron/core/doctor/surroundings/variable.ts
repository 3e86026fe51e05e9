/** Environment variables as they may be shown: of a secret only that it is there, of an access key its ends. No value that is secret passes. */
import { shownKey } from '../../aws/shown-key.ts';

/** 'blank': there is nothing in it. 'stray': blanks, quotes or a line end at its ends, which programs take for a part of it. */
export type Flaw = 'blank' | 'stray';

export interface Variable {
  readonly name: string;
  /** Fit to be shown: '…' stands for what is not. */
  readonly shown: string;
  readonly flaw: Flaw | null;
}

export const HIDDEN = '…';

const KEY_IDS = ['AWS_ACCESS_KEY_ID', 'AWS_ACCESS_KEY', 'AMAZON_ACCESS_KEY_ID'];
const NAMES = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE', 'AWS_REGION', 'AWS_DEFAULT_REGION'];
/** Files and folders with certificates, in the words of OpenSSL, requests, curl, Node and git. */
export const CA_FILES = [
  'AWS_CA_BUNDLE',
  'REQUESTS_CA_BUNDLE',
  'SSL_CERT_FILE',
  'CURL_CA_BUNDLE',
  'NODE_EXTRA_CA_CERTS',
  'GIT_SSL_CAINFO',
] as const;
const PATHS = [
  'AWS_CONFIG_FILE',
  'AWS_SHARED_CREDENTIALS_FILE',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
  'DAYPASS_HOME',
  'PATH',
  'NO_PROXY',
  'no_proxy',
  'GIT_SSL_NO_VERIFY',
  ...CA_FILES,
];
const URLS = /^AWS_ENDPOINT_URL(?:_\w+)?$|^(?:HTTPS?|ALL)_PROXY$|^AWS_CONTAINER_CREDENTIALS_FULL_URI$/i;

/** Whether the doctor wants to know of a variable of this name at all. */
export const isOfInterest = (name: string): boolean =>
  /^(?:AWS|AMAZON)_\w+$/.test(name) || PATHS.includes(name) || URLS.test(name);

/** What has been cut down before comes through as it is. */
export function cutDown(name: string, value: string): Variable {
  const bare = value.replace(/^[\s'"“”‘’]+|[\s'"“”‘’]+$/g, '');
  const flaw = bare === '' ? 'blank' : bare === value ? null : 'stray';
  return { name, shown: shownValue(name, bare), flaw };
}

function shownValue(name: string, value: string): string {
  if (value === '') return '';
  if (KEY_IDS.includes(name)) return shownKey(value);
  // A secret that was put into the wrong variable has this form.
  if (NAMES.includes(name)) return /^[A-Za-z0-9/+=]{40,}$/.test(value) ? HIDDEN : oneLine(value);
  if (PATHS.includes(name)) return oneLine(value);
  return URLS.test(name) ? oneLine(withoutLogin(value)) : HIDDEN;
}

/** A URL without what signs in, and without what comes after its path. */
export const withoutLogin = (url: string): string =>
  url.replace(/^([a-z][\w+.-]*:\/\/)?.*@/is, '$1').replace(/[?#].*$/s, '');

const oneLine = (text: string): string => text.replace(/\p{Cc}/gu, ' ');

/** A whole environment: what is of interest, by name. */
export const variablesIn = (env: Readonly<Record<string, string | undefined>>): readonly Variable[] =>
  Object.entries(env).flatMap(([name, value]) =>
    value !== undefined && isOfInterest(name) ? [cutDown(name, value)] : [],
  );

/** What a terminal has handed over: NAME=VALUE, a line each. Null where it has said nothing. */
export function readTerminal(said: string): readonly Variable[] | null {
  const variables = said.split('\n').flatMap((line) => {
    const [, name = '', value = ''] = /^(\w+)=(.*)$/s.exec(line) ?? [];
    return isOfInterest(name) ? [cutDown(name, value)] : [];
  });
  return variables.length > 0 ? variables : null;
}

export const shownOf = (variables: readonly Variable[] | null, ...names: readonly string[]): string =>
  names.map((name) => variables?.find((one) => one.name === name)?.shown).find(Boolean) ?? '';
