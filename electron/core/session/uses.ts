/** The last uses of sessions, newest first, in memory only. */
import type { EpochMs } from '../base/time.ts';

export interface Use {
  readonly at: EpochMs;
  readonly by: 'git' | 'credential_process' | 'environment' | 'endpoint';
  readonly what: string;
  readonly profile: string | null;
  readonly outcome: 'answered' | 'refused' | 'rejected-by-aws' | 'unconfirmed';
}

const KEPT = 50;

export class Uses {
  readonly #changed: () => void;
  #list: readonly Use[] = [];

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get list(): readonly Use[] {
    return this.#list;
  }

  add(use: Use): void {
    this.#list = [use, ...this.#list].slice(0, KEPT);
    this.#changed();
  }
}
