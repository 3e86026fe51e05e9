/** Somebody who may go away, and how many still listen for it. */
export interface CountedClient {
  readonly signal: AbortSignal;
  /** Goes away. */
  abort(): void;
  /** How many listen now. */
  readonly listening: number;
  /** How many have begun to listen, ever. */
  readonly begun: number;
}

export function countedClient(): CountedClient {
  const client = new AbortController();
  const { signal } = client;
  const heard = new Set<unknown>();
  let begun = 0;
  const { addEventListener, removeEventListener } = signal;
  Object.assign(signal, {
    addEventListener(...args: Parameters<typeof addEventListener>): void {
      begun++;
      heard.add(args[1]);
      addEventListener.apply(signal, args);
    },
    removeEventListener(...args: Parameters<typeof removeEventListener>): void {
      heard.delete(args[1]);
      removeEventListener.apply(signal, args);
    },
  });
  return {
    signal,
    abort: () => client.abort(),
    get listening() {
      return heard.size;
    },
    get begun() {
      return begun;
    },
  };
}
