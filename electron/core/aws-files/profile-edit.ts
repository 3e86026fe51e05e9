/** What comes of an edit: the new text of the whole file, or why there is none. */
import type { Bytes } from '../base/bytes.ts';
import type { Flaw, FlawReason } from './section.ts';

export type RefusalReason =
  | FlawReason
  /** A name that we do not write: see profile-name.ts. */
  | 'bad-name'
  /** A value that cannot stand in such a file. The value itself is never repeated. */
  | 'bad-value'
  /** A NUL byte: no text, or text in UTF-16. */
  | 'nul-byte'
  /** The section exists and Daypass did not make it. */
  | 'not-ours'
  /** The section says that it is ours but holds a key that is no session's. */
  | 'long-term-key'
  /** A header that some tools take for our section's and others do not, as `[ name ]`. */
  | 'look-alike-section'
  /** botocore and the SDK for JavaScript read different things at our section. */
  | 'ambiguous';

export interface Refusal {
  readonly reason: RefusalReason;
  /** From 1. Absent where no line of the file is at fault. */
  readonly line?: number;
  readonly section?: string;
}

export type ProfileEdit =
  | {
      readonly ok: true;
      readonly text: Bytes;
      readonly changed: boolean;
      /** The edit is safe, but a parser refuses this file all the same, and did so before. */
      readonly flaw?: Flaw;
    }
  | { readonly ok: false; readonly refusal: Refusal };
