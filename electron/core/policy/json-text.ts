/** Reads JSON so that every value knows its place, names given twice are kept, and an error is told by kind and place. */

export interface JsonMember {
  readonly key: string;
  /** Where the key begins. */
  readonly at: number;
  readonly value: JsonNode;
}

export type JsonNode = { readonly at: number; readonly end: number } & (
  | { readonly is: 'object'; readonly members: readonly JsonMember[] }
  | { readonly is: 'list'; readonly items: readonly JsonNode[] }
  | { readonly is: 'text'; readonly value: string }
  /** A number, true, false or null, as it is written. */
  | { readonly is: 'word'; readonly value: string }
);

export type JsonFault =
  | 'json-ends'
  | 'json-value'
  | 'json-key'
  | 'json-colon'
  | 'json-comma'
  | 'json-trailing-comma'
  | 'json-quotes'
  | 'json-comment'
  | 'json-text-open'
  | 'json-control'
  | 'json-escape'
  | 'json-after-end'
  | 'json-deep';

export type ReadJson =
  | { readonly ok: true; readonly node: JsonNode }
  | { readonly ok: false; readonly fault: JsonFault; readonly at: number };

/** Deeper than any policy, and far from the end of the stack. */
const DEEPEST = 64;

/** Of `text` only what stands between `from` and `to` is read; places count from its beginning. */
export function readJson(text: string, from = 0, to = text.length): ReadJson {
  const reader = new Reader(text.slice(0, to), from);
  try {
    return { ok: true, node: reader.whole() };
  } catch (thrown) {
    if (thrown instanceof Fault) return { ok: false, fault: thrown.fault, at: thrown.at };
    throw thrown;
  }
}

class Fault extends Error {
  readonly fault: JsonFault;
  readonly at: number;
  constructor(fault: JsonFault, at: number) {
    super(fault);
    this.fault = fault;
    this.at = at;
  }
}

const ESCAPED: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

class Reader {
  readonly #text: string;
  #at: number;

  constructor(text: string, from: number) {
    this.#text = text;
    this.#at = from;
  }

  whole(): JsonNode {
    const node = this.#value(0);
    this.#skip();
    if (this.#at < this.#text.length) throw new Fault('json-after-end', this.#at);
    return node;
  }

  /** What stands here by a pattern that is sticky. */
  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#text) ?? [];
    if (found === undefined) return null;
    this.#at += found.length;
    return found;
  }

  #skip(): void {
    this.#take(/[ \t\r\n]*/y);
  }

  /** What stands here is not what must stand here. */
  #wrong(expected: JsonFault, at = this.#at): Fault {
    const char = this.#text[this.#at];
    if (char === undefined) return new Fault('json-ends', this.#text.length);
    if (/["'`“”„‟‘’＂«»]/.test(char) && char !== '"') return new Fault('json-quotes', this.#at);
    if (char === '/' || char === '#') return new Fault('json-comment', this.#at);
    return new Fault(expected, at);
  }

  #value(depth: number): JsonNode {
    if (depth > DEEPEST) throw new Fault('json-deep', this.#at);
    this.#skip();
    const at = this.#at;
    const char = this.#text[at];
    if (char === '{') return { is: 'object', at, members: this.#members(depth), end: this.#at };
    if (char === '[') return { is: 'list', at, items: this.#items(depth), end: this.#at };
    if (char === '"') return { is: 'text', at, value: this.#string(), end: this.#at };
    const value = this.#take(/(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y);
    if (value === null) throw this.#wrong('json-value');
    return { is: 'word', at, value, end: this.#at };
  }

  #members(depth: number): readonly JsonMember[] {
    return this.#parts('}', () => {
      const at = this.#at;
      if (this.#text[at] !== '"') throw this.#wrong('json-key');
      const key = this.#string();
      this.#skip();
      if (this.#take(/:/y) === null) throw this.#wrong('json-colon');
      return { key, at, value: this.#value(depth + 1) };
    });
  }

  #items(depth: number): readonly JsonNode[] {
    return this.#parts(']', () => this.#value(depth + 1));
  }

  /** All up to the closing bracket; the opening one is here. */
  #parts<T>(close: string, part: () => T): readonly T[] {
    const parts: T[] = [];
    this.#at += 1;
    for (;;) {
      this.#skip();
      if (this.#text[this.#at] === close) {
        if (parts.length > 0) throw new Fault('json-trailing-comma', this.#text.lastIndexOf(',', this.#at));
        break;
      }
      parts.push(part());
      const end = this.#at;
      this.#skip();
      if (this.#text[this.#at] === close) break;
      // Where it is missing, not where the next thing begins.
      if (this.#take(/,/y) === null) throw this.#wrong('json-comma', end);
    }
    this.#at += 1;
    return parts;
  }

  #string(): string {
    const opened = this.#at;
    this.#at += 1;
    let value = '';
    for (;;) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids just these
      value += this.#take(/[^"\\\u0000-\u001f]+/y) ?? '';
      const char = this.#text[this.#at];
      if (char === undefined || char === '\n' || char === '\r') throw new Fault('json-text-open', opened);
      if (char === '"') break;
      if (char !== '\\') throw new Fault('json-control', this.#at);
      value += this.#escape();
    }
    this.#at += 1;
    return value;
  }

  #escape(): string {
    const at = this.#at;
    const [, plain, hex] = /\\(?:(["\\/bfnrt])|u([0-9a-fA-F]{4}))/y.exec(this.#text.slice(at, at + 6)) ?? [];
    if (hex !== undefined) {
      this.#at += 6;
      return String.fromCharCode(Number.parseInt(hex, 16));
    }
    if (plain === undefined) throw new Fault('json-escape', at);
    this.#at += 2;
    return ESCAPED[plain] ?? plain;
  }
}
