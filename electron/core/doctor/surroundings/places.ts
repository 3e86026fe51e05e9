/** The environments in which programs are started: the terminal that asks, Daypass's own, and the one that each shell's files make. */
import type { SettingFlaw } from './raw-setting.ts';
import { type Reads, type Setting, type StartFile, settingsIn } from './start-file.ts';
import type { Variable } from './variable.ts';

export interface Seen {
  readonly shown: string;
  readonly flaw: SettingFlaw;
  /** Null where it is in an environment that is there, not in a file. */
  readonly setting: Setting | null;
}

export interface Place {
  readonly seen: ReadonlyMap<string, Seen>;
  /** All that there is, so that what is missing is missing; in files something may be set in a way that cannot be read. */
  readonly whole: boolean;
}

export const settingsOf = (files: readonly StartFile[]): readonly Setting[] => files.flatMap(settingsIn);

const SHELLS: readonly Reads[] = ['bash', 'zsh', 'fish', 'csh', 'powershell', 'session'];

export function placeOf(variables: readonly Variable[]): Place {
  const seen = variables.map(({ name, ...rest }) => [name, { ...rest, setting: null }] as const);
  return { seen: new Map(seen), whole: true };
}

/** One for each shell; what a session sets is in all of them. */
export function placesOf(settings: readonly Setting[]): readonly Place[] {
  return SHELLS.map((shell) => {
    const seen = new Map<string, Seen>();
    for (const setting of settings.filter(({ reads }) => reads === shell || reads === 'session')) {
      if (setting.shown === null) seen.delete(setting.name);
      else seen.set(setting.name, { shown: setting.shown, flaw: setting.flaw, setting });
    }
    return { seen, whole: false };
  });
}

export const lineOf = ({ path, line, name, shown }: Setting): string => `${path}:${line}: ${name}=${shown}`;

/** Where a variable of this place comes from: the line that sets it in a file, or those that set an environment's so. */
export function linesOf({ seen }: Place, name: string, settings: readonly Setting[]): readonly Setting[] {
  const one = seen.get(name);
  if (one?.setting) return [one.setting];
  return settings.filter((setting) => setting.name === name && setting.shown === one?.shown);
}
