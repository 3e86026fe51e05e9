// Builds dist/: the renderer, the main process and the preload script, each complete in itself, so that the package
// carries no node_modules. Everything is built for the older of the two Electrons (33: Chrome 130, Node 20.18).
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build as bundle, type InlineConfig, type Rolldown } from 'vite';
import { writeLicences } from './licences.ts';

const ROOT = resolve(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');
/** Written last, so that its time is that of the last build that went through. */
const STAMP = join(DIST, 'built');
/** Of what each is bundled from, for the licences. */
const PARTS = 'parts.json';
const SOURCES = ['electron', 'renderer', 'build/build.ts', 'build/licences.ts', 'package.json', 'package-lock.json'];

const common = { configFile: false, root: ROOT, logLevel: 'warn' } satisfies InlineConfig;

/** The files that electron reads itself: dist/main.js (an ES module) and dist/preload.cjs (sandboxed: one file). */
function electronSide(input: string, output: Rolldown.OutputOptions, license: { fileName: string } | false) {
  return bundle({
    ...common,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: DIST,
      emptyOutDir: false,
      license,
      sourcemap: true,
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      rolldownOptions: {
        input: join(ROOT, input),
        external: [/^electron(\/|$)/, /^node:/, ...builtinModules],
        output,
      },
    },
  });
}

function renderer() {
  return bundle({
    ...common,
    root: join(ROOT, 'renderer'),
    base: './',
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir: join(DIST, 'renderer'),
      emptyOutDir: true,
      license: { fileName: PARTS },
      modulePreload: false,
      // Every asset stays a file: the page's content security policy knows no data: URLs.
      assetsInlineLimit: 0,
    },
  });
}

export async function build(): Promise<void> {
  const { NODE_ENV } = process.env;
  // Vite and React look at it: a build out of a test would be React's slow development build.
  process.env.NODE_ENV = 'production';
  try {
    await buildAll();
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

async function buildAll(): Promise<void> {
  rmSync(DIST, { recursive: true, force: true });
  await renderer();
  // What main.ts imports dynamically (the AWS SDK above all) becomes a chunk, loaded at its first use.
  await electronSide(
    'electron/main.ts',
    { format: 'es', entryFileNames: 'main.js', chunkFileNames: 'chunks/[name].js' },
    { fileName: PARTS },
  );
  // Of nothing but our own.
  const preload = { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false } as const;
  await electronSide('electron/preload.ts', preload, false);
  writeLicences(join(DIST, 'licences.txt'), [join(DIST, PARTS), join(DIST, 'renderer', PARTS)], ROOT);
  writeFileSync(STAMP, '');
}

/** Builds unless dist/ is newer than everything it is made from. */
export async function buildIfNeeded(): Promise<void> {
  const built = statSync(STAMP, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if ((await newest(SOURCES)) > built) await build();
}

/** The latest change of the files and folders named; a folder's own time tells of files removed from it. */
async function newest(names: readonly string[]): Promise<number> {
  const times = names.map(async (name) => {
    const path = join(ROOT, name);
    const info = await stat(path);
    if (!info.isDirectory()) return info.mtimeMs;
    const below = (await readdir(path)).map((entry) => join(name, entry));
    return Math.max(info.mtimeMs, await newest(below));
  });
  return Math.max(0, ...(await Promise.all(times)));
}

if (process.argv[1] === import.meta.filename) await build();
