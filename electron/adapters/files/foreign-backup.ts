/** One copy of each edited file as somebody else last left it, so that what Daypass writes can always be taken back. */
import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TextEdit } from '../../core/aws-files/port.ts';
import { makePrivateFolder, replaceFile } from './replace-file.ts';

export class ForeignBackup {
  readonly #folder: string;

  /** `folder` becomes one of mode 0700 with files of mode 0600. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** To be called before a file is replaced. What we wrote ourselves is no foreign state and replaces no copy. */
  async keep(name: string, text: string, copy = text): Promise<void> {
    const ours = await readFile(this.#digestFile(name), 'latin1').catch(() => null);
    if (text === '' || ours === digestOf(text)) return;
    await makePrivateFolder(this.#folder);
    await replaceFile(join(this.#folder, name), Buffer.from(copy, 'latin1'));
  }

  /** To be called after it: this text is ours. */
  async wrote(name: string, text: string): Promise<void> {
    await makePrivateFolder(this.#folder);
    await replaceFile(this.#digestFile(name), Buffer.from(digestOf(text)));
  }

  /** Takes out of the copy what it must not hold; a copy out of which it cannot be taken is removed. */
  async purge(name: string, edit: (text: string) => TextEdit): Promise<void> {
    const file = join(this.#folder, name);
    const text = await readFile(file, 'latin1').catch(() => null);
    if (text === null) return;
    const made = edit(text);
    if (!made.ok) await rm(file, { force: true });
    else if (made.changed) await replaceFile(file, Buffer.from(made.text, 'latin1'));
  }

  #digestFile(name: string): string {
    return join(this.#folder, `${name}.sha256`);
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text, 'latin1').digest('hex');
