/** AWS's shared files on disk. */
import type { Failure } from '../base/failure.ts';

export type SharedFile = 'credentials' | 'config';

/** What an edit makes of a file's text, or why it makes nothing. */
export type TextEdit =
  | { readonly ok: true; readonly text: string; readonly changed: boolean }
  | { readonly ok: false; readonly failure: Failure };

/** AWS's shared files. Text is bytes: one character for each byte, so that what is not UTF-8 survives. */
export interface SharedFiles {
  path(file: SharedFile): string;
  /** The empty string where there is no file. */
  read(file: SharedFile): Promise<string>;
  /**
   * Reads, edits and replaces the file with mode 0600, as a whole, or rejects with a FailureError and changes nothing.
   * With `purge`, what is taken out stays in no copy of ours: it is what makes an older copy of the file fit to be kept.
   */
  edit(file: SharedFile, edit: (text: string) => TextEdit, purge?: (copy: string) => TextEdit): Promise<void>;
  /** All of an edit but its last step: rejects with what would refuse it, as far as that can be known before. */
  rehearse(file: SharedFile, edit: (text: string) => TextEdit): Promise<void>;
}

/** What is of AWS's files beside their text. */
export interface FilePlaces {
  /** What others may do more with than they should; of a secret file also that they may read it. Their owner's alone. */
  loose(secret: readonly SharedFile[]): Promise<readonly LooseFile[]>;
  /** Rejects with a FailureError. */
  tighten(files: readonly LooseFile[]): Promise<void>;
  isThere(program: string): Promise<boolean>;
}

export interface LooseFile {
  readonly path: string;
  /** The twelve bits of POSIX. */
  readonly mode: number;
  readonly wanted: number;
}
