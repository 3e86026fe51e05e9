/** Those who wait for a profile to have a session. Nothing of a wait is left when it is over. */
import { FailureError } from '../base/failure.ts';

export class Begun {
  readonly #isThere: (profile: string) => boolean;
  readonly #looks = new Set<() => void>();

  constructor(isThere: (profile: string) => boolean) {
    this.#isThere = isThere;
  }

  /** How many wait. */
  get count(): number {
    return this.#looks.size;
  }

  /** Rejects with FailureError sign-in.cancelled when `signal` aborts. */
  wait(profile: string, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (then: () => void) => {
        this.#looks.delete(look);
        signal.removeEventListener('abort', gone);
        then();
      };
      const look = () => {
        if (this.#isThere(profile)) end(resolve);
      };
      const gone = () => end(() => reject(new FailureError('sign-in.cancelled')));
      if (signal.aborted) return gone();
      this.#looks.add(look);
      signal.addEventListener('abort', gone, { once: true });
      look();
    });
  }

  /** To be called when a session has begun. */
  look(): void {
    for (const look of [...this.#looks]) look();
  }
}
