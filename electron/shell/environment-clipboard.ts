/**
 * Puts a session's variables on the clipboard, marked as what no history of the clipboard should keep, and clears it after
 * a minute if they are still there. Where they cannot be marked, nothing is copied before the person knows.
 */
import { createHash } from 'node:crypto';
import { FailureError } from '../core/base/failure.ts';
import type { Secret } from '../core/base/secret.ts';

const CLEAR_AFTER_MS = 60_000;

/** Newer Electrons answer with promises, older ones at once. */
export interface SystemClipboard {
  /** The text and what marks it as a secret. Rejects where both cannot be written. */
  writeMarked(text: string): Promise<void>;
  writeText(text: string): unknown;
  readText(): string | Promise<string>;
  clear(): unknown;
}

export class EnvironmentClipboard {
  readonly #system: SystemClipboard;
  /** Only a digest is kept, so that the text lies nowhere else. */
  #copied: string | null = null;

  constructor(system: SystemClipboard) {
    this.#system = system;
  }

  /** Rejects with clipboard.unmarked where that cannot be, unless `unmarked`: the person knows it. */
  async copy(lines: Secret<string>, unmarked: boolean): Promise<void> {
    await this.#write(lines.reveal(), unmarked);
    this.#copied = digestOf(lines.reveal());
    setTimeout(() => void this.clear(), CLEAR_AFTER_MS).unref();
  }

  /** To be called at the end as well: nobody would do it afterwards. */
  async clear(): Promise<void> {
    const ours = this.#copied;
    this.#copied = null;
    if (ours !== null && digestOf(await this.#system.readText()) === ours) await this.#system.clear();
  }

  async #write(text: string, unmarked: boolean): Promise<void> {
    try {
      await this.#system.writeMarked(text);
    } catch (cause) {
      if (!unmarked) throw new FailureError('clipboard.unmarked', {}, { cause });
      await this.#system.writeText(text);
    }
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
