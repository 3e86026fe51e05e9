// `npm run demo`: the demo with a runtime and a fresh build, on the screen there is or on a desktop of its own.
import { resolve } from 'node:path';
import { buildIfNeeded } from './build.ts';
import { runChild } from './child.ts';
import { describeRuntime, resolveRuntime } from './electron-runtime.ts';

const ROOT = resolve(import.meta.dirname, '..');
const isLinux = process.platform === 'linux';
const hasScreen = !isLinux || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;

process.chdir(ROOT);
const runtime = await resolveRuntime();
await buildIfNeeded();
console.log(describeRuntime(runtime));

const run = (file: string) => [process.execPath, 'build/run.mjs', file, ...process.argv.slice(2)];
// A bus and a keyring of its own in either case, so that the demo neither shows nor touches what is in the person's.
const onOwnDesktop = (...command: string[]) => (isLinux ? ['sh', 'build/desktop.sh', ...command] : command);
const demo = hasScreen
  ? onOwnDesktop(...(isLinux ? ['--screen'] : []), ...run('tests/demo/interactive.ts'))
  : onOwnDesktop(...run('tests/demo/journey.ts'));
const [program = '', ...args] = demo;
process.exitCode = await runChild(program, args, { env: { ...process.env, DAYPASS_ELECTRON: runtime.program } });
