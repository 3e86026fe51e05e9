// Guarantees: a virtual MFA device as AWS treats one: codes from two steps back to two ahead, each accepted once, and
// after nine tries, good ones counted, nothing at all for some minutes.
import { generateSecret, generateSync } from 'otplib';

export const stepMs = 30_000;
export const allowedTries = 9;
export const lockMs = 5 * 60_000;

/** Offsets of the accepted steps, in the order in which a person would try them. */
const window = [0, 1, 2, -1, -2] as const;

export class MfaDevice {
  /** Base32 */
  readonly secret: string;
  readonly #usedSteps = new Set<number>();
  #tries: number[] = [];
  #lockedUntil = 0;

  constructor(secret = generateSecret({ length: 40 })) {
    this.secret = secret;
  }

  codeAt(time: number): string {
    return generateSync({ secret: this.secret, epoch: Math.floor(time / 1000) });
  }

  /** A try at signing in. A locked device does not look at the code, so the code stays unused. */
  tryCode(code: string, now: number): 'accepted' | 'wrong' | 'locked' {
    if (now < this.#lockedUntil) return 'locked';
    this.#tries = [...this.#tries.filter((time) => time > now - lockMs), now];
    if (this.#tries.length >= allowedTries) {
      this.#lockedUntil = now + lockMs;
      this.#tries = [];
    }
    const time = this.unusedTimes(now).find((step) => this.codeAt(step) === code);
    if (time === undefined) return 'wrong';
    this.#use(time);
    return 'accepted';
  }

  /** Takes the device into use: two codes, one directly after the other. */
  pair(first: string, second: string, now: number): boolean {
    const start = this.unusedTimes(now).find((time) => this.codeAt(time) === first);
    if (start === undefined || this.codeAt(start + stepMs) !== second) return false;
    this.#use(start);
    this.#use(start + stepMs);
    return true;
  }

  /** A time within each step whose code would be accepted now, most natural first. */
  unusedTimes(now: number): number[] {
    return window
      .map((offset) => now + offset * stepMs)
      .filter((time) => !this.#usedSteps.has(Math.floor(time / stepMs)));
  }

  forget(): void {
    this.#usedSteps.clear();
    this.#tries = [];
    this.#lockedUntil = 0;
  }

  #use(time: number): void {
    this.#usedSteps.add(Math.floor(time / stepMs));
  }
}
