/** What a shell's start file sets of the variables that the doctor wants to know, and on which line: values that are secret are left behind here. */
import type { Bytes } from '../../base/bytes.ts';
import type { RawSetting, SettingFlaw } from './raw-setting.ts';
import { powershellSettings, recordedSettings } from './recorded-settings.ts';
import type { Word } from './shell-blocks.ts';
import { type ShellCommand, shellCommands } from './shell-commands.ts';
import { cutDown, HIDDEN, isOfInterest } from './variable.ts';

/** How a file is written: 'lines' has NAME=VALUE alone, 'fish-universal' is fish's own record, 'registry' and 'plist' are of Windows and macOS. */
export type Dialect = 'sh' | 'fish' | 'csh' | 'powershell' | 'lines' | 'pam' | 'fish-universal' | 'registry' | 'plist';

/** Which shell reads it; 'session': all programs of a login. */
export type Reads = 'bash' | 'zsh' | 'fish' | 'csh' | 'powershell' | 'session';

export interface StartFile {
  readonly path: string;
  readonly dialect: Dialect;
  readonly reads: Reads;
  readonly text: Bytes;
  /** All that it sets is exported: it is read between `set -a` and `set +a`. */
  readonly exports?: boolean;
  /** It is the system's, and not this person's to change. */
  readonly foreign?: boolean;
}

export interface Setting {
  readonly path: string;
  readonly line: number;
  readonly reads: Reads;
  readonly name: string;
  /** Null: taken away. */
  readonly shown: string | null;
  readonly flaw: SettingFlaw;
  /** Its lines set this and nothing else, and can be commented out. */
  readonly alone: boolean;
  readonly last: number;
}

export interface Sourced {
  /** As it is written, `$HOME` and `~` still in it. */
  readonly path: string;
  readonly exports: boolean;
}

interface Reading {
  readonly raw: readonly RawSetting[];
  readonly line: number;
  readonly last: number;
  readonly nested: boolean;
  /** Whether the command does nothing else. */
  readonly pure: boolean;
}

export function settingsIn(file: StartFile): readonly Setting[] {
  const readings = readingsOf(file);
  const exported = new Set(readings.flatMap(({ raw }) => raw.flatMap((one) => (one.exported ? [one.name] : []))));
  return readings.flatMap(({ raw, line, last }) =>
    raw
      .filter(({ name }) => isOfInterest(name))
      .flatMap((one): Setting[] => {
        const { path, reads } = file;
        const alone = !file.foreign && COMMENTED.includes(file.dialect) && isAlone(readings, line, last);
        const at = { path, line, last, reads, name: one.name, alone };
        if (one.declared) return [];
        if (one.value === null) return [{ ...at, shown: null, flaw: null }];
        const { shown, flaw } = one.dynamic ? { shown: HIDDEN, flaw: null } : cutDown(one.name, one.value);
        const why = one.flaw ?? (exported.has(one.name) ? flaw : 'not-exported');
        return [{ ...at, shown, flaw: why }];
      }),
  );
}

/** The files of one's own that it reads. */
export function sourcedBy(file: StartFile): readonly Sourced[] {
  if (file.dialect !== 'sh' && file.dialect !== 'fish' && file.dialect !== 'csh') return [];
  let exports = file.exports ?? false;
  return shellCommands(file.text, file.dialect === 'fish').flatMap(({ words }) => {
    exports = allExported(words) ?? exports;
    const [name, path] = words;
    const isRead = (name?.text === '.' || name?.text === 'source') && path && !/[`*?()]/.test(path.text);
    return isRead ? [{ path: path.text, exports }] : [];
  });
}

const COMMENTED: readonly Dialect[] = ['sh', 'fish', 'csh', 'powershell', 'lines'];

/** What a line sets of AWS's is all that its commands do. */
const isAlone = (readings: readonly Reading[], line: number, last: number): boolean =>
  readings
    .filter((one) => one.line <= last && one.last >= line)
    .every(
      ({ raw, pure, nested, line: from, last: to }) =>
        pure && !nested && from === line && to === last && line === last && raw.every(({ name }) => isOfInterest(name)),
    );

function readingsOf(file: StartFile): readonly Reading[] {
  const { dialect, text } = file;
  if (dialect === 'powershell') return powershellSettings(text).map(ofOneLine);
  if (dialect === 'fish-universal' || dialect === 'registry' || dialect === 'plist' || dialect === 'pam')
    return recordedSettings(dialect, text).map(ofOneLine);
  let exports = file.exports ?? dialect === 'lines';
  return shellCommands(text, dialect === 'fish').map((command: ShellCommand): Reading => {
    exports = allExported(command.words) ?? exports;
    const raw = SETS[dialect](command.words).map((one) => ({ ...one, exported: one.exported || exports }));
    const { line, last, nested } = command;
    return { raw, line, last, nested, pure: raw.length > 0 };
  });
}

const ofOneLine = ({ line, ...raw }: RawSetting & { readonly line: number }): Reading => ({
  raw: [{ exported: true, ...raw }],
  line,
  last: line,
  nested: false,
  pure: true,
});

function allExported([name, ...rest]: readonly Word[]): boolean | null {
  if (name?.text !== 'set') return null;
  const words = rest.map(({ text }) => text);
  const option = words[words.indexOf('-o') + 1] === 'allexport';
  if (/^-[a-z]*a/.test(words[0] ?? '') || (words[0] === '-o' && option)) return true;
  return /^\+[a-z]*a/.test(words[0] ?? '') || (words[0] === '+o' && words[1] === 'allexport') ? false : null;
}

const ASSIGNED = /^([A-Za-z_]\w*)\+?=(.*)$/s;

/** NAME=VALUE. */
function assigned({ text, dynamic }: Word): RawSetting | null {
  const [, name, value = ''] = ASSIGNED.exec(text) ?? [];
  return name ? { name, value, dynamic } : null;
}

const SETS = { sh, lines: sh, fish, csh } as const;

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
