import { expect, test } from 'vitest';
import { readTotpLabel, readTotpSecret } from '../../../electron/core/authenticator/totp-secret.ts';
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
  ['after spaces', ` ${uri(`secret=${SHORT}`)} `, SHORT],
  ['without a slash before the rest', `otpauth://totp?secret=${SHORT}`, SHORT],
  ['with a fragment', `${uri(`secret=${SHORT}`)}#secret=x`, SHORT],
  ['with a question mark later', uri(`secret=${SHORT}&x=?y`), SHORT],
  ['with an escape and signs for spaces', uri('secret=JBSW+Y3DP+EHPK3PXPJBSWY3DPEH'), SHORT],
  ['with a secret that is padded', uri(`secret=${SHORT}======`), SHORT],
  ['with the longest names of the hash', uri(`secret=${SHORT}&algorithm=HMAC-SHA-1`), SHORT],
  ['with a short name of the hash', uri(`secret=${SHORT}&algorithm=hmacsha1`), SHORT],
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
  ['padding within', SHORT.replace('JBSWY3DPJ', 'JBSWY3DP==J').replace('PXPJ', 'PXP=J')],
  ['otpauth after something', `x${uri(`secret=${SHORT}`)}`],
  ['otpauth with nothing asked', 'otpauth://totp/x?'],
  ['a name that only ends so', uri(`xsecret=${SHORT}`)],
  ['a name without a value', uri('secret')],
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
  ['digits that begin so', uri(`secret=${SHORT}&digits=66`), 'digits=66'],
  ['digits that end so', uri(`secret=${SHORT}&digits=16`), 'digits=16'],
  ['a time that begins so', uri(`secret=${SHORT}&period=300`), 'period=300'],
  ['a time that ends so', uri(`secret=${SHORT}&period=130`), 'period=130'],
  ['a hash that begins so', uri(`secret=${SHORT}&algorithm=SHA1X`), 'algorithm=SHA1X'],
  ['a hash that ends so', uri(`secret=${SHORT}&algorithm=XSHA1`), 'algorithm=XSHA1'],
  ['a word of ten letters', uri(`secret=${SHORT}&digits=0123456789`), 'digits=0123456789'],
  ['a word that is too long to be one', uri(`secret=${SHORT}&digits=01234567890`), 'digits=?'],
  ['no word', uri(`secret=${SHORT}&digits=`), 'digits=?'],
  ['two of which the first is told', uri(`secret=${SHORT}&digits=7&digits=8`), 'digits=7'],
  ['one of two', uri(`secret=${SHORT}&digits=6&digits=8`), 'digits=8'],
  ['a secret in the wrong place is not repeated', uri(`digits=${SHORT}&secret=${SHORT}`), 'digits=?'],
])('not for AWS: %s', (_, text, what) => {
  expect(refused(text)).toEqual({ code: 'totp.unsupported', params: { what } });
});

test('as many letters as whole bytes make, of the least that is safe and the most that is used', () => {
  const whole = Array.from({ length: 65 }, (_, bytes) => Math.ceil((bytes * 8) / 5)).filter((letters) => letters >= 26);
  const isRead = (letters: number) => {
    try {
      return read('A'.repeat(letters)).length === letters;
    } catch {
      return false;
    }
  };
  const lengths = Array.from({ length: 120 }, (_, letters) => letters).filter(isRead);
  expect(lengths).toEqual(whole);
});

test.each([
  [uri(`secret=${SHORT}&issuer=Amazon`), 'Amazon Web Services: ann@example'],
  [`otpauth://totp/ann?secret=${SHORT}&issuer=Amazon%20Web%20Services`, 'Amazon Web Services: ann'],
  [`otpauth://totp/AWS%3A%20ann?secret=${SHORT}`, 'AWS: ann'],
  [`otpauth://totp/ann?secret=${SHORT}`, 'ann'],
  [`otpauth://totp/?secret=${SHORT}&issuer=AWS`, 'AWS'],
  [`otpauth://totp/?secret=${SHORT}`, ''],
  [`otpauth://totp/100%?secret=${SHORT}`, '100%'],
  [`otpauth://totp/a%0Ab?secret=${SHORT}`, 'a b'],
  [SHORT, ''],
])('%s is called %j', (text, label) => {
  expect(readTotpLabel(new Secret(text))).toBe(label);
});
