// The writer of files-writer.ts as one plain file, which starts in no time and which everybody may read.
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** In a folder of its own, which is the caller's to remove. */
export async function buildWriter(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'daypass-writer-'));
  const entry = join(import.meta.dirname, 'files-writer.ts');
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: entry, outDir, target: 'node20', rollupOptions: { output: { entryFileNames: 'writer.mjs' } } },
    ssr: { noExternal: true },
  });
  chmodSync(outDir, 0o755);
  return join(outDir, 'writer.mjs');
}
