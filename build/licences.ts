// Writes the licence of every part that is shipped, as the licences ask, each text once. Which are bundled Vite says.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** As Vite's build.license writes it. */
interface Part {
  readonly name: string;
  readonly version: string;
  readonly identifier?: string;
  /** Some packages come without. */
  readonly text?: string;
}

/** What a package carries beside the bundle: the program itself, and on Windows a file that calls the system's functions. */
const CARRIED = [
  ['electron', 'LICENSE'],
  ['koffi', 'LICENSE.txt'],
] as const;

const CHROMIUM =
  'What Electron is made of, Chromium and Node.js above all: LICENSES.chromium.html, in the same folder or beside the program.';

/** `lists` are Vite's, which go. Throws where the licence of a part is not known. */
export function writeLicences(file: string, lists: readonly string[], root: string): void {
  const bundled = lists.flatMap((list): readonly Part[] => JSON.parse(readFileSync(list, 'utf8')));
  const parts = [...CARRIED.map(([name, text]) => carried(name, text, root)), ...bundled];
  for (const list of lists) rmSync(list);
  const named = new Map<string, string[]>();
  for (const part of parts) {
    const text = part.text ?? standardText(part, parts, root);
    named.set(text, [...(named.get(text) ?? []), `${part.name} ${part.version} (${part.identifier})`]);
  }
  const texts = [...named].map(([text, names]) => `${names.sort().join('\n')}\n\n${text}\n`);
  writeFileSync(file, `Daypass is made with these. ${CHROMIUM}\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`);
}

function carried(name: string, text: string, root: string): Part {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { name, version, identifier: license, text: readFileSync(join(folder, text), 'utf8').trim() };
}

function standardText({ name, identifier }: Part, parts: readonly Part[], root: string): string {
  if (identifier === 'MIT') {
    const { author } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
    const holder = typeof author === 'string' ? author : author?.name;
    const text = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
    if (holder) return text.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`);
  }
  // The Apache licence names nobody: it is the same for all.
  const other = identifier === 'Apache-2.0' ? parts.find((part) => part.identifier === identifier && part.text) : null;
  if (other?.text) return other.text;
  throw new Error(`The licence text of ${name} (${identifier}) is not known; it must be in the package.`);
}
