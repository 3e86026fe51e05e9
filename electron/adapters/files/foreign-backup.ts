/** One copy of each edited file as somebody else last left it, so that what Daypass writes can always be taken back. */
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from './replace-file.ts';

export class ForeignBackup {
  readonly #folder: string;

  /** `folder` becomes one of mode 0700 with files of mode 0600. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** To be called before a file is replaced. What we wrote ourselves is no foreign state and replaces no copy. */
  async keep(name: string, text: string): Promise<void> {
    const ours = await readFile(this.#digestFile(name), 'latin1').catch(() => null);
    if (text === '' || ours === digestOf(text)) return;
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await replaceFile(join(this.#folder, name), Buffer.from(text, 'latin1'));
  }

  /** To be called after it: this text is ours. */
  async wrote(name: string, text: string): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await replaceFile(this.#digestFile(name), Buffer.from(digestOf(text)));
  }

  #digestFile(name: string): string {
    return join(this.#folder, `${name}.sha256`);
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text, 'latin1').digest('hex');
