/**
 * Puts a session's variables on the clipboard, marked as what no history of the clipboard should keep, and clears it after
 * a minute if they are still there.
 */
import { createHash } from 'node:crypto';
import * as electron from 'electron';
import type { Secret } from '../core/base/secret.ts';
import { clipboardMarks } from './clipboard-marks.ts';

const { clipboard } = electron;

const CLEAR_AFTER_MS = 60_000;

export class EnvironmentClipboard {
  /** Only a digest is kept, so that the text lies nowhere else. */
  #copied: string | null = null;

  async copy(lines: Secret<string>): Promise<void> {
    await write(lines.reveal());
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

/** The text and its marks at once: of two that are written one after the other only the second is there. */
async function write(text: string): Promise<void> {
  const { ClipboardItem: Item } = electron as unknown as WithItems;
  // Electron 33, on which only tests run, writes nothing beside a text.
  if (!Item) return clipboard.writeText(text);
  const item = new Item({ 'text/plain': text, ...clipboardMarks(process.platform) });
  await (clipboard as unknown as Writing).write([item]);
}

interface WithItems {
  readonly ClipboardItem?: new (items: Readonly<Record<string, string | Blob>>) => object;
}

interface Writing {
  write(items: readonly object[]): Promise<void>;
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
