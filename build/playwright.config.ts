// End-to-end tests drive the real app on a desktop of its own (build/desktop.sh), one after the other.
import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const ROOT = resolve(import.meta.dirname, '..');

export default defineConfig({
  testDir: resolve(ROOT, 'tests/e2e'),
  outputDir: resolve(ROOT, 'test-results'),
  workers: 1,
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: resolve(ROOT, '.cache/reports/e2e.json') }]],
});
