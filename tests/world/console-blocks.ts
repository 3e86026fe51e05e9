// What a page of the guide has a person type into a terminal, and what they see: its ```console blocks, in which `$ ` begins a
// command, and six digits under it are a code that is typed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const GUIDE = join(import.meta.dirname, '../../assets/docs/guide');
/** Each goes on where the one before ended; the one that removes everything is the last. */
export const PAGES = ['start', 'git', 'command-line', 'doctor', 'teams', 'security'] as const;

export interface Step {
  readonly command: string;
  readonly typesCode: boolean;
  readonly shown: string;
}

export const consoleBlocks = (file: string): readonly string[] =>
  [...readFileSync(join(GUIDE, file), 'utf8').matchAll(/^```console\n(.*?)^```$/gms)].map(
    ([, block]) => block as string,
  );

export const stepsOf = (blocks: readonly string[]): readonly Step[] =>
  blocks
    .flatMap((block) => block.split(/^\$ /m).slice(1))
    .map((text) => {
      const [command = '', ...lines] = text.trimEnd().split('\n');
      const typesCode = /^\d{6}$/.test(lines[0] ?? '');
      return { command, typesCode, shown: lines.slice(typesCode ? 1 : 0).join('\n') };
    });

/** Numbers are of the day; `…` stands for what is left out of a line, and alone in it for lines. */
export function isShown(shown: string, actual: string): boolean {
  const pattern = shown
    .split('\n')
    .map((line) => (line.trim() === '…' ? '(?:.*\n)*?' : `${lineLike(line)}\n`))
    .join('');
  return new RegExp(`^${pattern}$`).test(`${actual}\n`);
}

const lineLike = (line: string): string =>
  line
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/\d+/g, '\\d+')
    .replaceAll('…', '.*');
