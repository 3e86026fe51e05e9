/** Reads a command's words: options and flags in any order, `--option value` or `--option=value`, nothing unknown. */
import { fill } from '../../i18n/say.ts';
import type { Messages } from '../../i18n/words.ts';

export interface ArgumentShape {
  /** How many plain words are taken. */
  readonly words: readonly [min: number, max: number];
  /** Options with a value. */
  readonly options?: readonly string[];
  readonly flags?: readonly string[];
}

export interface Arguments {
  readonly words: readonly string[];
  option(name: string): string | null;
  flag(name: string): boolean;
}

export type ReadArguments =
  | { readonly ok: true; readonly value: Arguments }
  | { readonly ok: false; readonly why: string };

/** `why` is one sentence in the language of `messages`. */
export function readArguments(args: readonly string[], shape: ArgumentShape, messages: Messages): ReadArguments {
  const { unknownOption, valueMissing, noValue, wordMissing, wordTooMany } = messages.commands.usage;
  const no = (text: string, word: string): ReadArguments => ({ ok: false, why: fill(text, { word }) });
  const words: string[] = [];
  const options = new Map<string, string>();
  const flags = new Set<string>();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--') {
      words.push(...args.slice(i + 1));
      break;
    }
    if (!arg.startsWith('--')) {
      if (arg.startsWith('-') && arg !== '-') return no(unknownOption, arg);
      words.push(arg);
      continue;
    }
    const [name = '', ...rest] = arg.slice(2).split('=');
    const given = rest.length > 0 ? rest.join('=') : undefined;
    if (shape.flags?.includes(name)) {
      if (given !== undefined) return no(noValue, `--${name}`);
      flags.add(name);
    } else if (shape.options?.includes(name)) {
      const value = given ?? args[++i];
      if (value === undefined || value === '') return no(valueMissing, `--${name}`);
      options.set(name, value);
    } else {
      return no(unknownOption, `--${name}`);
    }
  }
  const [min, max] = shape.words;
  if (words.length < min) return no(wordMissing, '');
  if (words.length > max) return no(wordTooMany, words[max] ?? '');
  return {
    ok: true,
    value: { words, option: (name) => options.get(name) ?? null, flag: (name) => flags.has(name) },
  };
}
