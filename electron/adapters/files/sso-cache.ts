/** `~/.aws/sso/cache`, where AWS's tools keep the tokens of IAM Identity Center: no setting moves it. */
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Secret } from '../../core/base/secret.ts';
import type { SsoCache } from '../../core/identity-center/port.ts';
import { readRegular } from './read-regular.ts';
import { fileFailure, makePrivateFolder, replaceFile } from './replace-file.ts';

export const ssoCacheFolder = (home: string): string => join(home, '.aws', 'sso', 'cache');

export function ssoCache(home: string): SsoCache {
  const folder = ssoCacheFolder(home);
  const path = (name: string) => join(folder, `${createHash('sha1').update(name, 'utf8').digest('hex')}.json`);
  return {
    async read(name) {
      try {
        return new Secret((await readRegular(path(name))).toString('utf8'));
      } catch (thrown) {
        if (isNotThere(thrown)) return null;
        throw fileFailure(thrown, path(name), 'read');
      }
    },
    async write(name, text) {
      await makePrivateFolder(folder);
      await replaceFile(path(name), Buffer.from(text.reveal()));
    },
    async remove(name) {
      await rm(path(name), { force: true }).catch((thrown) => {
        if (!isNotThere(thrown)) throw fileFailure(thrown, path(name));
      });
    },
  };
}

const isNotThere = (thrown: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((thrown as NodeJS.ErrnoException).code ?? '');
