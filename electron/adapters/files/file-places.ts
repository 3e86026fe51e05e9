/** Who may do what with AWS's files, by the bits of POSIX; on Windows a home is its owner's, and nothing is said of it. */
import { constants } from 'node:fs';
import { access, chmod, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FilePlaces, LooseFile, SharedFile } from '../../core/aws-files/port.ts';
import { fileFailure, resolveLinks } from './replace-file.ts';

const OTHERS_WRITE = 0o002;
const GROUP_WRITES = 0o020;
const OTHERS_AND_GROUP = 0o077;

/** `home` is the person's. */
export function filePlaces(path: (file: SharedFile) => string, home: string): FilePlaces {
  return {
    async loose(secret) {
      if (process.platform === 'win32') return [];
      const files = (['credentials', 'config'] as const).map((file) => ({
        file: path(file),
        isSecret: secret.includes(file),
      }));
      // A folder that somebody has chosen may be shared for a reason.
      const own = join(home, '.aws');
      const folders = files.some(({ file }) => dirname(file) === own) ? [{ file: own, isSecret: false }] : [];
      const found = await Promise.all([...folders, ...files].map(({ file, isSecret }) => looseAt(file, isSecret)));
      return found.filter((one) => one !== null);
    },

    async tighten(files) {
      for (const { path: file, wanted } of files) {
        await chmod(file, wanted).catch((thrown) => {
          throw fileFailure(thrown, file);
        });
      }
    },

    isThere: (program) =>
      access(program, process.platform === 'win32' ? constants.F_OK : constants.X_OK).then(
        () => true,
        () => false,
      ),
  };
}

/** Null for what is not there, and for somebody else's, which is not ours to change. */
async function looseAt(path: string, isSecret: boolean): Promise<LooseFile | null> {
  const target = await resolveLinks(path).catch(() => path);
  const found = await stat(target).catch(() => null);
  if (!found || found.uid !== process.getuid?.()) return null;
  const mode = found.mode & 0o7777;
  // On many systems everybody has a group of their own, in which nobody else is.
  const shared = found.gid === found.uid ? 0 : GROUP_WRITES;
  const tooMuch = isSecret ? OTHERS_AND_GROUP : OTHERS_WRITE | shared;
  const nobodys = isSecret ? OTHERS_AND_GROUP : OTHERS_WRITE | GROUP_WRITES;
  return mode & tooMuch ? { path: target, mode, wanted: mode & ~nobodys } : null;
}
