/**
 * One sign-in that waits for the person, who comes back by the browser of this computer or with a text from another
 * device, whichever is first; once, and not for ever.
 */
import type { DrawQr } from '../authenticator/port.ts';
import { type Failure, FailureError, failure } from '../base/failure.ts';
import { Secret } from '../base/secret.ts';
import type { EpochMs, Timer } from '../base/time.ts';
import type { Door } from './door.ts';
import type { Browser, Randomness, RedirectPage, Redirects } from './port.ts';
import { readAnswer, readPasted } from './read-answer.ts';

/** For as long the browser of this computer can come back. */
const HERE_MS = 5 * 60_000;
/** Somebody has to find the other device first, and type. */
const ELSEWHERE_MS = 15 * 60_000;

export interface AttemptWorld {
  readonly redirects: Redirects;
  readonly browser: Browser;
  readonly random: Randomness;
  readonly drawQr: DrawQr;
  readonly timer: Timer;
  /** Something else than the browser has come back, or tried twice. */
  stranger(): void;
  /** What the browser shows when it has come back. */
  page(what: 'done' | 'stranger' | Failure): RedirectPage;
  changed(): void;
}

/** What a surface shows of it. Nothing of it is a secret: the addresses are of no use without what stays here. */
export interface BrowserWait {
  /** Null where it was not begun with the browser of this computer. */
  readonly here: string | null;
  /** The browser could not be opened, so a person has to do it. */
  readonly notOpened: boolean;
  /** Null until it was asked for. */
  readonly elsewhere: (Elsewhere & { readonly qr: string }) | null;
}

/** What a person opens on another device. */
export interface Elsewhere {
  readonly address: string;
  /** What they compare there, and the sign-in goes on by itself; null where they bring back a text to paste. */
  readonly userCode: string | null;
}

/** How a sign-in leads to AWS's pages and back. */
export interface Doors {
  /** Where AWS's pages are. */
  readonly base: string;
  /** Domains that lead back as well. */
  readonly alsoFrom?: readonly string[];
  here(redirectUri: string): Door;
  /** The one whose text is pasted; null where none is. */
  readonly elsewhere: Door | null;
}

export interface Taken {
  readonly door: Door;
  readonly code: Secret<string>;
}

export class Attempt {
  readonly #world: AttemptWorld;
  readonly #doors: Doors;
  #here: Door | null = null;
  #notOpened = false;
  #elsewhere: BrowserWait['elsewhere'] = null;
  #stopTimer = (): void => {};
  #stopListening = (): void => {};
  #isOver = false;
  #settle: { take(taken: Taken): void; refuse(why: FailureError): void } = { take() {}, refuse() {} };
  readonly taken: Promise<Taken>;

  private constructor(world: AttemptWorld, doors: Doors) {
    this.#world = world;
    this.#doors = doors;
    this.taken = new Promise((take, refuse) => {
      this.#settle = { take, refuse };
    });
    // Whoever waits for it is told; nobody may have come so far.
    this.taken.catch(() => {});
  }

  /** `here`: with the browser of this computer, which is opened. Rejects with browser.no-way-back. */
  static async begin(world: AttemptWorld, doors: Doors, here: boolean): Promise<Attempt> {
    const attempt = new Attempt(world, doors);
    if (here) await attempt.#listen();
    return attempt;
  }

  get waiting(): BrowserWait {
    return { here: this.#here?.address ?? null, notOpened: this.#notOpened, elsewhere: this.#elsewhere };
  }

  /** Never rejects: where it cannot be opened, the address is shown. */
  async openBrowser(): Promise<void> {
    if (!this.#here) return;
    const isOpened = await this.#world.browser.open(this.#here.address).then(
      () => true,
      () => false,
    );
    this.#notOpened = !isOpened;
    this.#world.changed();
  }

  /** From now on another device is waited for as well, and for longer. */
  async showElsewhere({ address, userCode }: Elsewhere): Promise<void> {
    const qr = await this.#world.drawQr(new Secret(address));
    if (this.#isOver) return;
    this.#elsewhere = { address, userCode, qr };
    this.#endAfter(ELSEWHERE_MS);
    this.#world.changed();
  }

  /** The same, where a text comes back from there. */
  async showPasted(): Promise<void> {
    const { elsewhere } = this.#doors;
    if (elsewhere && !this.#elsewhere) await this.showElsewhere({ address: elsewhere.address, userCode: null });
  }

  /** Throws FailureError browser.paste-*, and the wait goes on; or what AWS says no with. */
  paste(text: Secret<string>): void {
    const { elsewhere } = this.#doors;
    if (!elsewhere) throw new FailureError('browser.paste-other');
    this.#take(elsewhere, readPasted(text, elsewhere, this.#world.random));
  }

  /** Ends the wait; nothing that comes later is taken. */
  close(why = new FailureError('sign-in.cancelled')): void {
    this.#isOver = true;
    this.#stopTimer();
    this.#stopListening();
    this.#settle.refuse(why);
  }

  async #listen(): Promise<void> {
    const { redirects, timer } = this.#world;
    const { base, alsoFrom, here } = this.#doors;
    const listening = await redirects.listen(base, (query) => this.#answer(query), alsoFrom);
    this.#here = here(listening.uri);
    const stopTimer = timer.after(HERE_MS, () => listening.close());
    this.#stopListening = () => {
      stopTimer();
      listening.close();
    };
    this.#endAfter(HERE_MS);
  }

  #answer(query: string | null): RedirectPage {
    const { page, stranger, random } = this.#world;
    const door = this.#here;
    const answer = door && query !== null && !this.#isOver ? readAnswer(query, door, random) : null;
    if (door && answer?.is === 'code') {
      this.#take(door, answer.code);
      return page('done');
    }
    if (answer?.is === 'refused') {
      this.#isOver = true;
      this.#settle.refuse(FailureError.of(answer.why));
      return page(answer.why);
    }
    stranger();
    return page('stranger');
  }

  #take(door: Door, code: Secret<string>): void {
    this.#isOver = true;
    this.#stopTimer();
    this.#settle.take({ door, code });
  }

  #endAfter(ms: EpochMs): void {
    this.#stopTimer();
    const why = failure('browser.too-late', { minutes: ms / 60_000 });
    this.#stopTimer = this.#world.timer.after(ms, () => this.close(FailureError.of(why)));
  }
}
