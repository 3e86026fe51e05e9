import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recognise } from '../../../electron/core/explain/recognise.ts';
import { withoutSecrets } from '../../../electron/core/explain/without-secrets.ts';
import { REAL_MESSAGES } from './real-messages.ts';

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const TOKEN = `IQoJb3JpZ2luX2VjEJr${'Aa3/+zQ9'.repeat(40)}==`;
const PASSWORD = `20261128T133856Z${'0123456789abcdef'.repeat(4)}`;
const SHORT = 'hunter-two';

/** Each with what must not come back of it. */
const PLANTED: readonly (readonly [name: string, text: string, secret: string])[] = [
  ['a key in the credentials file', `[work]\naws_secret_access_key = ${SECRET}\n`, SECRET],
  ['a key in a shell', `export AWS_SECRET_ACCESS_KEY=${SECRET}`, SECRET],
  ['a key between quotes', `export AWS_SECRET_ACCESS_KEY="${SECRET}"`, SECRET],
  ['a key in JSON', `{"SecretAccessKey": "${SECRET}"}`, SECRET],
  ['a key alone', `the key was ${SECRET}, I think`, SECRET],
  [
    'a key that a terminal broke',
    `aws_secret_access_key = ${SECRET.slice(0, 20)}\n${SECRET.slice(20)}\n`,
    SECRET.slice(20),
  ],
  ['a token in the credentials file', `aws_session_token=${TOKEN}`, TOKEN],
  ['a token over many lines', `"SessionToken": "${TOKEN.replace(/(.{60})/g, '$1\n')}"`, TOKEN.slice(-30)],
  [
    'a user name of git',
    `https://ASIAIOSFODNN7EXAMPLE%${TOKEN}@git-codecommit.eu-west-1.amazonaws.com`,
    TOKEN.slice(0, 20),
  ],
  ['what a helper prints', `username=ASIAIOSFODNN7EXAMPLE%${TOKEN}\npassword=${PASSWORD}`, TOKEN.slice(0, 20)],
  ['a password of git', `username=u\npassword=${SHORT}\n`, SHORT],
  ['a password in a URL', `https://ann:${SHORT}@example.com/app`, SHORT],
  ['a token in a URL', 'https://ghp_abcdefghij@github.com/ann/app', 'ghp_abcdefghij'],
  ['a header', `Authorization: Basic ${Buffer.from(`ann:${SHORT}`).toString('base64')}`, 'YW5uO'],
  ['a header that curl shows', '> authorization: Bearer abc.def', 'abc.def'],
  [
    'a signed header',
    'Authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261128, Signature=abcdef0123',
    'abcdef0123',
  ],
  ['a signed URL', `https://bkt.s3.amazonaws.com/x?X-Amz-Security-Token=abc%2Bdef&X-Amz-Signature=0123abc`, '0123abc'],
  ['an option', `rclone --s3-secret-access-key ${SHORT} ls`, SHORT],
  ['a password of restic', `RESTIC_PASSWORD=${SHORT} restic snapshots`, SHORT],
  ['a code', 'aws sts get-session-token --token-code 123456', '123456'],
  ['a code that was asked for', 'Enter MFA code for arn:aws:iam::123456789012:mfa/ann: 654321', '654321'],
  ['an authenticator', 'otpauth://totp/AWS:ann?secret=JBSWY3DPEHPK3PXP&issuer=AWS', 'JBSWY3DPEHPK3PXP'],
  ['an authenticator’s secret', `Base32: ${'JBSWY3DPEHPK3PXP'.repeat(4)}`, 'JBSWY3DPEHPK3PXP'],
  ['a token of an endpoint', `token: ${'0123456789abcdef'.repeat(4)}`, '0123456789abcdef'],
  [
    'a private key',
    `-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\n-----END RSA PRIVATE KEY-----`,
    'MIIEpAIBAAKCAQEA',
  ],
];

describe.each(PLANTED)('%s', (_, text, secret) => {
  test('does not come back, whatever stands around it', () => {
    for (const [, message] of [['', '', ''] as const, ...REAL_MESSAGES.slice(0, 30)]) {
      for (const whole of [
        text,
        `${text}\n${message}`,
        `${message}\n${text}`,
        `$ ${text} ${message}`,
        `> ${text.replaceAll('\n', '\n> ')}\n> ${message}`,
      ])
        expect(JSON.stringify(recognise(whole))).not.toContain(secret);
    }
  });
});

test('of an access key the last four characters stay', () => {
  const text = 'AKIAIOSFODNN7EXAMPLE and ASIAIOSFODNN7EXAMPL2';
  expect(withoutSecrets(text)).toBe('…MPLE and …MPL2');
});

test('what is no secret stays: messages, names, hashes and paths', () => {
  const text = [
    ...REAL_MESSAGES.map(([, message]) => message),
    'commit 9fceb02d0ae598e95dc970b74767f19372d61af8',
    '/usr/lib/python3/dist-packages/botocore/client.py line 530',
    'codecommit::eu-west-1://work-mfa@app',
    'arn:aws:iam::123456789012:mfa/ann',
  ];
  for (const line of text) expect(withoutSecrets(line).replace(/\s/g, '')).toBe(line.replace(/\s/g, ''));
});

test('any text is taken, and a planted token never comes back', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom(...PLANTED),
      (around, [, planted, secret]) => {
        fc.pre(!around.includes(secret));
        expect(JSON.stringify(recognise(`${around}\n${planted}\n${around}`))).not.toContain(secret);
      },
    ),
  );
});
