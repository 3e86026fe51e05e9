// One vitest project for each kind of test; `--project unit` runs one of them.
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const SECOND = 1_000;

const project = (name: string, options: object = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], environment: 'node', ...options },
});

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  plugins: [react()],
  test: {
    // Only to end what hangs: a loaded machine must not turn a test red.
    testTimeout: 300 * SECOND,
    hookTimeout: 300 * SECOND,
    maxWorkers: 2,
    projects: [
      project('unit'),
      // Random months of the whole graph, by far the longest of all, and nothing in it waits for a clock.
      project('calendar', { setupFiles: ['build/give-way.ts'] }),
      project('ports'),
      project('component', { environment: 'jsdom' }),
      project('integration'),
      project('security'),
    ],
  },
});
