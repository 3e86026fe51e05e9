// Fetches what a package for Windows has beside the asar: koffi's native module of each processor. npm installs that of its
// own system alone, so they are fetched one by one, and are what package-lock.json says or nothing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');

export const WINDOWS_PROCESSORS = ['x64', 'arm64'] as const;

/** The path of `koffi.node`; electron-builder.yml names it too. Throws where it cannot be had as it should be. */
export function koffiForWindows(arch: (typeof WINDOWS_PROCESSORS)[number]): string {
  const { version, integrity } = locked(`node_modules/@koromix/koffi-win32-${arch}`);
  const folder = join(ROOT, '.cache', `koffi-win32-${arch}`);
  const name = `koromix-koffi-win32-${arch}-${version}.tgz`;
  const archive = join(folder, name);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(archive)) run(`npm pack --silent --ignore-scripts @koromix/koffi-win32-${arch}@${version}`, folder);
  const digest = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (`sha512-${digest}` !== integrity) {
    rmSync(archive);
    throw new Error(`${name} is not what package-lock.json says`);
  }
  run(`tar -xzf ${name}`, folder);
  return join(folder, 'package', `win32_${arch}`, 'koffi.node');
}

function locked(path: string): { readonly version: string; readonly integrity: string } {
  return JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages[path];
}

/** On Windows npm is a script, which only a shell can start. */
function run(command: string, cwd: string): void {
  const { status, stderr } = spawnSync(command, { cwd, shell: true, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} failed: ${stderr.trim()}`);
}
