/** A token as AWS's tools keep it: read leniently, as they have written it in several forms, and written in that of the AWS CLI. */
import { Secret } from '../base/secret.ts';
import type { EpochMs } from '../base/time.ts';
import type { Client, Tokens } from './port.ts';
import { type Portal, sameAddress } from './portal.ts';

export interface CachedToken {
  readonly accessToken: Secret<string>;
  /** By the computer's own clock, as the tools that share it go by that. */
  readonly expiresAt: EpochMs;
  /** What it can be renewed with; null where it cannot. */
  readonly renewal: Renewal | null;
  /** The program that was signed in. */
  readonly client: string | null;
  /** All that stands in the file. */
  readonly fields: Secret<Readonly<Record<string, unknown>>>;
}

/** It goes into a header. */
const SENDABLE = /^[\x21-\x7e]+$/;

interface Renewal {
  readonly client: Client;
  readonly refreshToken: Secret<string>;
  readonly until: EpochMs;
}

/** Null for what is no token of this portal: then there is none, as for AWS's tools. */
export function readToken(file: Secret<string>, portal: Portal): CachedToken | null {
  const fields = fieldsOf(file);
  const [accessToken, expiresAt] = [textIn(fields, 'accessToken'), timeIn(fields, 'expiresAt')];
  if (accessToken === null || !SENDABLE.test(accessToken) || expiresAt === null) return null;
  // Somebody may have given the session another address since.
  const [startUrl, region] = [textIn(fields, 'startUrl'), textIn(fields, 'region')];
  if (startUrl !== null && !sameAddress(startUrl, portal.startUrl)) return null;
  if (region !== null && region !== portal.region) return null;
  return {
    accessToken: new Secret(accessToken),
    expiresAt,
    renewal: renewalOf(fields),
    client: textIn(fields, 'clientId'),
    fields: new Secret(fields),
  };
}

function renewalOf(fields: Fields): Renewal | null {
  const [id, secret, refreshToken] = ['clientId', 'clientSecret', 'refreshToken'].map((name) => textIn(fields, name));
  const until = timeIn(fields, 'registrationExpiresAt');
  if (!id || !secret || !refreshToken || until === null) return null;
  return { client: { id, secret: new Secret(secret) }, refreshToken: new Secret(refreshToken), until };
}

/** A token that AWS has just given, with the client that it was given to. */
export function newToken(
  portal: Portal,
  { accessToken, seconds, refreshToken }: Tokens,
  { client, expiresAt }: { readonly client: Client; readonly expiresAt: EpochMs },
  now: EpochMs,
): Secret<string> {
  return written({
    startUrl: portal.startUrl,
    region: portal.region,
    accessToken: accessToken.reveal(),
    expiresAt: stamp(now + seconds * 1000),
    clientId: client.id,
    clientSecret: client.secret.reveal(),
    registrationExpiresAt: stamp(expiresAt),
    ...(refreshToken && { refreshToken: refreshToken.reveal() }),
  });
}

/** A token that was renewed. What else stood in the file stays; a refresh token is good once. */
export function renewedToken(
  before: CachedToken,
  { accessToken, seconds, refreshToken }: Tokens,
  now: EpochMs,
): Secret<string> {
  const { refreshToken: _, ...kept } = before.fields.reveal();
  return written({
    ...kept,
    accessToken: accessToken.reveal(),
    expiresAt: stamp(now + seconds * 1000),
    ...(refreshToken && { refreshToken: refreshToken.reveal() }),
  });
}

type Fields = Readonly<Record<string, unknown>>;

const written = (fields: Fields): Secret<string> => new Secret(JSON.stringify(fields));

export function fieldsOf(file: Secret<string>): Fields {
  try {
    const read: unknown = JSON.parse(file.reveal());
    return typeof read === 'object' && read !== null ? (read as Fields) : {};
  } catch {
    return {};
  }
}

export function textIn(fields: Fields, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Older versions have written UTC in full. */
export function timeIn(fields: Fields, name: string): EpochMs | null {
  const time = Date.parse((textIn(fields, name) ?? '').replace(/UTC$/, 'Z'));
  return Number.isFinite(time) ? time : null;
}

/** To the second, as the AWS CLI writes it. */
export const stamp = (time: EpochMs): string => `${new Date(time).toISOString().slice(0, 19)}Z`;
