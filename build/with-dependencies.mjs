// Makes node_modules what package-lock.json says, then runs the TypeScript file named, if one is: this way every npm
// script works in a fresh clone. It needs nothing but Node itself.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const NODE = [20, 19];

/** The packages of a lock file, or undefined where there is none to read. */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Compares contents, not times: a checkout touches the lock file without changing what it asks for. */
function isInstalled() {
  const installed = packagesOf('node_modules/.package-lock.json');
  const wanted = packagesOf('package-lock.json');
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(
    // Optional packages are those of other systems: absent here, and rightly so.
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < NODE[0] || (major === NODE[0] && minor < NODE[1])) {
  console.error(`Node ${NODE.join('.')} or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}
if (!isInstalled()) {
  console.log('Installing the npm packages of package-lock.json …');
  const started = Date.now();
  // On Windows npm is a script, which only a shell can start.
  const { status } = spawnSync('npm ci --no-audit --no-fund --loglevel=error', {
    cwd: ROOT,
    stdio: 'inherit',
    shell: true,
  });
  if (status !== 0) process.exit(status ?? 1);
  console.log(`npm packages installed in ${((Date.now() - started) / 1000).toFixed(0)} s`);
}
if (process.argv.length > 2) await import('./run.mjs');
