/**
 * One way to AWS's page and back (OAuth's authorization code with PKCE): its address, which anybody may see, and what only
 * the right answer has. https://datatracker.ietf.org/doc/html/rfc7636
 */
import { base64Url } from '../base/base64.ts';
import { Secret } from '../base/secret.ts';
import type { Randomness } from './port.ts';

/** As AWS knows those who ask: with the browser of this computer, and with that of another device. */
export const CLIENTS = {
  here: 'arn:aws:signin:::devtools/same-device',
  elsewhere: 'arn:aws:signin:::devtools/cross-device',
} as const;
export type Where = keyof typeof CLIENTS;

/** Of another device the browser ends on AWS's own page, which shows the text to paste. */
export const CONFIRMATION = '/v1/sessions/confirmation';

export interface Door {
  readonly where: Where;
  readonly clientId: string;
  readonly address: string;
  readonly redirectUri: string;
  readonly state: string;
  readonly verifier: Secret<string>;
}

const VERIFIER_BYTES = 48;

interface Asked extends Pick<Door, 'where' | 'clientId' | 'redirectUri'> {
  /** The address of the page, without a query. */
  readonly page: string;
  /** AWS's sign-in service has a name of its own for what RFC 7636 calls S256. */
  readonly method: 'S256' | 'SHA-256';
  /** What the sign-in is to be good for, under the name that the service has for it. */
  readonly scope: readonly [name: string, value: string];
}

export function openDoor({ page, method, scope, ...door }: Asked, random: Randomness): Door {
  const state = random.uuid();
  const verifier = base64Url(random.bytes(VERIFIER_BYTES));
  const query = [
    ['response_type', 'code'],
    ['client_id', door.clientId],
    ['state', state],
    ['code_challenge_method', method],
    scope,
    ['redirect_uri', door.redirectUri],
    ['code_challenge', base64Url(random.sha256(verifier))],
  ].map(([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`);
  return { ...door, address: `${page}?${query.join('&')}`, state, verifier: new Secret(verifier) };
}

/** `base`: where AWS's pages are for the region. */
export const newDoor = (where: Where, base: string, redirectUri: string, random: Randomness): Door =>
  openDoor(
    {
      where,
      page: `${base}/v1/authorize`,
      clientId: CLIENTS[where],
      redirectUri,
      method: 'SHA-256',
      scope: ['scope', 'openid'],
    },
    random,
  );
