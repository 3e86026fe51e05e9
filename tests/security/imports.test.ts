// Who imports whom in core: no circles, features only downwards, and what is drawn never from what draws it; and what the
// page loads of it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync, Visitor } from 'vite';
import { describe, expect, test } from 'vitest';

const CORE = join(import.meta.dirname, '../../electron/core');
const PAGE = join(import.meta.dirname, '../../renderer');

/** From below to above: a folder imports only from the rows before its own. */
const ROWS = [
  ['base'],
  ['aws', 'policy'],
  ['aws-files', 'kept', 'i18n'],
  ['settings'],
  ['keys', 'authenticator'],
  ['session'],
  ['browser-sign-in'],
  ['identity-center'],
  ['sources', 'daily', 'git', 'enrolment'],
  ['doctor'],
  ['explain'],
  ['app'],
  ['surfaces'],
];

const EXCEPTIONS: Record<string, string> = {};

/** All that the file names to be loaded, types as well. */
function importsOf(text: string, name = 'file.ts'): readonly string[] {
  const found: string[] = [];
  const take = (source: unknown) => {
    if (source && typeof source === 'object' && 'value' in source) found.push(String(source.value));
  };
  new Visitor({
    ImportDeclaration: ({ source }) => take(source),
    ExportNamedDeclaration: ({ source }) => take(source),
    ExportAllDeclaration: ({ source }) => take(source),
    ImportExpression: ({ source }) => take(source),
    TSImportType: ({ source }) => take(source),
  }).visit(parseSync(name, text, { sourceType: 'module' }).program);
  return found;
}

const files = readdirSync(CORE, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
  .sort();
const named = new Map(files.map((file) => [file, importsOf(readFileSync(join(CORE, file), 'utf8'))]));
const graph = new Map(
  [...named].map(([file, names]) => [file, names.map((name) => posix.join(posix.dirname(file), name))]),
);
const edges = [...graph].flatMap(([from, to]) => to.map((file) => ({ from, to: file })));
const folderOf = (file: string): string => file.split('/', 1)[0] ?? '';
const shown = ({ from, to }: { readonly from: string; readonly to: string }) => `${from} → ${to}`;

/** The first circle that a walk comes upon, or null. */
function circleIn(imports: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): readonly string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of imports.get(file) ?? []) {
      const circle = walk(next, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of imports.keys()) {
    const circle = walk(file, []);
    if (circle) return circle;
  }
  return null;
}

describe('the reading itself', () => {
  test('finds imports of every kind', () => {
    const text = [
      "import a from './a.ts';",
      "import type { B } from './b.ts';",
      "import './c.ts';",
      "export { d } from './d.ts';",
      "export * from './e.ts';",
      "const f = import('./f.ts');",
      "type G = import('./g.ts').G;",
      "const h = \"import x from './h.ts'\"; // import './h.ts'",
    ].join('\n');
    expect([...importsOf(text)].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `./${name}.ts`));
  });

  test('finds a circle, and none where there is none', () => {
    const line = new Map([
      ['a', ['b', 'c']],
      ['b', ['c']],
      ['c', []],
    ]);
    expect(circleIn(line)).toBeNull();
    expect(circleIn(new Map([...line, ['c', ['b']]]))).toEqual(['b', 'c', 'b']);
  });

  test('has read all of core', () => {
    expect(files.length).toBeGreaterThan(150);
    expect(edges.length).toBeGreaterThan(500);
    expect([...new Set(files.filter((file) => file.includes('/')).map(folderOf))].sort()).toEqual(ROWS.flat().sort());
  });
});

test('core imports nothing but files of its own', () => {
  const foreign = [...named].flatMap(([file, names]) =>
    names.filter((name) => !/^\.\.?\//.test(name)).map((name) => shown({ from: file, to: name })),
  );
  expect(foreign).toEqual([]);
  expect(edges.filter(({ to }) => to.startsWith('..') || !existsSync(join(CORE, to))).map(shown)).toEqual([]);
});

test('no file imports itself by way of others', () => {
  expect(circleIn(graph)).toBeNull();
});

test('surfaces are imported by nobody, and the app by nobody but them', () => {
  const into = (folder: string, allowed: readonly string[]) =>
    edges.filter(({ from, to }) => folderOf(to) === folder && !allowed.includes(folderOf(from))).map(shown);
  expect(into('surfaces', ['surfaces'])).toEqual([]);
  expect(into('app', ['app', 'surfaces'])).toEqual([]);
});

test('a feature imports only what lies below it', () => {
  const rowOf = (file: string) => ROWS.findIndex((row) => row.includes(folderOf(file)));
  const upwards = edges
    .filter(({ from, to }) => folderOf(from) !== folderOf(to) && rowOf(to) >= rowOf(from))
    .map(shown);
  expect(upwards.filter((edge) => !(edge in EXCEPTIONS))).toEqual([]);
  // What is an exception no more is not listed as one.
  expect(Object.keys(EXCEPTIONS).filter((edge) => !upwards.includes(edge))).toEqual([]);
});

test('the page loads the texts of one language: no file of it leads to both', () => {
  const page = readdirSync(PAGE, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  expect(page.length).toBeGreaterThan(80);
  const into = page.flatMap((file) =>
    importsOf(readFileSync(join(PAGE, file), 'utf8'), file)
      .map((name) => posix.join('renderer', posix.dirname(file.replaceAll('\\', '/')), name))
      .filter((name) => name.startsWith('electron/core/'))
      .map((name) => ({ from: file, to: name.slice('electron/core/'.length) })),
  );
  expect(into.length).toBeGreaterThan(150);
  const leads = (file: string, seen = new Set<string>()): boolean => {
    if (file === 'i18n/messages.ts') return true;
    if (seen.has(file)) return false;
    seen.add(file);
    return (graph.get(file) ?? []).some((next) => leads(next, seen));
  };
  expect(leads('app/notices.ts')).toBe(true);
  expect(into.filter(({ to }) => leads(to)).map(shown)).toEqual([]);
});
