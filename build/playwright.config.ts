// End-to-end tests drive the real app on a desktop of its own (build/desktop.sh), one after the other.
import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const ROOT = resolve(import.meta.dirname, '..');

export default defineConfig({
  testDir: resolve(ROOT, 'tests/e2e'),
  outputDir: resolve(ROOT, 'test-results'),
  workers: 1,
  timeout: 60_000,
  // Electron with a keyring that is being locked and unlocked hangs now and then; what passed only at a later try is named
  // at the end.
  retries: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: resolve(ROOT, '.cache/reports/e2e.json') }]],
});
