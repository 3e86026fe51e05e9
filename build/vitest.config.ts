// One vitest project for each kind of test; `--project unit` runs one of them.
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const SECOND = 1_000;

/** The real programs of these need their time on a busy machine, and a hang must end all the same. */
const patient = { testTimeout: 60 * SECOND, hookTimeout: 60 * SECOND } as const;

const project = (name: string, options: object = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], environment: 'node', ...options },
});

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  plugins: [react()],
  test: {
    // Pure code has no time limit worth having: a loaded machine must not turn a test red.
    testTimeout: 30 * SECOND,
    maxWorkers: 2,
    projects: [
      project('unit'),
      project('ports'),
      project('component', { environment: 'jsdom' }),
      // After the others: these start processes, and measure some of what they do.
      project('integration', { ...patient, sequence: { groupOrder: 1 } }),
      project('security', { ...patient, sequence: { groupOrder: 1 } }),
    ],
  },
});
