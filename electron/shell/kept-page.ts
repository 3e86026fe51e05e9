/**
 * The life of the popover's page: made when it is first wanted, kept for a while when it is hidden, given back after that,
 * and never kept when it has died. It owns the one timer, so that no page goes away while it is in use.
 */
import type { Timer } from '../core/base/time.ts';

export interface PageParts<P> {
  make(): P;
  /** Rejects when nothing can be shown. A page that is loaded already only goes to the other screen. */
  load(page: P, screen: string | undefined): Promise<void>;
  present(page: P, focus: boolean): void;
  conceal(page: P): void;
  destroy(page: P): void;
  readonly timer: Timer;
  readonly keepMs: number;
}

export class KeptPage<P> {
  readonly #parts: PageParts<P>;
  #page: P | null = null;
  #loaded: Promise<void> | null = null;
  #wanted = false;
  #presented = false;
  /** A page that dies in front of a person is made anew at once, but not again and again. */
  #revived = false;
  #keepNoLonger = () => {};

  constructor(parts: PageParts<P>) {
    this.#parts = parts;
  }

  get page(): P | null {
    return this.#page;
  }

  /** It is there for a person to see, or about to be. */
  get wanted(): boolean {
    return this.#wanted;
  }

  async show(focus: boolean, screen?: string): Promise<void> {
    this.#revived = false;
    await this.#show(focus, screen);
  }

  /** Nothing when it is hidden already. */
  hide(): void {
    if (!this.#wanted || this.#page === null) return;
    this.#wanted = false;
    if (this.#presented) this.#parts.conceal(this.#page);
    this.#presented = false;
    this.#keepNoLonger = this.#parts.timer.after(this.#parts.keepMs, () => this.giveBack());
  }

  /** Of an earlier page it is no news. */
  crashed(page: P): void {
    if (page !== this.#page) return;
    const again = this.#wanted && !this.#revived;
    this.giveBack();
    if (!again) return;
    this.#revived = true;
    void this.#show(false);
  }

  /** A person has closed it. */
  closed(page: P): void {
    if (page === this.#page) this.giveBack();
  }

  giveBack(): void {
    this.#keepNoLonger();
    const page = this.#page;
    this.#page = null;
    this.#loaded = null;
    this.#wanted = false;
    this.#presented = false;
    if (page !== null) this.#parts.destroy(page);
  }

  async #show(focus: boolean, screen?: string): Promise<void> {
    this.#keepNoLonger();
    this.#wanted = true;
    this.#page ??= this.#parts.make();
    const page = this.#page;
    try {
      await this.#load(page, screen);
    } catch {
      // White is worse than nothing: the next time it is wanted there is a new one.
      if (page === this.#page) this.giveBack();
    }
    if (page !== this.#page || !this.#wanted) return;
    this.#presented = true;
    this.#parts.present(page, focus);
  }

  /** One after the other: a page that is told to load while it loads gives up the first. */
  async #load(page: P, screen: string | undefined): Promise<void> {
    const before = this.#loaded;
    if (before === null || screen !== undefined) {
      const { load } = this.#parts;
      this.#loaded = before === null ? load(page, screen) : before.then(() => load(page, screen));
    }
    await this.#loaded;
  }
}
