/** Keyrings of a desktop in memory: two services of which one runs, locked, refusing, late or gone; neither ever loses what it holds. */
import type { KeyItems, SealingKey } from '../../electron/adapters/sealing/key-items.ts';
import { FailureError } from '../../electron/core/base/failure.ts';

export type Service = 'first' | 'second';

export class Keyrings {
  running: Service | null = 'first';
  locked = false;
  /** What the person says to the keyring's window, and what they have said of the item before. */
  allows = true;
  denied = false;
  readonly #held: Readonly<Record<Service, Map<string, Buffer>>> = { first: new Map(), second: new Map() };

  /** As a program that has just been started finds them; `turn` is passed at every call. */
  items(turn: () => Promise<void>): KeyItems {
    const held = (): Map<string, Buffer> => {
      if (this.running === null) throw new FailureError('kept.not-encrypted');
      if (this.locked) throw new FailureError('kept.locked');
      return this.#held[this.running];
    };
    return {
      close() {},
      ready: async () => {
        await turn();
        held();
      },
      unlock: async () => {
        await turn();
        if (!this.allows) throw new FailureError('kept.locked');
        this.locked = false;
        this.denied = false;
        held();
      },
      find: async (id) => {
        await turn();
        const all = held();
        const [found] = [...all].filter(([one]) => id === null || one === id);
        if (found && this.denied) throw new FailureError('kept.locked');
        return found ? { id: found[0], bytes: found[1] } : null;
      },
      add: async ({ id, bytes }) => {
        await turn();
        held().set(id, bytes);
      },
    };
  }

  /** Sees into both, whatever state they are in. */
  get all(): KeyItems {
    const find = async (id: string | null): Promise<SealingKey | null> => {
      const found = [...this.#held.first, ...this.#held.second].find(([one]) => one === id);
      return found ? { id: found[0], bytes: found[1] } : null;
    };
    return { close() {}, ready: async () => {}, unlock: async () => {}, find, add: async () => {} };
  }

  /** The service that holds the key of this sealed text. */
  holderOf(sealed: string): Service | null {
    const services: readonly Service[] = ['first', 'second'];
    return services.find((one) => [...this.#held[one].keys()].some((id) => sealed.includes(id))) ?? null;
  }
}
