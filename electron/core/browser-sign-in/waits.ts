/** The sign-ins that wait for a person at a page of AWS's, whichever service it is: at most one for each who asks. */
import { FailureError } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';
import type { Attempt, BrowserWait } from './attempt.ts';

export interface Wait {
  readonly attempt: Attempt;
  /** Adds another device. Rejects where that cannot be. */
  showElsewhere(): Promise<void>;
}

export class Waits {
  readonly #changed: () => void;
  readonly #waits = new Map<string, Wait>();
  readonly #looks = new Map<string, readonly ((wait: BrowserWait) => void)[]>();

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The returned function ends it. */
  begin(who: string, wait: Wait): () => void {
    this.#waits.set(who, wait);
    this.#look(who);
    return () => {
      if (this.#waits.get(who) === wait) this.#waits.delete(who);
      this.#changed();
    };
  }

  /** What is waited for; null where nothing is. */
  of(who: string): BrowserWait | null {
    return this.#waits.get(who)?.attempt.waiting ?? null;
  }

  /** Resolves when another device is waited for, with what a person opens there. */
  whenElsewhere(who: string): Promise<BrowserWait> {
    return new Promise((look) => {
      this.#looks.set(who, [...(this.#looks.get(who) ?? []), look]);
      this.#look(who);
    });
  }

  /** Opens the browser once more, at the same page. */
  async openAgain(who: string): Promise<void> {
    await this.#waits.get(who)?.attempt.openBrowser();
  }

  /** False where nothing is waited for, to which another device could be added. */
  async showElsewhere(who: string): Promise<boolean> {
    const wait = this.#waits.get(who);
    await wait?.showElsewhere();
    this.#look(who);
    return wait !== undefined;
  }

  /** Throws FailureError browser.paste-* where the text does not fit, or nothing waits for one. */
  paste(who: string, text: Secret<string>): void {
    const wait = this.#waits.get(who);
    if (!wait) throw new FailureError('browser.paste-other');
    wait.attempt.paste(text);
  }

  #look(who: string): void {
    this.#changed();
    const wait = this.of(who);
    if (!wait?.elsewhere) return;
    for (const look of this.#looks.get(who) ?? []) look(wait);
    this.#looks.delete(who);
  }
}
