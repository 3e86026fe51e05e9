/** `~/.netrc`, which the HTTP library of git reads before git asks any helper. */
import { join } from 'node:path';
import { readRegular } from '../files/read-regular.ts';

/** Null where there is none, or none that can be read. The text holds passwords: look for host names and let go of it. */
export async function readNetrc(
  env: NodeJS.ProcessEnv,
  home: string,
  platform = process.platform,
): Promise<{ readonly path: string; readonly text: string } | null> {
  const root = env.HOME || home;
  for (const name of platform === 'win32' ? ['.netrc', '_netrc'] : ['.netrc']) {
    const path = join(root, name);
    const text = (await readRegular(path).catch(() => null))?.toString('utf8') ?? null;
    if (text !== null) return { path, text };
  }
  return null;
}
