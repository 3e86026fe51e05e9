// `npm run demo`: the demo with a runtime and a fresh build, on the screen there is or on a desktop of its own.
import { resolve } from 'node:path';
import { buildIfNeeded } from './build.ts';
import { runChild } from './child.ts';
import { describeRuntime, resolveRuntime } from './electron-runtime.ts';

const ROOT = resolve(import.meta.dirname, '..');
const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;

process.chdir(ROOT);
const runtime = await resolveRuntime();
await buildIfNeeded();
console.log(describeRuntime(runtime));

const demo = hasScreen
  ? [process.execPath, 'build/run.mjs', 'tests/demo/interactive.ts']
  : ['sh', 'build/desktop.sh', process.execPath, 'build/run.mjs', 'tests/demo/journey.ts'];
const [program = '', ...args] = [...demo, ...process.argv.slice(2)];
process.exitCode = await runChild(program, args, { ...process.env, DAYPASS_ELECTRON: runtime.program });
