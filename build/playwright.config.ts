// End-to-end tests drive the real app, each worker on a desktop of its own. A test passes the first time or it has failed.
import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const ROOT = resolve(import.meta.dirname, '..');
const SECOND = 1_000;

export default defineConfig({
  testDir: resolve(ROOT, 'tests/e2e'),
  outputDir: resolve(ROOT, 'test-results'),
  // They wait more than they work.
  workers: 2,
  fullyParallel: true,
  // Only to end what hangs: a loaded machine must not turn a test red.
  timeout: 300 * SECOND,
  expect: { timeout: 90 * SECOND },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: resolve(ROOT, '.cache/reports/e2e.json') }]],
});
