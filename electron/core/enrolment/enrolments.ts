/**
 * Sets up a new MFA device for the user of a key. Its secret is in memory alone, and for as long as that takes; where a
 * person wants the authenticator kept, it is sealed before AWS takes the device into use, so that none is whose secret is nowhere.
 */

import { type Attempts, nextStep, STEP_MS } from '../authenticator/attempts.ts';
import type { DrawQr, Totp } from '../authenticator/port.ts';
import type { StoredTotp } from '../authenticator/stored-totp.ts';
import type { LongTermKey } from '../aws/credentials.ts';
import type { Iam, Sts } from '../aws/port.ts';
import type { AwsClock } from '../base/aws-clock.ts';
import { type FailureCode, FailureError, failureOf } from '../base/failure.ts';
import { pause } from '../base/pause.ts';
import { Secret } from '../base/secret.ts';
import type { EpochMs, Timer } from '../base/time.ts';
import { deviceUser } from './device-user.ts';
import { type MadeDevice, newDevice } from './new-device.ts';
import { checkCodes, type TwoSecrets } from './two-codes.ts';

export interface EnrolmentsWorld {
  readonly iam: Iam;
  readonly sts: Sts;
  readonly clock: AwsClock;
  readonly timer: Timer;
  readonly attempts: Attempts;
  readonly totp: Totp;
  readonly stored: Pick<StoredTotp, 'keepDevice' | 'dropDevice'>;
  readonly drawQr: DrawQr;
  /** The long-term key of a source profile. Rejects with FailureError key.*. */
  longTermKey(source: string): Promise<LongTermKey>;
}

/** What a person is told of a device that waits for its two codes. */
export type BegunEnrolment = Pick<MadeDevice, 'serial' | 'name' | 'taken' | 'left'>;

interface Open {
  readonly key: LongTermKey;
  readonly region: string;
  readonly user: string;
  readonly device: MadeDevice;
  /** What authenticators call it. */
  readonly account: string;
  readonly over: AbortController;
}

/** Nobody needs longer, and who does begins again. */
const LONGEST_MS = 15 * 60_000;
/** What a device that was made a moment ago may be refused for, until AWS knows of it everywhere. */
const PASSING: readonly FailureCode[] = ['enrol.codes-refused', 'enrol.gone', 'enrol.busy'];
/** Pairs of codes that are tried without a person. */
const MOST_TRIES = 4;
const never = new AbortController().signal;

export class Enrolments {
  readonly #world: EnrolmentsWorld;
  #open: Open | null = null;

  constructor(world: EnrolmentsWorld) {
    this.#world = world;
  }

  /** Makes the device at AWS; one that was begun before is given up. Rejects with a FailureError. */
  async begin(source: string, region: string): Promise<BegunEnrolment> {
    this.drop();
    try {
      const { iam, longTermKey, timer } = this.#world;
      const key = await longTermKey(source);
      const { name: user, account } = await deviceUser(this.#world, key, region);
      const device = await newDevice(iam, key, region, user);
      const { serial, name, taken, left } = device;
      // One that was broken off may still be in the authenticator, under the user's name.
      const called = `${taken.length > 0 ? name : user}@${account}`;
      const over = new AbortController();
      this.#open = { key, region, user, device, account: called, over };
      const stop = timer.after(LONGEST_MS, () => over.abort());
      over.signal.addEventListener('abort', () => this.#ended(over, stop), { once: true });
      return { serial, name, taken, left };
    } catch (thrown) {
      throw FailureError.of(failureOf(thrown), { profile: source }, thrown);
    }
  }

  /** The QR code for the authenticator, in SVG: it holds the secret. Rejects with enrol.over. */
  async picture(): Promise<string> {
    const { device, account } = this.#held();
    const label = `AWS:${encodeURIComponent(account)}`;
    return this.#world.drawQr(new Secret(`otpauth://totp/${label}?secret=${device.secret.reveal()}&issuer=AWS`));
  }

  /** In Base32, for who cannot scan. Throws enrol.over. */
  secret(): Secret<string> {
    return this.#held().device.secret;
  }

  /** Takes the device into use with two codes that follow each other. Rejects with enrol.*, and the next two can be tried. */
  async enable(codes: TwoSecrets): Promise<void> {
    const { totp, clock } = this.#world;
    const open = this.#held();
    const nextAt = await checkCodes(codes, totp, open.device.secret, clock.now());
    await this.#enable(open, codes, nextAt);
  }

  /** Keeps the secret and takes the device into use by itself. Rejects with a FailureError. */
  async keep(): Promise<void> {
    const { stored } = this.#world;
    const open = this.#held();
    const { serial, secret } = open.device;
    await stored.keepDevice(serial, secret);
    try {
      await this.#enableByItself(open);
    } catch (thrown) {
      // Where nobody knows whether AWS has taken it into use, what is kept may be all there is.
      if (failureOf(thrown).code.startsWith('enrol.')) await stored.dropDevice(serial);
      throw thrown;
    }
  }

  /** Forgets the secret. At AWS the device stays, of nobody: few may delete it. */
  drop(): void {
    this.#open?.over.abort();
  }

  #held(): Open {
    if (!this.#open) throw new FailureError('enrol.over');
    return this.#open;
  }

  #ended(over: AbortController, stopTimer: () => void): void {
    stopTimer();
    if (this.#open?.over === over) this.#open = null;
  }

  async #enableByItself(open: Open): Promise<void> {
    const { totp, clock } = this.#world;
    const { secret } = open.device;
    for (let left = MOST_TRIES; ; ) {
      const now = clock.now();
      const codes: TwoSecrets = [await totp.code(secret, now - STEP_MS), await totp.code(secret, now)];
      try {
        return await this.#enable(open, codes, nextStep(now));
      } catch (thrown) {
        if (!PASSING.includes(failureOf(thrown).code) || --left === 0) throw thrown;
        await this.#nextStep(open.over.signal);
      }
    }
  }

  async #enable(
    { key, region, user, device: { serial }, over }: Open,
    codes: TwoSecrets,
    nextAt: EpochMs,
  ): Promise<void> {
    const { iam, attempts, clock } = this.#world;
    await iam.enableMfaDevice(key, region, { user, serial, codes }, never).catch((thrown) => {
      // Only who has its secret can have done so: the answer to an earlier try was lost.
      if (failureOf(thrown).code !== 'enrol.in-use') throw thrown;
    });
    attempts.enabled(serial, codes, clock.now(), nextAt);
    over.abort();
  }

  async #nextStep(signal: AbortSignal): Promise<void> {
    const { timer, clock } = this.#world;
    await pause(timer, nextStep(clock.now()) - clock.now(), signal);
    if (signal.aborted) throw new FailureError('enrol.over');
  }
}
