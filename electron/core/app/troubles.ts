/** What went wrong in Daypass itself and concerns no single profile, each once. */
import type { Failure } from '../base/failure.ts';

export class Troubles {
  readonly #changed: () => void;
  #list: readonly Failure[] = [];

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get list(): readonly Failure[] {
    return this.#list;
  }

  add(why: Failure): void {
    if (this.#list.some((known) => keyOf(known) === keyOf(why))) return;
    this.#list = [...this.#list, why];
    this.#changed();
  }
}

const keyOf = ({ code, params }: Failure): string => JSON.stringify([code, Object.entries(params).sort()]);
