import { expect, test } from 'vitest';
import { totp } from '../../../electron/adapters/totp/totp.ts';
import type { FailureError } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { MfaDevice } from '../../aws/mfa-device.ts';
import { MORNING } from '../../fakes/clock.ts';
import { TOTP_SECRET } from '../../fakes/totp.ts';

/** RFC 6238, appendix B, for SHA-1; of its eight digits the last six. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('at %i s it is what the RFC says', async (seconds, code) => {
  expect((await totp.code(new Secret(RFC_SECRET), seconds * 1000 + 999)).reveal()).toBe(code);
});

test('is what a device of AWS’s shows', async () => {
  const device = new MfaDevice();
  for (const at of [MORNING, MORNING + 29_999, MORNING + 30_000]) {
    expect((await totp.code(new Secret(device.secret), at)).reveal()).toBe(device.codeAt(at));
  }
});

test.each([
  ['too short', 'JBSWY3DP'],
  ['not Base32', '!'.repeat(32)],
  ['not of whole bytes', `${TOTP_SECRET.slice(0, 25)}7`],
])('none is made of a secret that is %s, and it is not repeated', async (_, secret) => {
  const thrown: FailureError = await totp.code(new Secret(secret), MORNING).then(
    () => expect.fail(),
    (why) => why,
  );
  expect(thrown.failure).toEqual({ code: 'totp.secret-malformed', params: {} });
  expect(thrown.cause).toBeUndefined();
  expect(`${thrown.stack}`).not.toContain(secret);
});
