/** What an earlier run was killed over is undone or taken away at the start, before anything is read or written. */
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { resolveLinks } from '../adapters/files/replace-file.ts';
import { ssoCacheFolder } from '../adapters/files/sso-cache.ts';
import { sweepTemporaries } from '../adapters/files/temporary.ts';
import { undoUnfinished } from '../adapters/files/write-in-place.ts';
import { globalPath } from '../adapters/git/config-file.ts';
import type { Ports } from '../core/app/ports.ts';
import type { Failure } from '../core/base/failure.ts';
import { ownFiles } from './ports.ts';

/** A disk that does not answer does not hold up the start. */
const LIMIT_MS = 3_000;

/** Folders of Daypass's own in which files are written. */
const OWN = ['.', 'backup', 'bin', 'endpoint', 'secrets', 'sessions', 'unfinished'];

/** Never rejects; says what could not be undone. */
export async function tidyLeftBehind(home: string, { files }: Pick<Ports, 'files'>): Promise<readonly Failure[]> {
  const { backup, journal } = ownFiles(home);
  const work = async () => {
    const failures = await undoUnfinished(journal);
    const user = homedir();
    const theirs = [
      files.path('credentials'),
      files.path('config'),
      await globalPath(process.env, user),
      join(user, '.git-credentials'),
      join(process.env.XDG_CONFIG_HOME || join(user, '.config'), 'git', 'credentials'),
    ];
    const targets = await Promise.all(theirs.map((path) => resolveLinks(path).catch(() => path)));
    const folders = new Set([
      ...OWN.map((name) => join(home, name)),
      ...targets.map((target) => dirname(target)),
      ssoCacheFolder(user),
    ]);
    await Promise.all([...folders].map(sweepTemporaries));
    await backup.tidy().catch(() => {});
    return failures;
  };
  let limit: NodeJS.Timeout | undefined;
  const late = new Promise<readonly Failure[]>((resolve) => {
    limit = setTimeout(() => resolve([]), LIMIT_MS);
  });
  return Promise.race([work(), late]).finally(() => clearTimeout(limit));
}
