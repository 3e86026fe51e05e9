/** STS behind a network that is slow, drops answers, goes away, or brings an answer only after the computer has slept. */
import { expect } from 'vitest';
import { FailureError } from '../../electron/core/base/failure.ts';
import type { EpochMs } from '../../electron/core/base/time.ts';
import type { FakeClock } from '../fakes/clock.ts';
import { FakeSts, type StsCall } from '../fakes/sts.ts';
import { MINUTE } from '../unit/samples.ts';

const STEP = 30_000;
const SKEW = 15 * MINUTE;
const LIMIT = 20_000;

/** How one request fares on the way. */
export type Way = 'quick' | 'slow' | 'lost' | 'dropped' | 'heedless';

interface Underway {
  readonly due: EpochMs;
  readonly arrive: () => void;
  readonly fail: () => void;
}

interface Sent {
  readonly serial: string;
  readonly code: string;
  readonly at: EpochMs;
}

/** How a started app takes part: what it believes the time is, and what it hears. */
export interface Client {
  now(): EpochMs;
  heardDate(date: EpochMs, waited: number): void;
}

export const codeAt = (serial: string, time: EpochMs): string =>
  String((Math.floor(time / STEP) * 48_271 + serial.length * 7_919) % 1_000_000).padStart(6, '0');

export class Aws {
  readonly #sky: FakeClock;
  readonly #witness: (look: () => void) => void;
  readonly #underway = new Set<Underway>();
  readonly #usedSteps = new Set<string>();
  /** The codes that the app has sent since it was started; what it knew before is gone with it. */
  #sent: Sent[] = [];
  #sts: FakeSts | null = null;
  #client: Client | null = null;
  online = true;
  way: Way = 'quick';

  constructor(sky: FakeClock, witness: (look: () => void) => void) {
    this.#sky = sky;
    this.#witness = witness;
  }

  /** A fresh app begins. */
  connect(client: Client): FakeSts {
    this.#sent = [];
    this.#client = client;
    this.#sts = new FakeSts(() => this.#sky.true, this.#sts?.granted);
    this.#sts.gate = (call) => this.#carry(call, client);
    return this.#sts;
  }

  /** Milliseconds until something arrives, or null. */
  get next(): number | null {
    const due = Math.min(...[...this.#underway].map((one) => one.due));
    return due === Infinity ? null : Math.max(due - this.#sky.true, 0);
  }

  /** Lets arrive what is due. */
  arrive(): void {
    for (const one of [...this.#underway]) {
      if (one.due <= this.#sky.true && this.#underway.delete(one)) one.arrive();
    }
  }

  goOffline(): void {
    this.online = false;
    this.#breakAll();
  }

  /** The computer slept: connections are dead, but what lay in their buffers is still read. */
  wake(buffered: boolean): void {
    if (buffered) this.arrive();
    this.#breakAll();
  }

  #breakAll(): void {
    for (const one of [...this.#underway]) if (this.#underway.delete(one)) one.fail();
  }

  #carry(call: StsCall, client: Client): Promise<EpochMs> {
    // An app that has been killed sends nothing more.
    if (client !== this.#client) return new Promise(() => {});
    const sent = this.#sky.true;
    const steady = this.#sky.steady();
    const signedAt = client.now();
    if (call.mfa) this.#noteCode(call.mfa.serial, call.mfa.code.reveal(), sent);
    if (!this.online) return Promise.reject(new FailureError('network.offline', { host: 'sts' }));

    const way = this.way;
    const there = sent + (way === 'slow' ? 4_000 : 80);
    const back = { quick: 200, slow: 9_000, heedless: 6_000, lost: LIMIT, dropped: 3_000 }[way];
    return new Promise((resolve, reject) => {
      const refuse = (why: FailureError) => reject(why);
      const underway: Underway = {
        due: sent + back,
        fail: () => refuse(new FailureError('network.offline', { host: 'sts' })),
        arrive: () => {
          if (way === 'dropped') return underway.fail();
          if (way === 'lost') return refuse(new FailureError('network.timeout', { host: 'sts', seconds: 20 }));
          client.heardDate(Math.floor(there / 1000) * 1000, this.#sky.steady() - steady);
          const refusal = this.#refusal(call, signedAt, there);
          if (refusal) refuse(refusal);
          else resolve(there);
        },
      };
      this.#underway.add(underway);
      // A heedless request is answered although nobody wants the answer any more.
      if (way === 'heedless') return;
      call.signal.addEventListener('abort', () => {
        if (this.#underway.delete(underway)) refuse(new FailureError('sign-in.cancelled'));
      });
    });
  }

  #refusal({ mfa }: StsCall, signedAt: EpochMs, now: EpochMs): FailureError | null {
    if (Math.abs(signedAt - now) > SKEW) return new FailureError('clock.skewed');
    if (!mfa) return null;
    const code = mfa.code.reveal();
    const step = [0, -1, -2, 1, 2]
      .map((offset) => `${mfa.serial} ${Math.floor(now / STEP) + offset}`)
      .find(
        (key, i) => codeAt(mfa.serial, now + ([0, -1, -2, 1, 2][i] ?? 0) * STEP) === code && !this.#usedSteps.has(key),
      );
    if (!step) return new FailureError('code.rejected');
    this.#usedSteps.add(step);
    return null;
  }

  #noteCode(serial: string, code: string, at: EpochMs): void {
    const recent = this.#sent.filter((one) => one.serial === serial && at - one.at < 5 * MINUTE - 30_000);
    const again = recent.find((one) => one.code === code && at - one.at < 4 * STEP);
    this.#witness(() => {
      expect(again, 'a spent code is sent again').toBeUndefined();
      expect(recent.length + 1, 'so many tries lock the device').toBeLessThan(9);
    });
    this.#sent = [...this.#sent.filter((one) => at - one.at < 5 * MINUTE), { serial, code, at }];
  }
}
