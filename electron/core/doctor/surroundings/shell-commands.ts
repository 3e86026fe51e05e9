/** Splits the text of a shell's start file into its simple commands, each with its line: what is quoted, commented out or a here-document is no command. Never throws. */
import type { Bytes } from '../../base/bytes.ts';
import { ShellBlocks, type Word } from './shell-blocks.ts';

export interface ShellCommand {
  readonly words: readonly Word[];
  readonly line: number;
  /** The line on which it ends. */
  readonly last: number;
  /** Inside a loop, a condition or the like, which would be broken where it were empty. */
  readonly nested: boolean;
}

/** What only runs when it is called, or in a shell of its own, is left out: it sets nothing at the start. */
export function shellCommands(text: Bytes, isFish = false): readonly ShellCommand[] {
  return new Reader(text, isFish).read();
}

class Reader {
  readonly #text: string;
  readonly #isFish: boolean;
  readonly #commands: ShellCommand[] = [];
  readonly #blocks: ShellBlocks;
  readonly #heredocs: { readonly end: string; readonly indented: boolean }[] = [];
  #at = 0;
  #line = 1;
  #first = 1;
  #subshells = 0;
  #words: Word[] = [];
  #word: string | null = null;
  #dynamic = false;

  constructor(text: string, isFish: boolean) {
    this.#text = text;
    this.#isFish = isFish;
    this.#blocks = new ShellBlocks(isFish);
  }

  read(): readonly ShellCommand[] {
    while (this.#at < this.#text.length) this.#step();
    this.#endCommand();
    return this.#commands;
  }

  #step() {
    const sign = this.#take();
    if (sign === '\n') return this.#endLine();
    // A carriage return is none: to a shell it is a part of the value.
    if (sign === ' ' || sign === '\t') return this.#endWord();
    if (sign === '\\') return this.#escaped();
    if (sign === "'") return this.#quoted("'", this.#isFish);
    if (sign === '"') return this.#quoted('"', true);
    if (sign === '`' && !this.#isFish) return this.#quoted('`', true);
    if (sign === '#' && this.#word === null) return this.#skipLine();
    if (sign === '$') return this.#variable();
    if (sign === '(' || sign === ')') return this.#parenthesis(sign);
    if (sign === '<' && this.#peek() === '<' && !this.#isFish) return this.#heredoc();
    const isRedirected = sign === '&' && /[<>]$/.test(this.#word ?? '');
    if (/[;&|]/.test(sign) && !isRedirected) return this.#endCommand();
    this.#add(sign);
  }

  #peek = (): string => this.#text[this.#at] ?? '';

  #take(): string {
    const sign = this.#text[this.#at++] ?? '';
    if (sign === '\n') this.#line++;
    return sign;
  }

  #add(text: string, dynamic = false): void {
    if (this.#word === null && this.#words.length === 0) this.#first = this.#line;
    this.#word = (this.#word ?? '') + text;
    this.#dynamic ||= dynamic;
  }

  #escaped(): void {
    const sign = this.#take();
    if (sign !== '\n') this.#add(sign);
  }

  #quoted(end: string, escapes: boolean): void {
    this.#add('', end === '`');
    while (this.#at < this.#text.length) {
      const sign = this.#take();
      if (sign === end) return;
      if (sign === '\\' && escapes) this.#add(this.#take());
      else this.#add(sign, end === '"' && (sign === '$' || (sign === '`' && !this.#isFish)));
      // Quotes within a substitution are its own.
      if (end === '"' && sign === '$' && this.#peek() === '(') {
        this.#add('()');
        this.#skipBalanced();
      }
    }
  }

  #variable() {
    if (this.#peek() === "'" && !this.#isFish) {
      this.#take();
      return this.#quoted("'", true);
    }
    if (this.#peek() !== '(') return this.#add('$', true);
    this.#add('$()', true);
    this.#skipBalanced();
  }

  /** From an opening parenthesis, which is next, to its own closing one. */
  #skipBalanced(): void {
    let depth = 0;
    let quote = '';
    while (this.#at < this.#text.length) {
      const sign = this.#take();
      if (sign === '\\') this.#take();
      else if (quote) quote = sign === quote ? '' : quote;
      else if (sign === "'" || sign === '"') quote = sign;
      else if (sign === '(') depth++;
      else if (sign === ')' && --depth === 0) return;
    }
  }

  #parenthesis(sign: string) {
    if (sign === '(' && this.#isFish) return this.#substituted();
    if (sign === '(' && this.#word !== null && this.#peek() !== ')') return this.#substituted();
    if (sign === '(' && this.#peek() === ')') {
      this.#take();
      this.#drop();
      this.#blocks.functionFollows(true);
    } else if (sign === '(') {
      this.#endCommand();
      this.#subshells++;
      this.#blocks.functionFollows(false);
    } else if (this.#subshells > 0) {
      this.#endCommand();
      this.#subshells--;
    } else {
      // The pattern of a case.
      this.#drop();
    }
  }

  /** An array, a pattern of zsh's, or what a command prints. */
  #substituted(): void {
    this.#add('()', true);
    this.#at--;
    this.#skipBalanced();
  }

  #heredoc(): void {
    this.#take();
    if (this.#peek() === '<') return void this.#take();
    const [all = '', dash, end] = /^(-?)\s*['"\\]?([^\s'";&|<>()]+)['"]?/.exec(this.#text.slice(this.#at)) ?? [];
    this.#at += all.length;
    if (end) this.#heredocs.push({ end, indented: dash === '-' });
  }

  #endLine(): void {
    this.#endCommand(this.#line - 1);
    for (const { end, indented } of this.#heredocs.splice(0)) {
      while (this.#at < this.#text.length) {
        const line = this.#takeLine();
        if ((indented ? line.replace(/^\t+/, '') : line) === end) break;
      }
    }
  }

  #takeLine(): string {
    const end = this.#text.indexOf('\n', this.#at);
    const line = this.#text.slice(this.#at, end < 0 ? undefined : end);
    this.#at += line.length;
    if (end >= 0) this.#take();
    return line;
  }

  #skipLine(): void {
    const end = this.#text.indexOf('\n', this.#at);
    this.#at = end < 0 ? this.#text.length : end;
  }

  #endWord(): void {
    if (this.#word !== null) this.#words.push({ text: this.#word, dynamic: this.#dynamic });
    this.#word = null;
    this.#dynamic = false;
  }

  #drop(): void {
    this.#endWord();
    this.#words = [];
  }

  #endCommand(last = this.#line): void {
    this.#endWord();
    const words = this.#words;
    this.#words = [];
    const wasNested = this.#blocks.isNested;
    const rest = this.#blocks.enter(words);
    if (rest.length === 0 || this.#subshells > 0 || this.#blocks.inFunction) return;
    this.#commands.push({ words: rest, line: this.#first, last, nested: wasNested || this.#blocks.isNested });
  }
}
