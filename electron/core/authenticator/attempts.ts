/**
 * Guards the MFA device. AWS takes each code once and refuses a device for some minutes after about nine tries, good
 * ones counted; so a spent code is never sent again, and a pause is asked for before AWS would force a longer one.
 */
import { type Failure, failure } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';
import type { EpochMs } from '../base/time.ts';

export const STEP_MS = 30_000;
/** A device accepts codes of so many steps before and after. */
const TAKEN_STEPS = 2;
/** Beyond five steps the same digits are another code. */
const SPENT_MS = 5 * STEP_MS;
const TRIES = 7;
const WINDOW_MS = 5 * 60_000;
/** A new device is known everywhere at AWS after some seconds. */
const NEW_MS = 3 * 60_000;
/** Two wrong codes are slips of the hand. */
const DRIFTING = 3;

interface Try {
  readonly code: Secret<string>;
  readonly at: EpochMs;
}

/** What is remembered of one device: its tries of the last five minutes. Memory only. */
export class Attempts {
  readonly #tries = new Map<string, readonly Try[]>();
  readonly #known = new Set<string>();
  readonly #enabled = new Map<string, EpochMs>();
  /** Refused one after the other, by device. */
  readonly #refused = new Map<string, number>();
  readonly #nextAt = new Map<string, EpochMs>();

  /** Why this code must not be sent now, or null. Times are AWS's. */
  objection(serial: string, code: Secret<string>, now: EpochMs): Failure | null {
    const tries = this.#recent(serial, now);
    if (tries.some((t) => t.code.reveal() === code.reveal() && now - t.at < SPENT_MS)) {
      return wait('code.used', now, nextStep(now));
    }
    const pause = this.pausedUntil(serial, now);
    return pause === null ? null : wait('device.cooling-down', now, pause);
  }

  /** Until when this device should rest, or null. */
  pausedUntil(serial: string, now: EpochMs): EpochMs | null {
    const tries = this.#recent(serial, now);
    const oldest = tries[tries.length - TRIES];
    return oldest ? oldest.at + WINDOW_MS : null;
  }

  /** To be called just before a code is sent. */
  sent(serial: string, code: Secret<string>, now: EpochMs): void {
    this.#tries.set(serial, [...this.#recent(serial, now), { code, at: now }]);
  }

  accepted(serial: string): void {
    this.#known.add(serial);
    this.#enabled.delete(serial);
    this.#refused.delete(serial);
  }

  /** Two codes have brought the device into step: they are spent, and its tries before them count no more. */
  inStep(serial: string, codes: readonly Secret<string>[], now: EpochMs, nextAt = nextStep(now)): void {
    this.#tries.delete(serial);
    for (const code of codes) this.sent(serial, code, now);
    this.#nextAt.set(serial, nextAt);
    this.accepted(serial);
  }

  /** The same of a device that is new at AWS. */
  enabled(serial: string, codes: readonly Secret<string>[], now: EpochMs, nextAt: EpochMs): void {
    this.inStep(serial, codes, now, nextAt);
    this.#enabled.set(serial, now);
  }

  /** When the device shows a code that two codes which brought it into step have not spent; null where that is now. */
  nextCodeAt(serial: string, now: EpochMs): EpochMs | null {
    const at = this.#nextAt.get(serial) ?? now;
    return at > now ? at : null;
  }

  /** What is said of a code that a person has typed: several that are wrong in a row are no slip of the hand. */
  typed(refusal: Failure, serial: string, clockOffset: number): Failure {
    if (refusal.code !== 'code.rejected') return refusal;
    const refused = (this.#refused.get(serial) ?? 0) + 1;
    this.#refused.set(serial, refused);
    if (refused < DRIFTING) return refusal;
    const off = Math.abs(clockOffset);
    if (off <= TAKEN_STEPS * STEP_MS) return failure('code.drifting');
    const reason = clockOffset > 0 ? 'clock-behind' : 'clock-ahead';
    return failure('code.clock', { minutes: Math.round(off / 60_000), reason });
  }

  /**
   * AWS refuses a wrong serial and a locked device with the same words; a serial that has worked is not wrong, and one
   * that is new is not known everywhere yet.
   */
  explain(refusal: Failure, serial: string, now: EpochMs): Failure {
    const isOfDevice = refusal.code === 'device.refused' || refusal.code === 'code.rejected';
    const enabled = this.#enabled.get(serial);
    if (isOfDevice && enabled !== undefined && Math.abs(now - enabled) < NEW_MS) return failure('device.new');
    return refusal.code === 'device.refused' && this.#known.has(serial)
      ? wait('device.cooling-down', now, now + WINDOW_MS)
      : refusal;
  }

  #recent(serial: string, now: EpochMs): readonly Try[] {
    return (this.#tries.get(serial) ?? []).filter((t) => Math.abs(now - t.at) < WINDOW_MS);
  }
}

/** `seconds` for who is told once, `until`, in AWS's time, for who goes on to look. */
const wait = (code: 'code.used' | 'device.cooling-down', now: EpochMs, until: EpochMs): Failure =>
  failure(code, { seconds: Math.ceil((until - now) / 1000), until });

export const nextStep = (now: EpochMs): EpochMs => now - (now % STEP_MS) + STEP_MS;
