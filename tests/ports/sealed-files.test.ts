import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sealedFiles } from '../../electron/adapters/files/sealed-files.ts';
import type { SealedFiles } from '../../electron/core/kept/port.ts';
import { FakeSealedFiles } from '../fakes/sealed-files.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'daypass-sealed-'));
});
afterEach(() => rmSync(home, { recursive: true }));
const folder = () => join(home, 'sessions');

const STANDS: Record<string, () => SealedFiles> = {
  'in memory': () => new FakeSealedFiles(),
  'on disk': () => sealedFiles(folder()),
};

describe.each(Object.entries(STANDS))('%s', (_, open) => {
  test('what was written is read, until it is removed', async () => {
    const files = open();
    expect(await files.read('p1')).toBeNull();
    await files.remove('p1');
    await files.write('p1', 'first');
    await files.write('p1', 'zweites\n\u0000 第二');
    await files.write('p2', '');
    expect(await files.read('p1')).toBe('zweites\n\u0000 第二');
    expect(await files.read('p2')).toBe('');
    await files.remove('p1');
    expect(await files.read('p1')).toBeNull();
    expect(await files.read('p2')).toBe('');
  });

  test('different names are different texts, whatever is in them', async () => {
    const files = open();
    const names = ['p1', 'P1', '../p1', 'a/b', 'a\\b', 'a%2Fb', '.', '..', 'ä', 'con', '*', '?', 'a b', 'x'.repeat(64)];
    for (const name of names) await files.write(name, `of ${name}`);
    for (const name of names) expect(await files.read(name)).toBe(`of ${name}`);
  });

  test('under a name longer than any file’s there is nothing, as under any other that was never written', async () => {
    const files = open();
    for (const name of ['x'.repeat(300), '長'.repeat(100), 'X'.repeat(100_000)]) {
      expect(await files.read(name)).toBeNull();
      await files.remove(name);
    }
  });

  test('all that is there can be listed, by the names that it was written under', async () => {
    const files = open();
    expect(await files.names()).toEqual([]);
    const names = ['p1', 'P1', '../p1', 'a%2Fb', '.', 'ä', '家', '*', 'a b', 'x.sealed'];
    for (const name of names) await files.write(name, '');
    expect([...(await files.names())].sort()).toEqual([...names].sort());
    await files.remove('P1');
    expect(await files.names()).not.toContain('P1');
  });

  test('many at once', async () => {
    const files = open();
    await Promise.all(Array.from({ length: 40 }, (_, i) => files.write(`p${i % 8}`, `${i}`)));
    for (let i = 0; i < 8; i++) expect(Number(await files.read(`p${i}`)) % 8).toBe(i);
  });
});

describe('on disk', () => {
  const mode = (path: string) => statSync(path).mode & 0o777;

  test('where a file lies in the folder’s place nothing is kept, and what cannot be is said', async () => {
    writeFileSync(folder(), '');
    const files = sealedFiles(folder());
    expect(await files.read('p1')).toBeNull();
    await files.remove('p1');
    await expect(files.write('p1', 'x')).rejects.toMatchObject({
      failure: { code: 'file.failed', params: { path: folder() } },
    });
  });

  test('a file that is none of ours is not listed', async () => {
    const files = sealedFiles(folder());
    await files.write('p1', 'x');
    for (const name of [
      'notes.txt',
      'P2.sealed',
      '%ZZ.sealed',
      '%FF.sealed',
      '%2f.sealed',
      '.sealed.tmp',
      'p3.sealed~',
    ]) {
      writeFileSync(join(folder(), name), '');
    }
    expect(await files.names()).toEqual(['p1']);
  });

  test('nothing is outside its folder, and nothing else is left in it', async () => {
    const files = sealedFiles(folder());
    for (const name of ['../p1', 'a/b', '..', 'ä']) await files.write(name, 'x');
    expect(readdirSync(home)).toEqual(['sessions']);
    expect(readdirSync(folder())).toHaveLength(4);
    for (const name of readdirSync(folder())) expect(name).toMatch(/^[\w%.-]+\.sealed$/);
  });

  test('only the owner can read it, also where the folder was open before', async () => {
    const files = sealedFiles(folder());
    await files.write('p1', 'x');
    expect(mode(folder())).toBe(0o700);
    for (const name of readdirSync(folder())) expect(mode(join(folder(), name))).toBe(0o600);
    chmodSync(folder(), 0o755);
    await files.write('p1', 'y');
    expect(mode(folder())).toBe(0o700);
  });
});
