// How much the page loads, compressed: a part of it that is loaded too soon, or a library that weighs too much, is seen by
// its bytes. Sizes alone are measured, never times.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const ASSETS = resolve(import.meta.dirname, '../dist/renderer/assets');

/** In bytes of gzip -9. More than half of the first is React; of texts, the language that needs the most counts. */
const LIMITS = [
  { part: 'the first screen', files: /^index-.*\.(js|css)$/, limit: 90_000 },
  { part: 'its texts', files: /^first-.*\.js$/, limit: 5_800, ofLanguages: true },
  { part: 'all other screens', files: /^OtherScreen-.*\.(js|css)$/, limit: 31_000 },
  { part: 'all other texts', files: /^page-.*\.js$/, limit: 30_500, ofLanguages: true },
];

/** What is larger than it may be, a line each; what is of no part may not be there at all. */
export function tooLarge(): readonly string[] {
  const all = readdirSync(ASSETS).filter((file) => /\.(js|css)$/.test(file));
  const stray = all.filter((file) => !LIMITS.some(({ files }) => files.test(file)));
  const larger = LIMITS.flatMap(({ part, files, limit, ofLanguages }) => {
    const sizes = all.filter((file) => files.test(file)).map(sizeOf);
    const size = ofLanguages ? Math.max(...sizes) : sizes.reduce((sum, one) => sum + one, 0);
    console.log(`${part}: ${size} of ${limit} bytes`);
    return size > 0 && size <= limit ? [] : [`${part}: ${size} bytes compressed, and ${limit} are allowed`];
  });
  return [...stray.map((file) => `${file} is of no part of the page`), ...larger];
}

const sizeOf = (file: string) => gzipSync(readFileSync(join(ASSETS, file)), { level: 9 }).length;
