/** Keeps account of a shell's conditions, loops and functions: what opens and closes them is a word at the front of a command. */

export interface Word {
  readonly text: string;
  /** Known only when it runs: it holds a variable or the output of a command. */
  readonly dynamic: boolean;
}

const OPENS = ['if', 'while', 'until', 'for', 'case', 'select', 'begin', 'switch', 'foreach'];
const CLOSES = ['fi', 'done', 'esac', '}', 'end', 'endif'];
const PASSED_OVER = ['then', 'do', 'else', 'elif', '!', 'and', 'or', 'not', 'builtin', 'command', 'time'];
/** What follows these is no command. */
const NO_COMMAND = ['for', 'case', 'select', 'switch', 'foreach'];

export class ShellBlocks {
  readonly #isFish: boolean;
  readonly #open: ('function' | 'block')[] = [];
  #isFunction = false;

  constructor(isFish: boolean) {
    this.#isFish = isFish;
  }

  get isNested(): boolean {
    return this.#open.length > 0;
  }

  get inFunction(): boolean {
    return this.#open.includes('function');
  }

  /** The next block is the body of one. */
  functionFollows(follows: boolean): void {
    this.#isFunction = follows;
  }

  /** Takes the shell's own words from the front; what is left is a command. */
  enter(words: readonly Word[]): readonly Word[] {
    const [first, ...rest] = words;
    const word = first?.dynamic === false ? first.text : null;
    if (word === null) return words;
    if (word === 'function') {
      const hasBody = this.#isFish || rest.some(({ text }) => text === '{');
      if (hasBody) this.#open.push('function');
      this.#isFunction = !hasBody;
      return [];
    }
    if (word === '{' || OPENS.includes(word)) {
      this.#open.push(this.#isFunction ? 'function' : 'block');
      this.#isFunction = false;
      return NO_COMMAND.includes(word) ? [] : this.enter(rest);
    }
    if (CLOSES.includes(word)) {
      this.#open.pop();
      return [];
    }
    return PASSED_OVER.includes(word) ? this.enter(rest) : words;
  }
}
