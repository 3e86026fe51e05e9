/** What the doctor asks of the computer, one interface a world. */
import type { StartFile } from './surroundings/start-file.ts';

/** The files that shells and sessions read when they start. */
export interface StartFiles {
  /** Those that there are, with the files that they read in turn. Never rejects. */
  read(): Promise<readonly StartFile[]>;
  /** Keeps a dated copy, then replaces the text if it is still `before`. Rejects with FailureError file.*; the file is then as it was. */
  replace(path: string, before: string, after: string): Promise<void>;
}

/** A program that was looked for, where it was found. */
export interface FoundProgram {
  readonly name: string;
  readonly path: string;
  /** Where its links lead. */
  readonly real: string;
}

/** The programs of this computer. Nothing here rejects. */
export interface Programs {
  /** In the order of the folders, as a shell would find them; `path` is as in the variable. */
  onPath(names: readonly string[], path: string): Promise<readonly FoundProgram[]>;
  /** In the folders into which installers put programs, whether they are on a PATH or not. */
  elsewhere(names: readonly string[]): Promise<readonly FoundProgram[]>;
  /** What `PROGRAM --version` prints, its first line; null where it says nothing in a moment. */
  versionOf(path: string): Promise<string | null>;
  /** Whether two files have the same text. */
  areSame(one: string, other: string): Promise<boolean>;
  /** Whether there is a file or a folder. */
  exists(path: string): Promise<boolean>;
}

export interface DesktopState {
  /** Whether it shows tray icons. */
  readonly tray: boolean;
  /** 'silent': it takes them and shows none, as a person has told it. */
  readonly notifications: 'shown' | 'silent' | 'no-answer' | 'none';
}

export interface Desktop {
  /** Never rejects. */
  state(): Promise<DesktopState>;
}
