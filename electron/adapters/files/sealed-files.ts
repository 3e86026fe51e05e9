/** Sealed texts as single files of mode 0600 in one folder of mode 0700. */
import { existsSync } from 'node:fs';
import { chmod, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SealedFiles } from '../../core/kept/port.ts';
import { readRegular } from './read-regular.ts';
import { fileFailure, makePrivateFolder, replaceFile } from './replace-file.ts';

export function sealedFiles(folder: string): SealedFiles {
  const path = (name: string) => join(folder, `${fileName(name)}.sealed`);
  return {
    async read(name) {
      try {
        return (await readRegular(path(name))).toString('utf8');
      } catch (thrown) {
        if (isNotThere(thrown)) return null;
        throw fileFailure(thrown, path(name), 'read');
      }
    },
    async write(name, sealed) {
      await makePrivateFolder(folder);
      await chmod(folder, 0o700).catch((thrown) => {
        throw fileFailure(thrown, folder);
      });
      await replaceFile(path(name), Buffer.from(sealed));
    },
    async remove(name) {
      await rm(path(name), { force: true }).catch((thrown) => {
        if (isNotThere(thrown)) return;
        throw fileFailure(thrown, path(name));
      });
    },
    async names() {
      const found = await readdir(folder).catch((thrown) => {
        if (isNotThere(thrown)) return [];
        throw fileFailure(thrown, folder, 'read');
      });
      return found.flatMap((file) => nameOf(file) ?? []);
    },
    async setAside() {
      for (let n = 1; ; n++) {
        const aside = `${folder}.${n}`;
        if (existsSync(aside)) continue;
        await rename(folder, aside).catch((thrown) => {
          if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw fileFailure(thrown, folder);
        });
        return;
      }
    },
  };
}

/** Under a name that no file can have, and where no folder is, nothing was ever kept. */
const isNotThere = (thrown: unknown): boolean =>
  ['ENOENT', 'ENAMETOOLONG', 'ENOTDIR'].includes((thrown as NodeJS.ErrnoException).code ?? '');

/** Different names are different files also where upper and lower case are the same, and where a star is no character. */
const fileName = (name: string): string =>
  encodeURIComponent(name).replace(/%[0-9A-F]{2}|[A-Z*]/g, (part) =>
    part.length > 1 ? part : `%${part.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Null of a file that is none of ours. */
function nameOf(file: string): string | null {
  const [, encoded] = /^((?:[^%]|%[0-9A-F]{2})*)\.sealed$/.exec(file) ?? [];
  try {
    const name = encoded === undefined ? null : decodeURIComponent(encoded);
    return name !== null && fileName(name) === encoded ? name : null;
  } catch {
    return null;
  }
}
