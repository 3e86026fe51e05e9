/**
 * Reads what AWS shows when a virtual MFA device is made: the secret itself, or the otpauth:// text of its QR code.
 * https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 */
import { FailureError } from '../base/failure.ts';
import { Secret } from '../base/secret.ts';

/** The only kind of code that AWS takes. */
const WANTED = [
  ['digits', /^6$/],
  ['period', /^30$/],
  ['algorithm', /^(hmac-?)?sha-?1$/i],
] as const;
/** RFC 4226 asks for 128 bits, AWS's own have 320, and no code is made of more than 512. */
const BASE32 = /^[A-Z2-7]{26,103}$/;
/** No number of whole bytes ends so in Base32. */
const TORN = [1, 3, 6];

/** The secret in Base32, as a code is made from it. Throws FailureError totp.secret-malformed or totp.unsupported. */
export function readTotpSecret(given: Secret<string>): Secret<string> {
  const text = given.reveal().trim();
  return new Secret(base32(/^otpauth:/i.test(text) ? secretOfUri(text) : text));
}

/** What an otpauth:// text calls its authenticator, as `Issuer: account`; '' where it does not. */
export function readTotpLabel(given: Secret<string>): string {
  const [, path = '', query = ''] = /^otpauth:\/\/[^/?#]*\/([^?#]*)\??([^#]*)/i.exec(given.reveal().trim()) ?? [];
  const words = plain(path).split(':');
  const account = words.pop() ?? '';
  const [, issuer = ''] = /(?:^|&)issuer=([^&]*)/i.exec(query) ?? [];
  const parts = [words.join(':').trim() || plain(issuer).trim(), account.trim()];
  return parts
    .filter(Boolean)
    .join(': ')
    .replace(/\p{C}+/gu, ' ')
    .slice(0, 100);
}

const plain = (text: string): string => {
  try {
    return decode(text);
  } catch {
    return text;
  }
};

function secretOfUri(text: string): string {
  const [, type = '', query = ''] = /^otpauth:\/\/([^/?#]*)[^?#]*\?([^#]*)/i.exec(text) ?? [];
  if (type === '') throw new FailureError('totp.secret-malformed');
  if (type.toLowerCase() !== 'totp') throw new FailureError('totp.unsupported', { what: `type=${wordOf(type)}` });
  const params = query.split('&').map((param): readonly [string, string] => {
    const at = param.indexOf('=');
    return [param.slice(0, at).toLowerCase(), decode(param.slice(at + 1))];
  });
  for (const [wanted, form] of WANTED) {
    const other = params.find(([name, value]) => name === wanted && !form.test(value));
    if (other) throw new FailureError('totp.unsupported', { what: `${wanted}=${wordOf(other[1])}` });
  }
  const [secret, second] = params.filter(([name]) => name === 'secret');
  if (!secret || second) throw new FailureError('totp.secret-malformed');
  return secret[1];
}

function base32(text: string): string {
  const secret = text.replace(/[\s-]/g, '').replace(/=+$/, '').toUpperCase();
  if (!BASE32.test(secret) || TORN.includes(secret.length % 8)) throw new FailureError('totp.secret-malformed');
  return secret;
}

/** A failure says what was found, so it must be a word and nothing that was mixed up with the secret. */
const wordOf = (text: string): string => (/^[\w-]{1,10}$/.test(text) ? text : '?');

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    throw new FailureError('totp.secret-malformed');
  }
}
