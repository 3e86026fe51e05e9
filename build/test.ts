// `npm test` after its preparations: every check and every test in order, each with its time, whatever fails on the
// way; then what was skipped and what failed, and one last line `N passed, N failed`. A check counts as one test.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from './build.ts';
import { runChild } from './child.ts';
import { describeRuntime, resolveRuntime } from './electron-runtime.ts';
import type { Outcome } from './test-report.ts';
import { playwrightOutcome, vitestOutcome } from './test-report.ts';

const ROOT = resolve(import.meta.dirname, '..');
const REPORTS = join(ROOT, '.cache/reports');
const isLinux = process.platform === 'linux';

process.chdir(ROOT);
/** `npm test -- lint vitest` runs these two, and what they need. */
const only = process.argv.slice(2);
const needed = ['electron', 'build'];
const PACKAGE = '.cache/package';
const outcomes: Outcome[] = [];

/** Runs one stage unless others were named on the command line; what it throws is its failure. */
async function stage(name: string, work: () => Promise<Outcome>): Promise<void> {
  if (only.length > 0 && ![...only, ...needed].includes(name)) return;
  console.log(`\n── ${name}`);
  const begun = performance.now();
  const outcome = await work().catch((thrown): Outcome => {
    console.error(thrown instanceof Error ? thrown.message : thrown);
    return { passed: 0, failed: [name], skipped: [] };
  });
  outcomes.push(outcome);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${outcome.failed.length === 0 ? '✓' : '✗'} ${name} · ${seconds} s`);
}

async function check(name: string, program: string, ...args: string[]): Promise<Outcome> {
  const isGood = (await runChild(program, args)) === 0;
  return { passed: isGood ? 1 : 0, failed: isGood ? [] : [name], skipped: [] };
}

/** A program of node_modules by the path of its script, which every system can start. */
const node = (name: string, script: string, ...args: string[]) =>
  check(name, process.execPath, join('node_modules', script), ...args);

/** Tests keep to themselves: on Linux they have a desktop, keyring and home of their own. */
const tests = (script: string, ...args: string[]) => {
  const command = [process.execPath, join('node_modules', script), ...args];
  const [program = '', ...rest] = isLinux ? ['sh', 'build/desktop.sh', ...command] : command;
  return runChild(program, rest);
};

/** Our shell scripts, known by their first line or their name. */
function shellScripts(): string[] {
  const files = ['build', 'assets/bin', 'assets/completion', '.ci'].flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(folder, entry.name)),
  );
  return files.filter((file) => file.endsWith('.bash') || /^#!.*\b(ba)?sh\n/.test(readFileSync(file, 'latin1')));
}

const sources = ['unit', 'ports', 'component', 'calendar'];
const projects = isLinux ? [...sources, 'integration', 'security'] : sources;

rmSync(REPORTS, { recursive: true, force: true });
await stage('types', () => node('types', 'typescript/bin/tsc', '-b'));
await stage('types-33', () => node('types-33', 'typescript/bin/tsc', '-p', 'build/tsconfig.e33.json'));
await stage('lint', () => node('lint', '@biomejs/biome/bin/biome', 'check', '.'));
if (isLinux) await stage('shell', () => check('shell', 'shellcheck', ...shellScripts()));
await stage('electron', async () => {
  const runtime = await resolveRuntime();
  console.log(describeRuntime(runtime));
  process.env.DAYPASS_ELECTRON = runtime.program;
  return { passed: 1, failed: [], skipped: [] };
});
await stage('build', async () => {
  await build();
  return { passed: 1, failed: [], skipped: [] };
});
await stage('vitest', async () => {
  const report = join(REPORTS, 'vitest.json');
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = await tests('vitest/vitest.mjs', 'run', '--config', 'build/vitest.config.ts', ...chosen, ...reporters);
  return vitestOutcome(report, status);
});
if (isLinux) {
  // Tests of the hardened package find it by this variable.
  process.env.DAYPASS_PACKAGED = resolve(PACKAGE, 'linux-unpacked/daypass');
  await stage('package', () =>
    check(
      'package',
      process.execPath,
      'build/run.mjs',
      'build/package.ts',
      '--dir',
      `-c.directories.output=${PACKAGE}`,
    ),
  );
  await stage('e2e', async () => {
    const status = await tests('@playwright/test/cli.js', 'test', '--config', 'build/playwright.config.ts');
    return playwrightOutcome(join(REPORTS, 'e2e.json'), status);
  });
}

const skipped = outcomes.flatMap((outcome) => outcome.skipped);
const failed = outcomes.flatMap((outcome) => outcome.failed);
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
console.log('');
for (const name of skipped) console.log(`skipped: ${name}`);
for (const name of failed) console.log(`failed: ${name}`);
console.log(`${passed} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 && passed > 0 ? 0 : 1;
