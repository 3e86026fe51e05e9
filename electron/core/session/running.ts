/** The sign-ins that are under way, one for a profile at the most. */
import { FailureError } from '../base/failure.ts';

export class Running {
  readonly #cancels = new Map<string, AbortController>();

  has(profile: string): boolean {
    return this.#cancels.has(profile);
  }

  /** Throws FailureError sign-in.busy where one is under way already. */
  begin(profile: string): AbortController {
    if (this.has(profile)) throw new FailureError('sign-in.busy');
    const cancel = new AbortController();
    this.#cancels.set(profile, cancel);
    return cancel;
  }

  /** After a cancelled one the next may have begun already; that one goes on. */
  end(profile: string, cancel: AbortController): void {
    if (this.#cancels.get(profile) === cancel) this.#cancels.delete(profile);
  }

  /** The next can begin at once. */
  cancel(profile: string): void {
    this.#cancels.get(profile)?.abort();
    this.#cancels.delete(profile);
  }

  cancelAll(): void {
    for (const profile of [...this.#cancels.keys()]) this.cancel(profile);
  }
}
