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
