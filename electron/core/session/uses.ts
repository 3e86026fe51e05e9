/** The last uses of sessions, newest first, in memory only. */
import type { UseView } from '../app/view.ts';

const KEPT = 50;

export class Uses {
  readonly #changed: () => void;
  #list: readonly UseView[] = [];

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get list(): readonly UseView[] {
    return this.#list;
  }

  add(use: UseView): void {
    this.#list = [use, ...this.#list].slice(0, KEPT);
    this.#changed();
  }
}
