// `npm run verify:NAME`: what is too heavy for every run, or needs programs that not everybody has, by hand.
import { resolve } from 'node:path';
import { build } from './build.ts';
import { runChild } from './child.ts';
import { resolveRuntime } from './electron-runtime.ts';

const ROOT = resolve(import.meta.dirname, '..');

process.chdir(ROOT);
const runtime = await resolveRuntime();
await build();
const playwright = ['node_modules/@playwright/test/cli.js', 'test', '--config', 'build/verify.config.ts'];
process.exitCode = await runChild(process.execPath, [...playwright, ...process.argv.slice(2)], {
  env: { ...process.env, DAYPASS_ELECTRON: runtime.program },
});
