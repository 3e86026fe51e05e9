// What is of files on Windows alone: they can be in the way while others have them open, be marked read-only or hidden, and lie
// deeper than 260 signs.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ensureFile } from '../../electron/adapters/files/ensure-file.ts';
import { filePlaces } from '../../electron/adapters/files/file-places.ts';
import { ForeignBackup } from '../../electron/adapters/files/foreign-backup.ts';
import { prepareHome } from '../../electron/adapters/files/home-folder.ts';
import { replaceFile } from '../../electron/adapters/files/replace-file.ts';
import { sealedFiles } from '../../electron/adapters/files/sealed-files.ts';
import { sharedFiles } from '../../electron/adapters/files/shared-files.ts';
import { sweepTemporaries } from '../../electron/adapters/files/temporary.ts';
import { asTextEdit } from '../../electron/core/aws-files/text-edit.ts';
import { removeProfile, writeProfile } from '../../electron/core/aws-files/write-profile.ts';
import type { FailureError } from '../../electron/core/base/failure.ts';
import { hide, holdOpen, SHARED } from '../world/windows-files.ts';

const SESSION = {
  accessKeyId: 'ASIAABCDEFGHIJKLWXYZ',
  secretAccessKey: 'secret/key',
  sessionToken: 'token==',
  expiresAt: Date.UTC(2026, 10, 28),
};

const title = process.platform === 'win32' ? 'files on Windows' : 'files on Windows (skipped: not Windows)';

describe.skipIf(process.platform !== 'win32')(title, () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'daypass-windows-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const homeAt = (home: string) => {
    mkdirSync(join(home, '.aws'), { recursive: true });
    const [backup, journal] = [new ForeignBackup(join(home, 'backup')), join(home, 'unfinished')];
    const files = sharedFiles({}, home, { backup, journal });
    return { files, credentials: files.path('credentials'), aws: join(home, '.aws') };
  };
  const to = (text: string) => () => ({ ok: true, text, changed: true }) as const;
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => expect.fail('it was not refused'),
      ({ failure: { code, params } }: FailureError) => [code, params.path, params.reason],
    );
  const temporaries = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.daypass'));

  test.each(Object.entries(SHARED))(
    'a file that another program has open for a moment, sharing %s, is replaced once it is closed',
    async (_, share) => {
      const { files, credentials, aws } = homeAt(root);
      writeFileSync(credentials, '[a]\n');
      const close = holdOpen(credentials, share);
      const edit = files.edit('credentials', to('[b]\n'));
      await pause(300);
      close();
      await edit;
      expect(readFileSync(credentials, 'utf8')).toBe('[b]\n');
      expect(temporaries(aws)).toEqual([]);
    },
  );

  test('a file that stays open is left as it is, and said to be in use; later it can be written', async () => {
    const { files, credentials, aws } = homeAt(root);
    writeFileSync(credentials, '[a]\n');
    const close = holdOpen(credentials, SHARED.readingAndWriting);
    try {
      expect(await refusal(files.edit('credentials', to('[b]\n')))).toEqual(['file.failed', credentials, 'EBUSY']);
    } finally {
      close();
    }
    expect([readFileSync(credentials, 'utf8'), temporaries(aws)]).toEqual(['[a]\n', []]);
    await files.edit('credentials', to('[b]\n'));
    expect(readFileSync(credentials, 'utf8')).toBe('[b]\n');
  });

  test('what another program writes while the file is in use is not lost', async () => {
    const { files, credentials } = homeAt(root);
    writeFileSync(credentials, '[a]\n');
    const close = holdOpen(credentials, SHARED.readingAndWriting);
    const edit = files.edit('credentials', (text) => ({ ok: true, text: `${text}[ours]\n`, changed: true }));
    await pause(200);
    writeFileSync(credentials, '[a]\n[theirs]\n');
    close();
    await edit;
    expect(readFileSync(credentials, 'utf8')).toBe('[a]\n[theirs]\n[ours]\n');
  });

  test('a read-only file is refused and stays so, but is no hindrance to a rehearsal', async () => {
    const { files, credentials, aws } = homeAt(root);
    writeFileSync(credentials, '[a]\n');
    chmodSync(credentials, 0o444);
    expect(await refusal(files.edit('credentials', to('[b]\n')))).toEqual(['file.read-only', credentials, undefined]);
    await files.rehearse('credentials', to('[b]\n'));
    expect([readFileSync(credentials, 'utf8'), temporaries(aws)]).toEqual(['[a]\n', []]);
    await expect(replaceFile(credentials, Buffer.from('x'))).rejects.toMatchObject({
      failure: { code: 'file.read-only' },
    });
    chmodSync(credentials, 0o666);
    await files.edit('credentials', to('[b]\n'));
    expect(readFileSync(credentials, 'utf8')).toBe('[b]\n');
  });

  test('a hidden file is edited', async () => {
    const { files, credentials } = homeAt(root);
    writeFileSync(credentials, '[a]\n');
    hide(credentials);
    await files.edit('credentials', to('[b]\n'));
    expect(readFileSync(credentials, 'utf8')).toBe('[b]\n');
  });

  test('a home deeper than 260 signs is a home', async () => {
    const home = join(root, ...Array.from({ length: 8 }, (_, i) => `${i}-${'long '.repeat(8).trim()}`));
    const { files, credentials, aws } = homeAt(home);
    expect(credentials.length).toBeGreaterThan(300);
    for (const text of ['[a]\n', '[b]\n']) await files.edit('credentials', to(text));
    expect([await files.read('credentials'), temporaries(aws)]).toEqual(['[b]\n', []]);
    prepareHome(join(home, '.daypass'));
    const sealed = sealedFiles(join(home, '.daypass', 'sessions'));
    await sealed.write('p1', 'sealed');
    expect(await sealed.read('p1')).toBe('sealed');
    await sealed.setAside();
    expect(await sealed.read('p1')).toBeNull();
    await sweepTemporaries(aws);
  });

  test('line ends stay as they are, and ours are those of the file', async () => {
    const { files, credentials } = homeAt(root);
    const theirs = '[work]\r\naws_access_key_id = AKIAABCDEFGHIJKLMNOP\r\naws_secret_access_key = s\r\n';
    writeFileSync(credentials, theirs);
    await files.edit('credentials', (text) => asTextEdit(writeProfile(text, 'work-mfa', SESSION), 'work-mfa'));
    const written = readFileSync(credentials, 'utf8');
    expect(written.startsWith(theirs)).toBe(true);
    expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(written).toContain('aws_session_token = token==\r\n');
    await files.edit('credentials', (text) => asTextEdit(removeProfile(text, 'work-mfa'), 'work-mfa'));
    expect(readFileSync(credentials, 'utf8')).toBe(theirs);
  });

  test('names that are devices of Windows are files as any other', async () => {
    const sealed = sealedFiles(join(root, 'sessions'));
    const names = ['con', 'nul', 'aux', 'com1', 'lpt1', 'trailing.', 'a:b', 'CON'];
    for (const name of names) await sealed.write(name, `of ${name}`);
    for (const name of names) expect(await sealed.read(name)).toBe(`of ${name}`);
    expect(readdirSync(join(root, 'sessions'))).toHaveLength(names.length);
  });

  test('a script is put there once, and nobody is told that their files are too open', async () => {
    const script = join(root, 'daypass.cmd');
    for (const text of ['one', 'one', 'two']) await ensureFile(script, Buffer.from(text), 0o755);
    expect(readFileSync(script, 'utf8')).toBe('two');
    const { files } = homeAt(root);
    await files.edit('credentials', to('[a]\n'));
    const places = filePlaces(files.path, root);
    expect(await places.loose(['credentials'])).toEqual([]);
    expect([await places.isThere(script), await places.isThere(join(root, 'none.exe'))]).toEqual([true, false]);
    expect(existsSync(join(root, 'backup', 'credentials'))).toBe(false);
  });
});
