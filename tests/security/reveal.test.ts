// Where secrets are opened: every file that calls reveal() stands here with its reason. A new one must be argued for.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ALLOWED: Record<string, string> = {
  'electron/core/base/secret.ts': 'defines it',
  'electron/adapters/aws/aws-client.ts': 'the SDK signs with the key',
  'electron/adapters/aws/sts.ts': 'the code goes to AWS',
  'electron/adapters/aws/sign-in-service.ts': 'code, verifier and refresh token go to AWS, and the key signs',
  'electron/adapters/aws/sso-oidc.ts': 'the code and the refresh token go to Identity Center',
  'electron/adapters/aws/sso-portal.ts': 'the access token goes to Identity Center',
  'electron/adapters/files/sso-cache.ts': 'writes the token where AWS’s tools look for it',
  'electron/adapters/aws/iam.ts': 'two codes enable a device, or bring one into step',
  'electron/adapters/electron/secret-box.ts': 'the keyring seals it',
  'electron/adapters/sealing/key-box.ts': 'seals it with a key of the keyring',
  'electron/adapters/endpoint/container-endpoint.ts': 'serves a program that holds the token',
  'electron/adapters/keychain/macos/macos-keychain.ts': 'the account goes to security on standard input',
  'electron/adapters/keychain/windows/credential-manager.ts': 'the name goes to CredDeleteW',
  'electron/adapters/totp/totp.ts': 'otplib makes the code',
  'electron/core/app/build-surroundings.ts': 'the doctor knows a key by its ends',
  'electron/core/surfaces/commands/credentials.ts': 'credential_process prints it',
  'electron/core/surfaces/commands/env.ts': 'prints the variables',
  'electron/core/surfaces/commands/exec.ts': 'gives the variables to the command',
  'electron/core/app/serving.ts': 'the variables for the clipboard',
  'electron/core/git/credential/answer.ts': 'the password goes to git',
  'electron/core/git/credential/codecommit-password.ts': 'signs the password',
  'electron/core/session/delivery.ts': 'writes the profile',
  'electron/core/aws-files/move-key.ts': 'writes the long-term key into the file again',
  'electron/core/session/keeper.ts': 'seals the session for a restart',
  'electron/core/identity-center/cached-token.ts': 'reads and writes the token that AWS’s tools share',
  'electron/core/identity-center/portal-tokens.ts': 'compares a token with the one before',
  'electron/core/identity-center/registrations.ts': 'writes the registration that AWS’s tools share',
  'electron/core/keys/new-key.ts': 'reads the key out of what was handed over',
  'electron/core/keys/sealed-key.ts': 'seals the long-term key, and compares it',
  'electron/core/browser-sign-in/login.ts': 'seals the sign-in for a restart',
  'electron/core/browser-sign-in/read-answer.ts': 'reads what was pasted',
  'electron/core/browser-sign-in/read-tokens.ts': 'reads what AWS has answered',
  'electron/core/kept/seal.ts': 'compares what was sealed with what is opened',
  'electron/core/authenticator/attempts.ts': 'compares a code with those that were sent',
  'electron/core/git/credential/aftermath.ts': 'compares the key id that AWS refused',
  'electron/core/sources/six-digits.ts': 'looks whether it is six digits',
  'electron/adapters/totp/draw-qr.ts': 'draws the new device’s secret for its authenticator',
  'electron/core/enrolment/two-codes.ts': 'looks whether two codes are of the new device and follow each other',
  'electron/core/enrolment/enrolments.ts': 'the secret stands in the QR code',
  'electron/core/authenticator/totp-secret.ts': 'reads the secret out of what was pasted',
  'electron/shell/handlers.ts':
    'looks for known messages in what was pasted, and shows a person the secret of their new device',
  'electron/shell/environment-clipboard.ts': 'puts the variables on the clipboard',
};

const ROOT = join(import.meta.dirname, '../..');
const sources = readdirSync(join(ROOT, 'electron'), { recursive: true, encoding: 'utf8' })
  .concat(
    readdirSync(join(ROOT, 'renderer'), { recursive: true, encoding: 'utf8' }).map((file) => `../renderer/${file}`),
  )
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => join('electron', file).replaceAll('\\', '/'));

test('only these files open a secret', () => {
  const opening = sources.filter((file) => /\breveal\(\)/.test(readFileSync(join(ROOT, file), 'utf8')));
  expect(opening.filter((file) => !(file in ALLOWED))).toEqual([]);
  expect(Object.keys(ALLOWED).filter((file) => !opening.includes(file))).toEqual([]);
});

test('nothing writes to a log but the last words of the main process', () => {
  const logging = sources.filter((file) => /\bconsole\.\w+\(/.test(readFileSync(join(ROOT, file), 'utf8')));
  expect(logging).toEqual(['electron/shell/last-words.ts']);
});
