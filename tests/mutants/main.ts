/**
 * npm run mutants -- [--count N] [--seed N] [--under FOLDER_OR_FILE …]: changes core in small ways, one at a time and in
 * memory only, and names the changes that no unit test notices.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Mutant, mutantsOf } from './mutants-of.ts';
import { ROOT, Trials } from './trials.ts';

interface Change extends Mutant {
  /** From the root of the repository. */
  readonly file: string;
  readonly source: string;
}

const CORE = 'electron/core';
/** What a mutant in words for people would show is that no test repeats them. */
const WORDS = /^electron\/core\/i18n\/(?:en|zh-tw)/;

function filesUnder(path: string): readonly string[] {
  const whole = join(ROOT, path);
  if (statSync(whole).isFile()) return [path];
  const names = readdirSync(whole, { recursive: true, encoding: 'utf8' }).map((name) =>
    join(path, name).replaceAll('\\', '/'),
  );
  return names.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !WORDS.test(name)).sort();
}

function changesOf(file: string): readonly Change[] {
  const source = readFileSync(join(ROOT, file), 'utf8');
  return mutantsOf(source).map((mutant) => ({ ...mutant, file, source }));
}

/** The same choice for the same seed and the same files; each mutant at most once. */
function choose<T>(from: readonly T[], count: number, seed: number): readonly T[] {
  let state = seed;
  // Mulberry32.
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const order = from.map((item) => ({ item, at: random() })).sort((a, b) => a.at - b.at);
  return order.slice(0, count).map(({ item }) => item);
}

const mutated = ({ source, start, end, text }: Change): string => source.slice(0, start) + text + source.slice(end);
const lineOf = ({ source, start }: Change): number => source.slice(0, start).split('\n').length;

/** The lines that are changed, before and after. */
function diffOf(change: Change): string {
  const { source, start, end, text } = change;
  const from = source.lastIndexOf('\n', start - 1) + 1;
  const to = source.indexOf('\n', end);
  const [old, made] = [source.slice(from, to), source.slice(from, start) + text + source.slice(end, to)];
  return [...old.split('\n').map((line) => `  - ${line}`), ...made.split('\n').map((line) => `  + ${line}`)].join('\n');
}

const short = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 60) || '(nothing)';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    under: { type: 'string', multiple: true, default: [CORE] },
  },
});
const all = [...new Set(values.under.flatMap(filesUnder))].flatMap(changesOf);
const chosen = choose(all, Number(values.count), Number(values.seed));
console.log(`${chosen.length} of ${all.length} mutants under ${values.under.join(', ')}, seed ${values.seed}`);

const trials = await Trials.open();
const survivors: Change[] = [];
for (const change of chosen) {
  const started = Date.now();
  const { end, by } = await trials.try(join(ROOT, change.file), mutated(change));
  if (end === 'survived') survivors.push(change);
  const what = `${short(change.source.slice(change.start, change.end))} → ${short(change.text)}`;
  const seconds = ((Date.now() - started) / 1_000).toFixed(1);
  console.log(`${end.padEnd(8)} ${change.file}:${lineOf(change)}  ${what}  (${seconds} s${by ? `, ${by}` : ''})`);
}
await trials.close();

const killed = chosen.length - survivors.length;
console.log(`\n${killed} of ${chosen.length} killed (${((100 * killed) / Math.max(chosen.length, 1)).toFixed(1)} %)`);
for (const change of survivors) console.log(`\n${change.file}:${lineOf(change)}\n${diffOf(change)}`);
