import { expect, test } from 'vitest';
import { readTotpSecret } from '../../../electron/core/authenticator/totp-secret.ts';
import type { FailureError } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { TOTP_SECRET } from '../../fakes/totp.ts';

const read = (text: string): string => readTotpSecret(new Secret(text)).reveal();
const refused = (text: string) => {
  try {
    read(text);
  } catch (thrown) {
    return (thrown as FailureError).failure;
  }
  return expect.fail('it was read');
};
const uri = (query: string, type = 'totp') => `otpauth://${type}/Amazon%20Web%20Services:ann@example?${query}`;
const SHORT = 'JBSWY3DPEHPK3PXPJBSWY3DPEH';

test.each<[string, string, string]>([
  ['as AWS shows it', TOTP_SECRET, TOTP_SECRET],
  ['with spaces and in lower case, as others show it', 'jbsw y3dp ehpk 3pxp jbsw y3dp eh', SHORT],
  ['with hyphens and a padding', 'JBSWY3DP-EHPK3PXP-JBSWY3DP-EH======', SHORT],
  ['with what copying adds', `\n ${TOTP_SECRET}\u00a0\r\n`, TOTP_SECRET],
  ['the least', SHORT, SHORT],
  ['the text of AWS’s QR code', uri(`secret=${TOTP_SECRET}&issuer=Amazon%20Web%20Services`), TOTP_SECRET],
  ['with all that it may say', uri(`algorithm=SHA1&digits=6&period=30&secret=${SHORT}&image=x`), SHORT],
  ['in other letters', `OTPAUTH://TOTP/ann?SECRET=${SHORT}&ALGORITHM=sha-1`, SHORT],
  ['with a secret that is escaped', uri(`secret=${SHORT}%3D%3D`), SHORT],
  ['without a label', `otpauth://totp/?secret=${SHORT}`, SHORT],
])('read: %s', (_, text, secret) => {
  expect(read(text)).toBe(secret);
});

test.each<[string, string]>([
  ['nothing', ''],
  ['a code', '123456'],
  ['a word', 'my secret'],
  ['torn off', TOTP_SECRET.slice(0, 24)],
  ['torn off so that a letter is missing', TOTP_SECRET.slice(0, -2)],
  ['too long', TOTP_SECRET + TOTP_SECRET],
  ['a letter that is none of Base32', TOTP_SECRET.replace('A', '0')],
  ['letters that look like some', TOTP_SECRET.replace('A', 'А')],
  ['otpauth without a secret', uri('issuer=x')],
  ['otpauth with two', uri(`secret=${SHORT}&secret=${TOTP_SECRET}`)],
  ['otpauth with an empty one', uri('secret=')],
  ['otpauth alone', 'otpauth://'],
  ['otpauth that is broken', uri('secret=%ZZ')],
  ['another kind of address', `https://example.com/?secret=${SHORT}`],
  ['many at once', `otpauth-migration://offline?data=${SHORT}`],
  ['a name that every object has', uri('constructor=x')],
])('refused: %s', (_, text) => {
  expect(refused(text)).toEqual({ code: 'totp.secret-malformed', params: {} });
});

test.each<[string, string, string]>([
  ['codes by count', uri(`secret=${SHORT}&counter=1`, 'hotp'), 'type=hotp'],
  ['another kind', uri(`secret=${SHORT}`, 'steam'), 'type=steam'],
  ['eight digits', uri(`secret=${SHORT}&digits=8`), 'digits=8'],
  ['a minute', uri(`secret=${SHORT}&period=60`), 'period=60'],
  ['another hash', uri(`secret=${SHORT}&algorithm=SHA256`), 'algorithm=SHA256'],
  ['one of two', uri(`secret=${SHORT}&digits=6&digits=8`), 'digits=8'],
  ['a secret in the wrong place is not repeated', uri(`digits=${SHORT}&secret=${SHORT}`), 'digits=?'],
])('not for AWS: %s', (_, text, what) => {
  expect(refused(text)).toEqual({ code: 'totp.unsupported', params: { what } });
});
