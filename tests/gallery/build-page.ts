/** Bundles the scenes into the one file that the window of the gallery runs before the page: .cache/gallery/page.cjs. */
import { resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

export const buildPage = () =>
  build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    build: {
      target: 'chrome130',
      outDir: '.cache/gallery',
      emptyOutDir: false,
      minify: false,
      lib: { entry: 'tests/gallery/page.ts', formats: ['iife'], name: 'scenes', fileName: () => 'page.cjs' },
    },
  });
