/** What a shell's start file sets of the variables that the doctor wants to know, and on which line: values that are secret are left behind here. */
import type { Bytes } from '../../base/bytes.ts';
import type { RawSetting, SettingFlaw } from './raw-setting.ts';
import { powershellSettings, recordedSettings } from './recorded-settings.ts';
import type { Word } from './shell-blocks.ts';
import { type ShellCommand, shellCommands } from './shell-commands.ts';
import { shellSettings } from './shell-settings.ts';
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
        const at = { path, line, reads, name: one.name, alone };
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
    const raw = shellSettings[dialect](command.words).map((one) => ({ ...one, exported: one.exported || exports }));
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
