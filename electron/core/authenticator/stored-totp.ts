/**
 * The authenticators that people have given to Daypass: it keeps their secrets sealed, and makes a code that AWS has not
 * seen when a sign-in wants one. What it holds is known without opening anything.
 */

import type { AwsClock } from '../base/aws-clock.ts';
import { FailureError, failureOf } from '../base/failure.ts';
import { pause } from '../base/pause.ts';
import type { Secret } from '../base/secret.ts';
import type { EpochMs, Timer } from '../base/time.ts';
import type { SealedSecrets } from '../kept/sealed-secrets.ts';
import type { Attempts } from './attempts.ts';
import { namedTotps } from './named-totps.ts';
import type { QrReader, Totp } from './port.ts';
import { readTotpSecret } from './totp-secret.ts';

export interface StoredTotpWorld {
  readonly kept: SealedSecrets;
  readonly totp: Totp;
  readonly qr: QrReader;
  readonly clock: AwsClock;
  readonly timer: Timer;
  readonly attempts: Attempts;
  changed(): void;
}

/** A profile by its id, and its MFA device; null where it has none. */
export interface OfDevice {
  readonly id: string;
  readonly serial: string | null;
}

const nameOf = (profile: string): string => `totp-${profile}`;
/** Of a device for which no profile has been saved yet. */
const deviceNameOf = (serial: string): string => `device-${serial}`;

export class StoredTotp {
  readonly #world: StoredTotpWorld;
  readonly #stored = new Set<string>();
  readonly #waits = new Map<string, EpochMs>();

  constructor(world: StoredTotpWorld) {
    this.#world = world;
  }

  /** Finds what an earlier run has stored; to be called at start, and when a keyring was changed. Nothing is opened. */
  async look(profiles: readonly OfDevice[]): Promise<void> {
    // What a run that was killed had not handed on to its profile.
    await Promise.all(profiles.map((one) => this.adopt(one).catch(() => false)));
    const found = await Promise.all(profiles.map(({ id }) => this.#world.kept.has(nameOf(id)).catch(() => false)));
    for (const [at, { id }] of profiles.entries()) {
      if (found[at]) this.#stored.add(id);
      else this.#stored.delete(id);
    }
    this.#world.changed();
  }

  has(profile: string): boolean {
    return this.#stored.has(profile);
  }

  /** Keeps the secret of a new device, until a profile with this serial is there. Rejects with FailureError kept.* or file.*. */
  async keepDevice(serial: string, secret: Secret<string>): Promise<void> {
    await this.#world.kept.check();
    await this.#world.kept.put(deviceNameOf(serial), secret);
  }

  async dropDevice(serial: string): Promise<void> {
    await this.#world.kept.remove(deviceNameOf(serial));
  }

  /** Hands the kept secret of the profile's device on to the profile. False where there is none. */
  async adopt({ id, serial }: OfDevice): Promise<boolean> {
    const { kept, changed } = this.#world;
    if (serial === null) return false;
    const secret = await kept.get(deviceNameOf(serial));
    if (!secret) return false;
    await kept.put(nameOf(id), secret);
    await kept.remove(deviceNameOf(serial));
    this.#stored.add(id);
    changed();
    return true;
  }

  /** In AWS's time, when a device shows a code again that has not been spent on bringing it into step; null where it does now. */
  spentUntil(serial: string): EpochMs | null {
    return this.#world.attempts.nextCodeAt(serial, this.#world.clock.now());
  }

  /** In AWS's time, when a sign-in that waits for the next code goes on; null where none waits. */
  nextCodeAt(profile: string): EpochMs | null {
    return this.#waits.get(profile) ?? null;
  }

  /** `text` is the secret or an otpauth:// text. Rejects with FailureError totp.*, kept.* or file.*. */
  async store(profile: string, text: Secret<string>): Promise<void> {
    const { kept, totp, clock, changed } = this.#world;
    await kept.check();
    const secret = readTotpSecret(text);
    // One of which no code can be made is not worth keeping.
    await totp.code(secret, clock.now());
    await kept.put(nameOf(profile), secret);
    this.#stored.add(profile);
    changed();
  }

  /**
   * The same from a picture of the QR code. Where there are several authenticators on it, nothing is stored and their
   * names are returned, one of which is `chosen` the next time. Rejects with FailureError totp.picture-unreadable or
   * totp.no-qr as well.
   */
  async storePicture(profile: string, picture: Uint8Array, chosen: string | null): Promise<readonly string[]> {
    const { kept, qr } = this.#world;
    await kept.check();
    const codes = await qr.read(picture);
    const named = namedTotps(codes);
    if (named.length > 1 && chosen === null) return named.map(({ name }) => name);
    const wanted = named.length > 1 ? named.find(({ name }) => name === chosen)?.text : (named[0]?.text ?? codes[0]);
    if (!wanted) throw new FailureError('totp.no-qr');
    await this.store(profile, wanted);
    return [];
  }

  /** Gives the secret to another profile of the same device as well. Rejects with FailureError totp.* or kept.*. */
  async share(profile: string, other: string): Promise<void> {
    await this.#world.kept.put(nameOf(other), await this.#open(profile));
    this.#stored.add(other);
    this.#world.changed();
  }

  async remove(profile: string): Promise<void> {
    await this.#world.kept.remove(nameOf(profile));
    this.#stored.delete(profile);
    this.#world.changed();
  }

  /**
   * A code that can be sent now for the device `serial`: where this step's has been used, the next step's, as soon as its time has come. Rejects
   * with FailureError code.malformed without a stored secret, totp.* where it cannot be had, device.cooling-down, or
   * sign-in.cancelled.
   */
  async freshCode(profile: string, serial: string, signal: AbortSignal): Promise<Secret<string>> {
    const { totp, clock, attempts } = this.#world;
    const secret = await this.#open(profile);
    for (;;) {
      const code = await totp.code(secret, clock.now());
      if (signal.aborted) throw new FailureError('sign-in.cancelled');
      const objection = attempts.objection(serial, code, clock.now());
      if (!objection) return code;
      if (objection.code !== 'code.used') throw FailureError.of(objection);
      await this.#wait(profile, Number(objection.params.seconds) * 1000, signal);
    }
  }

  async #open(profile: string): Promise<Secret<string>> {
    if (!this.has(profile)) throw new FailureError('code.malformed');
    const secret = await this.#world.kept.get(nameOf(profile)).catch((thrown) => {
      const { code } = failureOf(thrown);
      if (code === 'kept.other-key') throw thrown;
      const told = code === 'kept.unreadable' ? 'totp.unreadable' : 'totp.box-unavailable';
      throw new FailureError(told, {}, { cause: thrown });
    });
    if (!secret) throw new FailureError('totp.unreadable');
    return secret;
  }

  async #wait(profile: string, ms: number, signal: AbortSignal): Promise<void> {
    const { timer, clock, changed } = this.#world;
    this.#waits.set(profile, clock.now() + ms);
    changed();
    await pause(timer, ms, signal);
    this.#waits.delete(profile);
    changed();
  }
}
