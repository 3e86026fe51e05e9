/** AWS's shared files in memory, with the rules of the real ones: whole edits, one after another, on the latest text. */

import type { SharedFile, SharedFiles, TextEdit } from '../../electron/core/aws-files/port.ts';
import { withoutOurs } from '../../electron/core/aws-files/without-ours.ts';
import { type FailureCode, FailureError } from '../../electron/core/base/failure.ts';

export class FakeSharedFiles implements SharedFiles {
  texts: Record<SharedFile, string> = { credentials: '', config: '' };
  /** The copy that is kept of a file before it is replaced, as the real ones do. */
  readonly copies: Partial<Record<SharedFile, string>> = {};
  /** How many times a text was replaced. */
  writes = 0;
  /** Every write is refused with this, as on a full disk. */
  broken: FailureCode | null = null;
  #last: Promise<unknown> = Promise.resolve();

  path(file: SharedFile): string {
    return `/home/ann/.aws/${file}`;
  }

  async read(file: SharedFile): Promise<string> {
    return this.texts[file];
  }

  edit(
    file: SharedFile,
    edit: (text: string) => TextEdit,
    purge: (copy: string) => TextEdit = (copy) => ({ ok: true, text: copy, changed: false }),
  ): Promise<void> {
    const work = async () => this.#edit(file, edit, purge);
    const turn = this.#last.then(work, work);
    this.#last = turn.catch(() => {});
    return turn;
  }

  async rehearse(file: SharedFile, edit: (text: string) => TextEdit): Promise<void> {
    const path = this.path(file);
    const made = edit(this.texts[file]);
    if (!made.ok) throw new FailureError(made.failure.code, { path, ...made.failure.params });
    if (made.changed && this.broken) throw new FailureError(this.broken, { path, reason: 'EIO' });
  }

  #edit(file: SharedFile, edit: (text: string) => TextEdit, purge: (copy: string) => TextEdit): void {
    const path = this.path(file);
    for (let tries = 0; tries < 5; tries++) {
      const before = this.texts[file];
      const made = edit(before);
      if (!made.ok) throw new FailureError(made.failure.code, { path, ...made.failure.params });
      if (!made.changed) return;
      if (this.texts[file] !== before) continue;
      if (this.broken) throw new FailureError(this.broken, { path, reason: 'EIO' });
      this.texts[file] = made.text;
      const copy = purge(before);
      const kept = copy.ok ? withoutOurs(file, copy.text) : null;
      if (kept) this.copies[file] = kept;
      else delete this.copies[file];
      this.writes++;
      return;
    }
    throw new FailureError('file.changed-meanwhile', { path });
  }
}
