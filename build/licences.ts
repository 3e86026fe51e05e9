// Writes the licence of every part that is bundled, as the licences ask, each text once. Which parts they are Vite says.
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

/** `lists` are Vite's, which go. Throws where the licence of a part is not known. */
export function writeLicences(file: string, lists: readonly string[], root: string): void {
  const parts = lists.flatMap((list): readonly Part[] => JSON.parse(readFileSync(list, 'utf8')));
  for (const list of lists) rmSync(list);
  const named = new Map<string, string[]>();
  for (const part of parts) {
    const text = part.text ?? standardText(part, parts, root);
    named.set(text, [...(named.get(text) ?? []), `${part.name} ${part.version} (${part.identifier})`]);
  }
  const texts = [...named].map(([text, names]) => `${names.sort().join('\n')}\n\n${text}\n`);
  writeFileSync(file, `Daypass is made with these:\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`);
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
