import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ForeignBackup } from '../../electron/adapters/files/foreign-backup.ts';
import { sharedFiles } from '../../electron/adapters/files/shared-files.ts';
import type { SharedFile, SharedFiles, TextEdit } from '../../electron/core/aws-files/port.ts';
import { FailureError, failure } from '../../electron/core/base/failure.ts';
import { FakeSharedFiles } from '../fakes/shared-files.ts';

interface Stand {
  readonly files: SharedFiles;
  /** As another program writes and reads. */
  put(file: SharedFile, text: string): void;
  get(file: SharedFile): string;
  /** Changes when the file is written, even with the same text. */
  version(file: SharedFile): unknown;
  end(): void;
}

const STANDS: Record<string, () => Stand> = {
  'in memory': () => {
    const files = new FakeSharedFiles();
    return {
      files,
      put: (file, text) => {
        files.texts[file] = text;
      },
      get: (file) => files.texts[file],
      version: () => files.writes,
      end: () => {},
    };
  },
  'on disk': () => {
    const home = mkdtempSync(join(tmpdir(), 'daypass-shared-'));
    const files = sharedFiles({}, home, {
      backup: new ForeignBackup(join(home, 'backup')),
      journal: join(home, 'unfinished'),
    });
    return {
      files,
      put: (file, text) => {
        mkdirSync(dirname(files.path(file)), { recursive: true });
        writeFileSync(files.path(file), text, 'latin1');
      },
      get: (file) => readFileSync(files.path(file), 'latin1'),
      version: (file) => {
        const { ino, mtimeNs } = statSync(files.path(file), { bigint: true });
        return `${ino} ${mtimeNs}`;
      },
      end: () => rmSync(home, { recursive: true }),
    };
  },
};

const replaced = (text: string): TextEdit => ({ ok: true, text, changed: true });
const append = (more: string) => (text: string) => replaced(text + more);

describe.each(Object.entries(STANDS))('%s', (_, open) => {
  let stand: Stand;
  beforeEach(() => {
    stand = open();
  });
  afterEach(() => stand.end());

  test('no file is an empty text, and the first edit makes it', async () => {
    expect(await stand.files.read('credentials')).toBe('');
    await stand.files.edit('credentials', (text) => {
      expect(text).toBe('');
      return replaced('[a]\n');
    });
    expect(await stand.files.read('credentials')).toBe('[a]\n');
    expect(stand.get('credentials')).toBe('[a]\n');
    expect(await stand.files.read('config')).toBe('');
  });

  test('every byte comes back as it was, and what another program writes is read', async () => {
    const bytes = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte)).join('');
    stand.put('config', bytes);
    expect(await stand.files.read('config')).toBe(bytes);
    await stand.files.edit('config', append(bytes));
    expect(stand.get('config')).toBe(bytes + bytes);
  });

  test('an edit that changes nothing writes nothing', async () => {
    stand.put('credentials', '[a]\n');
    const before = stand.version('credentials');
    await stand.files.edit('credentials', (text) => ({ ok: true, text, changed: false }));
    expect(stand.version('credentials')).toEqual(before);
  });

  test.each<[string, () => TextEdit]>([
    ['says', () => ({ ok: false, failure: failure('profile.not-ours', { section: 'a' }) })],
    [
      'throws',
      () => {
        throw new FailureError('profile.not-ours', { section: 'a' });
      },
    ],
  ])('an edit that %s no changes nothing', async (how, edit) => {
    stand.put('credentials', '[a]\n');
    const before = stand.version('credentials');
    const path = how === 'says' ? { path: stand.files.path('credentials') } : {};
    await expect(stand.files.edit('credentials', edit)).rejects.toMatchObject({
      failure: { code: 'profile.not-ours', params: { section: 'a', ...path } },
    });
    expect(stand.version('credentials')).toEqual(before);
  });

  test('many edits in the same moment, refused ones among them, lose nothing', async () => {
    const edits = Array.from({ length: 60 }, (_, i) =>
      i % 6 === 5
        ? stand.files.edit('credentials', () => ({ ok: false, failure: failure('file.failed') })).catch(() => {})
        : stand.files.edit(i % 2 ? 'config' : 'credentials', append(`${i}\n`)),
    );
    await Promise.all(edits);
    const lines = (file: SharedFile) => stand.get(file).trimEnd().split('\n').map(Number);
    const all = Array.from({ length: 60 }, (_, i) => i).filter((i) => i % 6 !== 5);
    expect(lines('credentials')).toEqual(all.filter((i) => i % 2 === 0));
    expect(lines('config')).toEqual(all.filter((i) => i % 2 === 1));
  });

  test('what another program writes meanwhile is edited, not lost', async () => {
    stand.put('credentials', 'theirs\n');
    let edits = 0;
    await stand.files.edit('credentials', (text) => {
      if (++edits < 4) stand.put('credentials', `${text}more\n`);
      return replaced(`${text}ours\n`);
    });
    expect(stand.get('credentials')).toBe('theirs\nmore\nmore\nmore\nours\n');
    expect(edits).toBe(4);
  });

  test('to a program that never stops writing the file is left', async () => {
    let theirs = 'theirs\n';
    stand.put('credentials', theirs);
    const edit = stand.files.edit('credentials', (text) => {
      theirs = `${text}more\n`;
      stand.put('credentials', theirs);
      return replaced('ours\n');
    });
    await expect(edit).rejects.toMatchObject({
      failure: { code: 'file.changed-meanwhile', params: { path: stand.files.path('credentials') } },
    });
    expect(stand.get('credentials')).toBe(theirs);
    await stand.files.edit('credentials', append('ours\n'));
    expect(stand.get('credentials')).toBe(`${theirs}ours\n`);
  });
});

describe('where the files are', () => {
  const home = resolve('/home/ann');
  const at = (env: Record<string, string>) => {
    const files = sharedFiles(env, home, { backup: new ForeignBackup('/nowhere'), journal: '/nowhere' });
    return [files.path('credentials'), files.path('config')];
  };
  test.each<[Record<string, string>, string[]]>([
    [{}, ['/home/ann/.aws/credentials', '/home/ann/.aws/config']],
    [{ AWS_SHARED_CREDENTIALS_FILE: '/x/c', AWS_CONFIG_FILE: '/x/d' }, ['/x/c', '/x/d']],
    [{ AWS_SHARED_CREDENTIALS_FILE: '' }, ['/home/ann/.aws/credentials', '/home/ann/.aws/config']],
    [{ AWS_SHARED_CREDENTIALS_FILE: '~/c', AWS_CONFIG_FILE: '~other/d' }, ['/home/ann/c', '~other/d']],
  ])('%j', (env, paths) => {
    expect(at(env)).toEqual(paths.map((path) => resolve(path)));
  });
});

test('a program that writes between the last look and the rename is seen all the same', async () => {
  const home = mkdtempSync(join(tmpdir(), 'daypass-shared-'));
  try {
    const files = sharedFiles({}, home, {
      backup: new ForeignBackup(join(home, 'backup')),
      journal: join(home, 'unfinished'),
    });
    mkdirSync(join(home, '.aws'));
    const path = files.path('credentials');
    writeFileSync(path, 'theirs\n');
    // Our temporary file is written and brought to the disk by now; theirs comes while that lasts.
    let written = 0;
    const watcher = watch(join(home, '.aws'), (_, name) => {
      if (!name?.endsWith('.daypass') || written > 0) return;
      written++;
      appendFileSync(path, 'more\n');
    });
    try {
      for (let i = 0; i < 40 && written === 0; i++) await files.edit('credentials', append(`ours ${i}\n`));
    } finally {
      watcher.close();
    }
    expect(written).toBe(1);
    expect(readFileSync(path, 'utf8')).toContain('more\n');
  } finally {
    rmSync(home, { recursive: true });
  }
});
