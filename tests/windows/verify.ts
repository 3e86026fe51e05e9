/**
 * `npm run verify:windows`: the tests that run on Windows, run on Wine: all of core, the adapters of files and of the
 * Credential Manager, filled by git's own wincred, and daypass.cmd in cmd.exe against a running agent. As root on Debian or
 * Ubuntu; what Wine does otherwise than Windows stands in assets/docs/windows.md.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { vitestOutcome } from '../../build/test-report.ts';
import { debianVersion, makeDebian } from '../desktops/debian.ts';
import { curlFor, nodeFor, projectFor, WINDOWS_PACKAGES, wincredFor } from './windows-programs.ts';
import { Wine, windowsPath } from './wine.ts';

const ROOT = resolve(import.meta.dirname, '../..');

process.env.DAYPASS_DESKTOPS ??= join(ROOT, '.cache/desktops/sid');
makeDebian(process.env.DAYPASS_DESKTOPS, WINDOWS_PACKAGES);
const folder = mkdtempSync(join(tmpdir(), 'daypass-wine-'));
try {
  const [node, wincred, curl, project] = [nodeFor(folder), wincredFor(folder), curlFor(folder), projectFor(folder)];
  console.log(`Wine ${debianVersion('wine')}, git ${debianVersion('git')}, Node for Windows in ${folder}`);
  const wine = await Wine.start(folder);
  copyFileSync(curl.program, join(wine.system32, 'curl.exe'));
  const vitest = async (...args: readonly string[]) => {
    const report = join(folder, 'report.json');
    rmSync(report, { force: true });
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${windowsPath(report)}`];
    const command = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'build/vitest.config.ts', ...reporters];
    const env = {
      DAYPASS_WINE: '1',
      DAYPASS_WINCRED: windowsPath(wincred),
      DAYPASS_CURL_SH: windowsPath(curl.script),
      NO_COLOR: '1',
    };
    return vitestOutcome(report, await wine.run(windowsPath(node), [...command, ...args], env, project));
  };
  try {
    // The same lines as in .github/workflows/test.yml. There is one Credential Manager for all tests.
    const outcomes = [
      await vitest(
        '--project=ports',
        '--project=integration',
        '--no-file-parallelism',
        'tests/ports',
        'windows.test',
        'files-on-disk',
      ),
      await vitest('--project=unit', '--project=component'),
    ];
    const failed = outcomes.flatMap((outcome) => outcome.failed);
    const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
    console.log('');
    const shown = (name: string) => name.replace(`Z:${project}/`, '');
    for (const name of outcomes.flatMap(({ skipped }) => skipped)) console.log(`skipped: ${shown(name)}`);
    for (const name of failed) console.log(`failed: ${shown(name)}`);
    console.log(`${passed} passed, ${failed.length} failed`);
    process.exitCode = failed.length === 0 && passed > 0 ? 0 : 1;
  } finally {
    await wine.end();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
