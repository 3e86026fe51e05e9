/** Holds a value that must not leak: every way of printing, copying or sending it yields a mark instead of the value. */
export class Secret<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  /** The value itself. The files that may call this are listed in tests/security/reveal.test.ts. */
  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  // What Node's console and util.inspect ask for; the symbol is registered, so core needs no Node for it.
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[secret]';
  }
}
