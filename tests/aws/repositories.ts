// Guarantees: bare repositories in folders, each belonging to one account and region, as CodeCommit's do.
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { serverEnvironment } from './git-http-backend.ts';

export class Repositories {
  readonly #folder: string;
  readonly #known = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  path(name: string, region: string, accountId: string): string {
    return join(this.#folder, accountId, region, `${name}.git`);
  }

  find(name: string, region: string, accountId: string): string | undefined {
    const path = this.path(name, region, accountId);
    return this.#known.has(path) ? path : undefined;
  }

  /** Makes an empty repository and gives its folder. */
  async add(name: string, region: string, accountId: string): Promise<string> {
    if (!/^[\w.-]{1,100}$/.test(name) || name.endsWith('.git')) throw new Error(`not a repository name: ${name}`);
    const path = this.path(name, region, accountId);
    await mkdir(dirname(path), { recursive: true });
    const init = ['init', '--quiet', '--bare', '--initial-branch=main', path];
    await promisify(execFile)('git', init, { env: serverEnvironment(this.#folder) });
    this.#known.add(path);
    return path;
  }
}
