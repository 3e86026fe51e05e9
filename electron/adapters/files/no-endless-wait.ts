/** Work on files that ends in time: a disk that never answers, as one of a network that is gone, keeps nobody else waiting. */
import { FailureError } from '../../core/base/failure.ts';

/** Tells work whose limit is over that it has to give up by itself, as nothing can end it from outside. */
export type GivenUp = () => boolean;

export class NoEndlessWait {
  readonly #limitMs: number;
  /** Where work still hangs. Each holds one of the few threads that there are, so no more is begun there. */
  readonly #hanging = new Set<string>();

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  /** Rejects with FailureError file.failed when it takes too long, and at once where earlier work still hangs. */
  async run<T>(path: string, work: (givenUp: GivenUp) => Promise<T>): Promise<T> {
    const late = new FailureError('file.failed', { path, reason: 'no-answer' });
    if (this.#hanging.has(path)) throw late;
    let isOver = false;
    const working = work(() => isOver);
    let limit: NodeJS.Timeout | undefined;
    const waiting = new Promise<never>((_, reject) => {
      limit = setTimeout(() => {
        isOver = true;
        this.#hanging.add(path);
        const ended = () => void this.#hanging.delete(path);
        working.then(ended, ended);
        reject(late);
      }, this.#limitMs);
    });
    return Promise.race([working, waiting]).finally(() => clearTimeout(limit));
  }
}
