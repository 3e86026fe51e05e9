// Guarantees: a virtual MFA device as AWS treats one: codes from two steps back to two ahead, each accepted once, and
// after nine tries, good ones counted, nothing at all for some minutes.
import { generateSecret, generateSync } from 'otplib';

export const stepMs = 30_000;
export const allowedTries = 9;
export const lockMs = 5 * 60_000;

/** Offsets of the accepted steps, in the order in which a person would try them. */
const window = [0, 1, 2, -1, -2] as const;
/** Steps by which a device may have drifted for ResyncMFADevice to find it. */
const resyncWindow = 60;

export class MfaDevice {
  /** Base32 */
  readonly secret: string;
  readonly #usedSteps = new Set<number>();
  #tries: number[] = [];
  /** By how many steps its clock is ahead. */
  drift = 0;
  /** What AWS knows of that. */
  #known = 0;
  #lockedUntil = 0;

  constructor(secret = generateSecret({ length: 40 })) {
    this.secret = secret;
  }

  /** What it shows at this time. */
  codeAt(time: number): string {
    return this.#codeOf(time + this.drift * stepMs);
  }

  /** The code that AWS expects at this time. */
  expectedAt(time: number): string {
    return this.#codeOf(time + this.#known * stepMs);
  }

  #codeOf(time: number): string {
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
    const time = this.unusedTimes(now).find((step) => this.expectedAt(step) === code);
    if (time === undefined) return 'wrong';
    this.#use(time);
    return 'accepted';
  }

  /** Takes the device into use: two codes, one directly after the other. */
  pair(first: string, second: string, now: number): boolean {
    const start = this.unusedTimes(now).find((time) => this.expectedAt(time) === first);
    if (start === undefined || this.expectedAt(start + stepMs) !== second) return false;
    this.#use(start);
    this.#use(start + stepMs);
    return true;
  }

  /** Two codes, one directly after the other, from far around: AWS learns by how much it is off, and counts tries anew. */
  resync(first: string, second: string, now: number): boolean {
    for (let off = 0; off <= resyncWindow; off++) {
      for (const steps of [off, -off]) {
        const start = now + steps * stepMs;
        if (this.#codeOf(start) !== first || this.#codeOf(start + stepMs) !== second) continue;
        this.forget();
        // The second is the one that it shows now.
        this.#known = steps + 1;
        this.#use(now - stepMs);
        this.#use(now);
        return true;
      }
    }
    return false;
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
