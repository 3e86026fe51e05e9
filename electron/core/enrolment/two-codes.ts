/** Two codes of one device, typed one after the other: what can be wrong with them is said before AWS is asked. */
import { STEP_MS } from '../authenticator/attempts.ts';
import type { Totp } from '../authenticator/port.ts';
import { FailureError } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';
import type { EpochMs } from '../base/time.ts';

export type TwoSecrets = readonly [Secret<string>, Secret<string>];

/** Steps before and after now in which a code is looked for: a phone whose clock is off by more has other troubles. */
const FAR = 40;

/** Throws FailureError code.malformed or enrol.same-code. */
export function checkForm(codes: TwoSecrets): void {
  const [first, second] = codes.map((code) => code.reveal());
  if (codes.some((code) => !/^\d{6}$/.test(code.reveal()))) throw new FailureError('code.malformed');
  if (first === second) throw new FailureError('enrol.same-code');
}

/**
 * Of a device whose secret is in hand. Resolves to the time at which it shows the code after them; rejects with
 * FailureError code.malformed or enrol.*.
 */
export async function checkCodes(
  codes: TwoSecrets,
  totp: Totp,
  secret: Secret<string>,
  now: EpochMs,
): Promise<EpochMs> {
  checkForm(codes);
  const [first, second] = codes;
  const codeAt = async (step: number) => (await totp.code(secret, now + step * STEP_MS)).reveal();
  const step = await stepOf(first, codeAt);
  if (step === null) throw new FailureError('enrol.other-device');
  if ((await codeAt(step + 1)) !== second.reveal()) throw new FailureError('enrol.not-consecutive');
  // AWS would take the device into use and then none of its codes.
  if (step < -2 || step > 1) {
    throw new FailureError('enrol.off-time', { minutes: Math.max(1, Math.round(Math.abs(step) / 2)) });
  }
  return now - (now % STEP_MS) + (step + 2) * STEP_MS;
}

/** The nearest to now. */
async function stepOf(code: Secret<string>, codeAt: (step: number) => Promise<string>): Promise<number | null> {
  for (let distance = 0; distance <= FAR; distance++) {
    for (const step of distance === 0 ? [0] : [-distance, distance]) {
      if ((await codeAt(step)) === code.reveal()) return step;
    }
  }
  return null;
}
