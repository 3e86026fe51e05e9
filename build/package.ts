// `npm run package -- [electron-builder arguments]`: packages a fresh build. Without arguments that is an unpacked
// folder for this system in release/; `--linux`, `--mac` and `--win` make the installers of electron-builder.yml.
import { resolve } from 'node:path';
import { buildIfNeeded } from './build.ts';
import { runChild } from './child.ts';
import { describeRuntime, resolveRuntime } from './electron-runtime.ts';
import { fetchKoffiForWindows } from './koffi-for-windows.ts';

process.chdir(resolve(import.meta.dirname, '..'));
const given = process.argv.slice(2);
const args = [
  '--config',
  'build/electron-builder.yml',
  '--publish',
  'never',
  ...(given.length > 0 ? given : ['--dir']),
];

const runtime = await resolveRuntime();
if (runtime.isSubstitute) {
  console.log(`For trying only: this package holds ${describeRuntime(runtime)}`);
  args.push(`-c.electronDist=${runtime.folder}`, `-c.electronVersion=${runtime.version}`);
}
if (runtime.isSubstitute && !args.includes('--dir')) {
  console.error('Installers are made with the release of Electron only, and it cannot be downloaded here.');
  process.exitCode = 1;
} else {
  await buildIfNeeded();
  const isForWindows =
    process.platform === 'win32' || given.some((word) => /^(?:--win(?:dows)?|-[ml]*w[ml]*)$/.test(word));
  if (isForWindows) fetchKoffiForWindows();
  process.exitCode = await runChild(process.execPath, ['node_modules/electron-builder/cli.js', ...args]);
}
