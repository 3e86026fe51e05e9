// Pins the main scenes as they look now, for the Chromium of this machine's Electron: tests/gallery/pins.
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from './build.ts';
import { runChild } from './child.ts';
import { resolveRuntime } from './electron-runtime.ts';

const ROOT = resolve(import.meta.dirname, '..');

process.chdir(ROOT);
process.env.DAYPASS_ELECTRON = (await resolveRuntime()).program;
await build();
// Layouts of scenes that are no longer pinned go; other Chromiums' pictures would be of the page before.
rmSync(resolve(ROOT, 'tests/gallery/pins'), { recursive: true, force: true });
const playwright = ['node_modules/@playwright/test/cli.js', 'test', '--config', 'build/gallery.config.ts'];
process.exitCode = await runChild(process.execPath, [
  ...playwright,
  '--update-snapshots=all',
  '--workers=1',
  'pins.spec.ts',
]);
