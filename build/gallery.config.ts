// The gallery: the page as it is built, scene after scene, each worker with one Electron. A test passes the first time or
// it has failed.
import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const ROOT = resolve(import.meta.dirname, '..');
const SECOND = 1_000;

export default defineConfig({
  testDir: resolve(ROOT, 'tests/gallery'),
  outputDir: resolve(ROOT, '.cache/gallery/results'),
  globalSetup: resolve(ROOT, 'tests/gallery/set-up.ts'),
  snapshotPathTemplate: resolve(ROOT, 'tests/gallery/pins/{arg}{ext}'),
  // A pin is made by `npm run pins` alone.
  updateSnapshots: 'none',
  workers: 2,
  fullyParallel: true,
  // Only to end what hangs: a loaded machine must not turn a test red.
  timeout: 120 * SECOND,
  use: { actionTimeout: 30 * SECOND },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: resolve(ROOT, '.cache/reports/gallery.json') }]],
});
