// `npm start -- [electron arguments]`: runs the app in the foreground, built first if anything has changed.
import { resolve } from 'node:path';
import { buildIfNeeded } from './build.ts';
import { runChild } from './child.ts';
import { describeRuntime, resolveRuntime } from './electron-runtime.ts';

const ROOT = resolve(import.meta.dirname, '..');

const runtime = await resolveRuntime();
await buildIfNeeded();
console.error(describeRuntime(runtime));

const given = process.argv.slice(2);
// Electron takes the first word that is no option for the app's folder; what follows it is the app's own.
const firstWord = given.findIndex((arg) => !arg.startsWith('-'));
const args = given.toSpliced(firstWord === -1 ? given.length : firstWord, 0, ROOT);
if (process.platform === 'linux' && process.getuid?.() === 0 && !args.includes('--no-sandbox')) {
  // Chromium refuses to start as root with its sandbox.
  console.error('Running as root, hence without the sandbox (--no-sandbox).');
  args.unshift('--no-sandbox');
}
process.exitCode = await runChild(runtime.program, args);
