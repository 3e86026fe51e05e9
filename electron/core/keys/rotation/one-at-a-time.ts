/** One thing at a time is done to the key of a source. It can be stopped. */
import { FailureError } from '../../base/failure.ts';

interface Work {
  readonly cancel: AbortController;
  readonly ended: Promise<unknown>;
}

export class OneAtATime {
  readonly #changed: () => void;
  readonly #works = new Map<string, Work>();

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  isBusy(source: string): boolean {
    return this.#works.has(source);
  }

  /** Rejects with FailureError rotation.busy where something is done to it already, else as `work` does. */
  async run<T>(source: string, signal: AbortSignal | null, work: (cancelled: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#works.has(source)) throw new FailureError('rotation.busy');
    const cancel = new AbortController();
    const abort = () => cancel.abort();
    signal?.addEventListener('abort', abort, { once: true });
    const done = work(cancel.signal);
    this.#works.set(source, { cancel, ended: done.catch(() => {}) });
    this.#changed();
    try {
      return await done;
    } finally {
      signal?.removeEventListener('abort', abort);
      this.#works.delete(source);
      this.#changed();
    }
  }

  /** Resolves when what was done to it has ended. */
  async stop(source: string): Promise<void> {
    const work = this.#works.get(source);
    work?.cancel.abort();
    await work?.ended;
  }

  stopAll(): void {
    for (const { cancel } of this.#works.values()) cancel.abort();
  }
}
