/**
 * Guards the MFA device. AWS takes each code once and refuses a device for some minutes after about nine tries, good
 * ones counted; so a spent code is never sent again, and a pause is asked for before AWS would force a longer one.
 */
import { type Failure, failure } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';
import type { EpochMs } from '../base/time.ts';

const STEP_MS = 30_000;
/** A device accepts codes of two steps before and after; beyond five steps the same digits are another code. */
const SPENT_MS = 5 * STEP_MS;
const TRIES = 7;
const WINDOW_MS = 5 * 60_000;

interface Try {
  readonly code: Secret<string>;
  readonly at: EpochMs;
}

/** What is remembered of one device: its tries of the last five minutes. Memory only. */
export class Attempts {
  readonly #tries = new Map<string, readonly Try[]>();
  readonly #known = new Set<string>();

  /** Why this code must not be sent now, or null. Times are AWS's. */
  objection(serial: string, code: Secret<string>, now: EpochMs): Failure | null {
    const tries = this.#recent(serial, now);
    if (tries.some((t) => t.code.reveal() === code.reveal() && now - t.at < SPENT_MS)) {
      return failure('code.used', { seconds: secondsToNextCode(now) });
    }
    const pause = this.pausedUntil(serial, now);
    return pause === null ? null : failure('device.cooling-down', { seconds: Math.ceil((pause - now) / 1000) });
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
  }

  /** AWS refuses a wrong serial and a locked device with the same words; a serial that has worked is not wrong. */
  explain(refusal: Failure, serial: string): Failure {
    return refusal.code === 'device.refused' && this.#known.has(serial)
      ? failure('device.cooling-down', { seconds: WINDOW_MS / 1000 })
      : refusal;
  }

  #recent(serial: string, now: EpochMs): readonly Try[] {
    return (this.#tries.get(serial) ?? []).filter((t) => Math.abs(now - t.at) < WINDOW_MS);
  }
}

export const secondsToNextCode = (now: EpochMs): number => Math.ceil((STEP_MS - (now % STEP_MS)) / 1000);
