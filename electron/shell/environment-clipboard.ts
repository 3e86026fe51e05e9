/** Puts a session's variables on the clipboard, and clears it after a minute if they are still there. */
import { createHash } from 'node:crypto';
import { clipboard } from 'electron';
import type { Secret } from '../core/base/secret.ts';

const CLEAR_AFTER_MS = 60_000;

export class EnvironmentClipboard {
  /** Only a digest is kept, so that the text lies nowhere else. */
  #copied: string | null = null;

  async copy(lines: Secret<string>): Promise<void> {
    await clipboard.writeText(lines.reveal());
    this.#copied = digestOf(lines.reveal());
    setTimeout(() => void this.clear(), CLEAR_AFTER_MS).unref();
  }

  /** To be called at the end as well: nobody would do it afterwards. */
  async clear(): Promise<void> {
    const ours = this.#copied;
    this.#copied = null;
    // A promise in newer Electrons, a string in older ones.
    if (ours !== null && digestOf(await clipboard.readText()) === ours) await clipboard.clear();
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
