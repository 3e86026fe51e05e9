/**
 * A program that does nothing but edit the shared credentials file, for as long as it lives: HOME UMASK WHAT [TIMES].
 * It runs on its own, so that it can be killed at any moment, and be another user. It says the number of each edit that
 * it has made.
 */
import { join } from 'node:path';
import { ForeignBackup } from '../../electron/adapters/files/foreign-backup.ts';
import { sealedFiles } from '../../electron/adapters/files/sealed-files.ts';
import { sharedFiles } from '../../electron/adapters/files/shared-files.ts';
import { failureOf } from '../../electron/core/base/failure.ts';
import { versionOf } from './files-version.ts';

const [home = '', umask = '22', what = '', times = 'Infinity'] = process.argv.slice(2);
process.umask(Number.parseInt(umask, 8));
const shared = sharedFiles({}, home, {
  backup: new ForeignBackup(join(home, '.daypass/backup')),
  journal: join(home, '.daypass/unfinished'),
});
const sealed = sealedFiles(join(home, '.daypass/sessions'));

const steps: Record<string, (i: number) => Promise<void>> = {
  /** A whole new version each time, long and short ones in turn. */
  versions: (i) => shared.edit('credentials', () => ({ ok: true, changed: true, text: versionOf(i) })),
  sealed: (i) => sealed.write('p1', versionOf(i)),
  /** One line more each time. */
  lines: (i) =>
    shared.edit('credentials', (text) => ({ ok: true, changed: true, text: `${text}${process.pid} ${i}\n` })),
};
const step = steps[what] ?? (() => Promise.reject(new Error(what)));

for (let i = 0; i < Number(times); i++) {
  try {
    await step(i);
    process.stdout.write(`${i}\n`);
  } catch (thrown) {
    const failure = failureOf(thrown);
    process.stdout.write(`${JSON.stringify(failure)}\n`);
    // With another writer at work it may well give way; with anything else there is no point in going on.
    if (failure.code !== 'file.changed-meanwhile') break;
  }
}
