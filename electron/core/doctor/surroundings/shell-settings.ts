/** What one command of a shell sets, takes away, or says is exported. */
import type { RawSetting } from './raw-setting.ts';
import type { Word } from './shell-blocks.ts';
import { isOfInterest } from './variable.ts';

/** By the way in which a file is written. */
export const shellSettings = { sh, lines: sh, fish, csh } as const;

const ASSIGNED = /^([A-Za-z_]\w*)\+?=(.*)$/s;

/** NAME=VALUE. */
function assigned({ text, dynamic }: Word): RawSetting | null {
  const [, name, value = ''] = ASSIGNED.exec(text) ?? [];
  return name ? { name, value, dynamic } : null;
}

function sh(words: readonly Word[]): readonly RawSetting[] {
  const [command, ...rest] = words;
  const name = command?.text ?? '';
  if (name === 'unset') return rest.map(({ text }) => ({ name: text, value: null }));
  if (/^(?:export|typeset|declare|readonly|local)$/.test(name)) return declared(name, rest);
  // NAME = VALUE, which is no assignment.
  if (rest[0]?.text.startsWith('=') && isOfInterest(name)) return [{ name, value: '', flaw: 'spaces' }];
  const all = words.map(assigned);
  // What stands before a command is set for that one alone.
  return all.every((one) => one !== null) ? all : [];
}

function declared(command: string, words: readonly Word[]): readonly RawSetting[] {
  const options = words.filter(({ text }) => /^[-+]/.test(text)).map(({ text }) => text);
  const isExported = command === 'export' ? !options.includes('-n') : options.some((text) => /^-\w*x/.test(text));
  const rest = words.filter(({ text }) => !/^[-+]/.test(text));
  return rest.flatMap((word, at): readonly RawSetting[] => {
    const one = assigned(word);
    const next = rest[at + 1];
    if (!one) {
      const isSpaced = next?.text.startsWith('=') && isOfInterest(word.text);
      if (isSpaced) return [{ name: word.text, value: '', exported: isExported, flaw: 'spaces' }];
      return isExported && /^\w+$/.test(word.text)
        ? [{ name: word.text, value: null, declared: true, exported: true }]
        : [];
    }
    // The value that was meant has become a word of its own.
    const isCut = one.value === '' && !one.dynamic && next !== undefined && !assigned(next) && !isOfInterest(next.text);
    return [{ ...one, exported: isExported, ...(isCut ? { flaw: 'spaces' as const } : {}) }];
  });
}

function fish(words: readonly Word[]): readonly RawSetting[] {
  const [command, ...rest] = words;
  if (command?.text === 'export') return declared('export', rest);
  if (command?.text !== 'set') return [];
  const options = rest.filter(({ text }) => /^-./.test(text)).map(({ text }) => text);
  const has = (short: string, long: string) =>
    options.some((text) => text === `--${long}` || new RegExp(`^-\\w*${short}`).test(text));
  const [name, ...values] = rest.filter(({ text }) => !/^-./.test(text));
  if (!name || has('q', 'query')) return [];
  if (has('e', 'erase')) return [name, ...values].map(({ text }) => ({ name: text, value: null }));
  const value = values.map(({ text }) => text).join(' ');
  return [{ name: name.text, value, dynamic: values.some((one) => one.dynamic), exported: has('x', 'export') }];
}

function csh(words: readonly Word[]): readonly RawSetting[] {
  const [command, name, value] = words;
  if (command?.text === 'unsetenv' && name) return [{ name: name.text, value: null }];
  if (command?.text !== 'setenv' || !name) return [];
  return [{ name: name.text, value: value?.text ?? '', dynamic: value?.dynamic ?? false, exported: true }];
}
