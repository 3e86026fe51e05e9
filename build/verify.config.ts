// As the end-to-end tests, for what is run by hand.
import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import config from './playwright.config.ts';

export default defineConfig(config, {
  testDir: resolve(import.meta.dirname, '../tests/verify'),
  reporter: 'list',
});
