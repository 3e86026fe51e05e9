// `npm test` after its preparations: every check and every test, each with its time, whatever fails on the way; then what
// was skipped and what failed, and one last line `N passed, N failed`. A check counts as one test. The end-to-end tests
// wait more than they work, so what only computes runs beside them, and gives way to them.
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from './build.ts';
import { type ChildOptions, runChild } from './child.ts';
import { describeRuntime, resolveRuntime } from './electron-runtime.ts';
import { tooLarge } from './size.ts';
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

/** Unless others were named on the command line. */
const isWanted = (name: string) => only.length === 0 || [...only, ...needed].includes(name);

/** Runs a stage; what it throws is its failure. The result is told, and counted, when `tell` is called. */
async function run(name: string, work: () => Promise<Outcome>): Promise<{ tell(): void }> {
  const begun = performance.now();
  const outcome = await work().catch((thrown): Outcome => {
    console.error(thrown instanceof Error ? thrown.message : thrown);
    return { passed: 0, failed: [name], skipped: [] };
  });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  return {
    tell() {
      outcomes.push(outcome);
      console.log(`${outcome.failed.length === 0 ? '✓' : '✗'} ${name} · ${seconds} s`);
    },
  };
}

async function stage(name: string, work: () => Promise<Outcome>): Promise<void> {
  if (!isWanted(name)) return;
  console.log(`\n── ${name}`);
  (await run(name, work)).tell();
}

/** Begins a stage beside those that follow, to which it gives way. The returned function waits for it and prints it. */
function beside(name: string, work: (options: ChildOptions) => Promise<Outcome>): () => Promise<void> {
  if (!isWanted(name)) return async () => {};
  mkdirSync(REPORTS, { recursive: true });
  const log = join(REPORTS, `${name}.log`);
  const out = openSync(log, 'w');
  const running = run(name, () => work({ out, isPatient: true }));
  return async () => {
    const ended = await running;
    closeSync(out);
    console.log(`\n── ${name}`);
    console.log(readFileSync(log, 'utf8'));
    ended.tell();
  };
}

async function check(name: string, program: string, ...args: string[]): Promise<Outcome> {
  const isGood = (await runChild(program, args)) === 0;
  return { passed: isGood ? 1 : 0, failed: isGood ? [] : [name], skipped: [] };
}

/** A program of node_modules by the path of its script, which every system can start. */
const node = (name: string, script: string, ...args: string[]) =>
  check(name, process.execPath, join('node_modules', script), ...args);

const vitest = (options: ChildOptions, ...args: string[]) => {
  const command = [process.execPath, 'node_modules/vitest/vitest.mjs', 'run', '--config', 'build/vitest.config.ts'];
  // Tests keep to themselves: on Linux they have a desktop, keyring and home of their own.
  const [program = '', ...rest] = isLinux ? ['sh', 'build/desktop.sh', ...command, ...args] : [...command, ...args];
  return runChild(program, rest, options);
};

/** The tests in `tests/NAME`, as build/CONFIG has them run. */
async function playwright(name: string, config: string): Promise<Outcome> {
  const cli = ['node_modules/@playwright/test/cli.js', 'test', '--config', join('build', config)];
  const status = await runChild(process.execPath, cli);
  return playwrightOutcome(join(REPORTS, `${name}.json`), status, `tests/${name}`);
}

/** Our shell scripts, known by their first line or their name. */
function shellScripts(): string[] {
  const files = ['build', 'assets/bin', 'assets/completion', '.ci'].flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(folder, entry.name)),
  );
  return files.filter((file) => /\.(ba)?sh$/.test(file) || /^#!.*\b(ba)?sh\n/.test(readFileSync(file, 'latin1')));
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
await stage('size', async () => {
  const larger = tooLarge();
  for (const line of larger) console.error(line);
  return larger.length === 0 ? { passed: 1, failed: [], skipped: [] } : { passed: 0, failed: ['size'], skipped: [] };
});
const vitestEnds = beside('vitest', async (options) => {
  const report = join(REPORTS, 'vitest.json');
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = await vitest(options, ...chosen, ...reporters);
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
  await stage('e2e', () => playwright('e2e', 'playwright.config.ts'));
  await stage('gallery', () => playwright('gallery', 'gallery.config.ts'));
}
await vitestEnds();

const skipped = outcomes.flatMap((outcome) => outcome.skipped);
const failed = outcomes.flatMap((outcome) => outcome.failed);
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
console.log('');
for (const name of skipped) console.log(`skipped: ${name}`);
for (const name of failed) console.log(`failed: ${name}`);
console.log(`${passed} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 && passed > 0 ? 0 : 1;
