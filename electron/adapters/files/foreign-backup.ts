/**
 * One copy of each edited file as somebody else last left it, so that what Daypass writes can always be taken back. It
 * holds nothing of ours: a session would live on in it after it has been taken out of the file.
 */
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SharedFile, TextEdit } from '../../core/aws-files/port.ts';
import { withoutOurs } from '../../core/aws-files/without-ours.ts';
import { readRegular } from './read-regular.ts';
import { fileFailure, makePrivateFolder, replaceFile } from './replace-file.ts';

const FILES: readonly SharedFile[] = ['credentials', 'config'];

export class ForeignBackup {
  readonly #folder: string;
  /** Of which text there is a copy: a rehearsal comes before most edits. */
  readonly #copied = new Map<string, string>();

  /** `folder` becomes one of mode 0700 with files of mode 0600. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * To be called before a file is replaced. What we wrote ourselves is no foreign state and replaces no copy. `purge`
   * takes out of what is copied, and of an older copy, what neither must hold.
   */
  async keep(name: SharedFile, text: string, purge?: (text: string) => TextEdit): Promise<void> {
    const digest = digestOf(text);
    const ours = (await this.#read(`${name}.sha256`)) === digest;
    if (!purge && (ours || this.#copied.get(name) === digest)) return;
    await this.#put(name, purged(ours ? await this.#read(name) : text, purge), ours);
    this.#copied.set(name, digest);
  }

  /** To be called after it: this text is ours. */
  async wrote(name: SharedFile, text: string): Promise<void> {
    await makePrivateFolder(this.#folder);
    await replaceFile(join(this.#folder, `${name}.sha256`), Buffer.from(digestOf(text)));
  }

  /** Takes out of the copies what an earlier version may have left in them. */
  async tidy(): Promise<void> {
    for (const name of FILES) await this.#put(name, await this.#read(name), true);
  }

  /** What cannot be freed of what is ours is not kept at all. */
  async #put(name: SharedFile, text: string | null, isThere: boolean): Promise<void> {
    const file = join(this.#folder, name);
    const copy = text && withoutOurs(name, text);
    if (copy && isThere && copy === (await this.#read(name))) return;
    if (copy) {
      await makePrivateFolder(this.#folder);
      await replaceFile(file, Buffer.from(copy, 'latin1'));
    } else {
      await rm(file, { force: true }).catch((thrown) => {
        // Where there is no folder there is no copy.
        if (thrown.code !== 'ENOTDIR') throw fileFailure(thrown, file);
      });
    }
  }

  async #read(name: string): Promise<string | null> {
    const bytes = await readRegular(join(this.#folder, name)).catch(() => null);
    return bytes?.toString('latin1') ?? null;
  }
}

function purged(text: string | null, purge: ((text: string) => TextEdit) | undefined): string | null {
  if (text === null || !purge) return text;
  const made = purge(text);
  return made.ok ? made.text : null;
}

const digestOf = (text: string): string => createHash('sha256').update(text, 'latin1').digest('hex');
