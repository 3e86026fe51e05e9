// What a package for Windows has beside the asar: koffi's native module of each processor. npm installs that of its own system
// alone, so they are fetched one by one, and are what package-lock.json says or nothing.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fetchPackage } from './fetch-package.ts';

const LOCK = resolve(import.meta.dirname, '../package-lock.json');

/** Puts it where electron-builder.yml takes it from. Throws where it cannot be had as it should be. */
export function fetchKoffiForWindows(): void {
  const { packages } = JSON.parse(readFileSync(LOCK, 'utf8'));
  for (const arch of ['x64', 'arm64']) {
    const name = `@koromix/koffi-win32-${arch}`;
    fetchPackage(`koffi-win32-${arch}`, { name, ...packages[`node_modules/${name}`] });
  }
}
