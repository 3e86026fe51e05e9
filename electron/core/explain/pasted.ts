/**
 * A pasted text as it is looked through: without escape sequences, without secrets, and for the looking also without any
 * white space, since terminals, mails and boxes around an error break lines wherever they like.
 */
import { LONGEST_PASTED } from './recognition.ts';
import { withoutSecrets } from './without-secrets.ts';

/** Programs, languages and chats write these differently. Each stands for one character, so that places stay. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛“”„‟«»‹›「」『』"`]/g, "'"],
  [/：/g, ':'],
  [/（/g, '('],
  [/）/g, ')'],
];
const SPACE = /[\s\p{Cc}\u200b-\u200f\u2060\ufeff]/u;
const SPACES = new RegExp(`${SPACE.source}+`, 'gu');

/** As patterns are compared: `squeeze(a + b)` is `squeeze(a) + squeeze(b)`. */
export const squeeze = (text: string): string =>
  ALIKE.reduce((left, [what, as]) => left.replace(what, as), text.replace(SPACES, ''));

const LINE = 120;

export interface Pasted {
  /** With its line ends. */
  readonly text: string;
  readonly squeezed: string;
  /** What stands in the text from one place of the squeezed one to another, with its white space. */
  between(start: number, end: number): string;
  /** The same, with the rest of its lines, where that is no more than a line of a terminal. */
  linesOf(start: number, end: number): string;
}

export function pasted(given: string): Pasted {
  const text = withoutSecrets(plain(given.slice(-LONGEST_PASTED)));
  return {
    text,
    squeezed: squeeze(text),
    between: (start, end) => text.slice(...placeOf(text, start, end)),
    linesOf(start, end) {
      const [from, to] = placeOf(text, start, end);
      const before = /[^\n]*$/.exec(text.slice(Math.max(0, from - LINE - 1), from))?.[0] ?? '';
      const after = /^[^\n]*/.exec(text.slice(to, to + LINE + 1))?.[0] ?? '';
      const fits = (part: string) => (part.length > LINE ? '' : part);
      return fits(before) + text.slice(from, to) + fits(after);
    },
  };
}

/** Without what a terminal draws, and without what quotes a line. */
function plain(given: string): string {
  return (
    given
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is how escape sequences are written
      .replace(/\x1b(?:\[[0-?]*[ -/]*[@-~]?|\][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[ -/]*[0-~]?)/g, '')
      .replace(/\r\n?/g, '\n')
      .replace(/^[ \t]*(?:(?:[>|│┃╷╵]|remote:)[ \t]*){1,8}/gm, '')
  );
}

/** Where it begins and ends in the text with its white space. */
function placeOf(text: string, start: number, end: number): readonly [from: number, to: number] {
  let [seen, from] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    if (SPACE.test(text[at] ?? '')) continue;
    if (seen === start) from = at;
    seen += 1;
    if (seen === end) return [from, at + 1];
  }
  return [from, text.length];
}
