import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ForeignBackup } from '../../electron/adapters/files/foreign-backup.ts';
import { sealedFiles } from '../../electron/adapters/files/sealed-files.ts';
import { sharedFiles } from '../../electron/adapters/files/shared-files.ts';
import type { TextEdit } from '../../electron/core/aws-files/port.ts';
import { type FailureError, failure } from '../../electron/core/base/failure.ts';
import { isWine } from '../world/is-wine.ts';
import { buildWriter } from './files-program.ts';
import { isWhole, numberOf } from './files-version.ts';
import { until } from './until.ts';

const NOBODY = 65_534;
const root = process.getuid?.() === 0;
/** Windows has no modes: a home is its owner's there, and of a file it is told only whether it may be written. */
const windows = process.platform === 'win32';
const mode = (path: string) => statSync(path).mode & 0o777;
const as = (posix: number) => (windows ? (posix & 0o200 ? 0o666 : 0o444) : posix);
const to = (text: string) => (): TextEdit => ({ ok: true, text, changed: true });
const temporaries = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.daypass'));

let program: string;
let home: string;
let aws: string;
let credentials: string;

beforeAll(async () => {
  program = await buildWriter();
});
afterAll(() => rmSync(join(program, '..'), { recursive: true }));

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'daypass-files-'));
  aws = join(home, '.aws');
  credentials = join(aws, 'credentials');
});
afterEach(() => rmSync(home, { recursive: true }));

const files = () =>
  sharedFiles({}, home, { backup: new ForeignBackup(join(home, 'backup')), journal: join(home, 'unfinished') });
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('it was not refused'),
    (thrown: FailureError) => thrown.failure,
  );

type Writer = ChildProcessByStdio<null, Readable, null>;
function start(what: string, { umask = '22', uid = process.getuid?.(), times = 'Infinity' } = {}): Writer {
  const args = [program, home, umask, what, times];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'], ...(uid !== undefined && { uid }) });
}
const ended = (writer: Writer) => new Promise<void>((resolve) => writer.on('close', () => resolve()));
const saying = async (writer: Writer): Promise<string> => {
  let text = '';
  writer.stdout.on('data', (data) => {
    text += data;
  });
  await ended(writer);
  return text.trim().split('\n').at(-1) ?? '';
};
/** Resolves once it has said that it has made the edit of this number, or a later one. */
const written = (writer: Writer, number = 0) =>
  new Promise<void>((resolve, reject) => {
    let said = '';
    writer.stdout.on('data', (text) => {
      said += text;
      if (Number(said.split('\n').at(-2)) >= number) resolve();
    });
    writer.on('close', () => reject(new Error(`it ended, having said ${said}`)));
  });

describe.skipIf(windows)('modes', () => {
  test('the folder and the file are made for the owner alone', async () => {
    await files().edit('credentials', to('[a]\n'));
    expect([mode(aws), mode(credentials)]).toEqual([0o700, 0o600]);
  });

  test('a file that others could read no longer can be, and a folder is left as it is', async () => {
    mkdirSync(aws, { mode: 0o755 });
    writeFileSync(credentials, '[a]\n', { mode: 0o644 });
    await files().edit('credentials', to('[b]\n'));
    expect([mode(aws), mode(credentials)]).toEqual([0o755, 0o600]);
  });

  test('of the config file, which others may read, the mode stays', async () => {
    mkdirSync(aws);
    const config = join(aws, 'config');
    writeFileSync(config, '[default]\n');
    chmodSync(config, 0o644);
    await files().edit('config', to('[b]\n'));
    expect(mode(config)).toBe(0o644);
    rmSync(config);
    await files().edit('config', to('[b]\n'));
    expect(mode(config)).toBe(0o600);
  });

  test.each(['versions', 'sealed'])('without any mask no file is open to others at any moment: %s', async (what) => {
    const folder = what === 'sealed' ? join(home, '.daypass/sessions') : aws;
    const writer = start(what, { umask: '0' });
    await written(writer);
    const seen: string[] = [];
    const look = () => {
      for (const name of readdirSync(folder)) {
        const found = statSync(join(folder, name), { throwIfNoEntry: false });
        if (found) seen.push(`${name.endsWith('.daypass') ? 'temporary' : name} ${(found.mode & 0o777).toString(8)}`);
      }
    };
    await until(async () => {
      for (let i = 0; i < 100; i++) {
        look();
        await new Promise((resolve) => setImmediate(resolve));
      }
      return seen.filter((one) => one.startsWith('temporary')).length > 500;
    });
    writer.kill('SIGKILL');
    await ended(writer);
    expect([...new Set(seen)].sort()).toEqual([
      expect.stringMatching(/^(credentials|p1\.sealed) 600$/),
      'temporary 600',
    ]);
    expect(mode(folder)).toBe(0o700);
  });

  test.runIf(root)('whoever the file belongs to, it still does', async () => {
    mkdirSync(aws);
    writeFileSync(credentials, '[a]\n');
    chownSync(credentials, NOBODY, NOBODY);
    await files().edit('credentials', to('[b]\n'));
    const { uid, gid } = statSync(credentials);
    expect([uid, gid, mode(credentials)]).toEqual([NOBODY, NOBODY, 0o600]);
  });
});

// Not every user of Windows may make one, and Wine has none.
describe.skipIf(isWine || (windows && !process.env.CI))('links', () => {
  const elsewhere = () => join(home, 'dotfiles');
  beforeEach(() => {
    mkdirSync(aws);
    mkdirSync(elsewhere());
  });

  test.each<[string, () => void]>([
    ['an absolute link', () => symlinkSync(join(elsewhere(), 'real'), credentials)],
    ['a relative link', () => symlinkSync('../dotfiles/real', credentials)],
    [
      'a chain of links over folders',
      () => {
        symlinkSync('../dotfiles/second', credentials);
        symlinkSync('third', join(elsewhere(), 'second'));
        symlinkSync(join(elsewhere(), 'real'), join(elsewhere(), 'third'));
      },
    ],
  ])('%s stays, and what it leads to is edited', async (_, link) => {
    link();
    const target = readlinkSync(credentials);
    for (const [before, after] of [
      [null, '[a]\n'],
      ['[a]\n', '[b]\n'],
    ] as const) {
      // The first time it dangles.
      expect(existsSync(join(elsewhere(), 'real'))).toBe(before !== null);
      await files().edit('credentials', to(after));
      expect(lstatSync(credentials).isSymbolicLink()).toBe(true);
      expect(readlinkSync(credentials)).toBe(target);
      expect(readFileSync(join(elsewhere(), 'real'), 'utf8')).toBe(after);
      expect(mode(join(elsewhere(), 'real'))).toBe(as(0o600));
    }
    expect([...temporaries(aws), ...temporaries(elsewhere())]).toEqual([]);
  });

  test('links that go round in a circle are refused', async () => {
    symlinkSync('other', credentials);
    symlinkSync('credentials', join(aws, 'other'));
    const { code, params } = await refusal(files().edit('credentials', to('x')));
    expect([code, params.reason]).toEqual(['file.failed', 'ELOOP']);
  });

  test('a link into a folder that is not there is refused', async () => {
    symlinkSync('../nowhere/real', credentials);
    expect((await refusal(files().edit('credentials', to('x')))).code).toBe('file.failed');
    expect(existsSync(join(home, 'nowhere'))).toBe(false);
  });
});

describe('what cannot be written says so and stays as it was', () => {
  test('a read-only file, even for root', async () => {
    mkdirSync(aws);
    writeFileSync(credentials, '[a]\n', { mode: 0o400 });
    const { code, params } = await refusal(files().edit('credentials', to('x')));
    expect([code, params.path]).toEqual(['file.read-only', credentials]);
    expect(readFileSync(credentials, 'utf8')).toBe('[a]\n');
    expect([mode(credentials), temporaries(aws)]).toEqual([as(0o400), []]);
  });

  test('a folder in its place', async () => {
    mkdirSync(credentials, { recursive: true });
    expect(await refusal(files().read('credentials'))).toMatchObject({
      code: 'file.failed',
      params: { reason: 'EISDIR' },
    });
  });

  test('a file in the place of its folder', async () => {
    writeFileSync(aws, '');
    const { code } = await refusal(files().edit('credentials', to('x')));
    expect(code).toBe('file.failed');
  });

  describe.runIf(root)('as another user', () => {
    const failing = async (what = 'versions') => JSON.parse(await saying(start(what, { uid: NOBODY, times: '1' })));
    beforeEach(() => chmodSync(home, 0o755));

    test('a home in which no folder can be made', async () => {
      expect(await failing()).toEqual(failure('file.read-only', { path: aws, reason: 'EACCES' }));
      expect(await failing('sealed')).toMatchObject({ code: 'file.read-only' });
    });

    test('a folder in which no file can be made', async () => {
      mkdirSync(aws, { mode: 0o755 });
      mkdirSync(join(home, '.daypass'), { mode: 0o777 });
      chownSync(join(home, '.daypass'), NOBODY, NOBODY);
      expect(await failing()).toEqual(failure('file.read-only', { path: credentials, reason: 'EACCES' }));
    });

    test('a file that may not be read', async () => {
      mkdirSync(aws, { mode: 0o755 });
      writeFileSync(credentials, '[a]\n', { mode: 0o600 });
      expect(await failing()).toEqual(failure('file.unreadable', { path: credentials }));
    });
  });

  test('a full disk', async (context) => {
    mkdirSync(aws);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', aws], { stdio: 'ignore' });
    } catch {
      return context.skip('needs the right to mount a small disk');
    }
    try {
      await files().edit('credentials', to('[a]\n'));
      const { code, params } = await refusal(files().edit('credentials', to('x'.repeat(400_000))));
      expect([code, params.path]).toEqual(['file.disk-full', credentials]);
      expect(readFileSync(credentials, 'utf8')).toBe('[a]\n');
      expect(temporaries(aws)).toEqual([]);
      // Filled to the last byte by somebody else, it still takes nothing away.
      try {
        writeFileSync(join(aws, 'theirs'), 'x'.repeat(400_000));
      } catch {}
      expect((await refusal(files().edit('credentials', to('[b]\n'.repeat(2_000))))).code).toBe('file.disk-full');
      expect(readFileSync(credentials, 'utf8')).toBe('[a]\n');
      rmSync(join(aws, 'theirs'));
      await files().edit('credentials', to('[b]\n'));
      expect(readFileSync(credentials, 'utf8')).toBe('[b]\n');
    } finally {
      execFileSync('umount', [aws]);
    }
  });
});

describe('killed at any moment', () => {
  const ROUNDS = 60;

  test.each([
    ['versions', () => credentials, 'latin1'],
    ['sealed', () => join(home, '.daypass/sessions/p1.sealed'), 'utf8'],
  ] as const)('it leaves a whole file, and not one older than it has said: %s', async (what, file, encoding) => {
    const folder = join(file(), '..');
    const round = async (number: number) => {
      const writer = start(what, { umask: '0' });
      await written(writer, number);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 12));
      writer.kill('SIGKILL');
      await ended(writer);
      const text = readFileSync(file(), encoding);
      expect(isWhole(text)).toBe(true);
      expect(numberOf(text)).toBeGreaterThanOrEqual(number);
      for (const name of readdirSync(folder)) expect(mode(join(folder, name))).toBe(as(0o600));
    };
    for (let i = 0; i < ROUNDS; i++) await round(i % 8);
    // On until it has also been killed in the middle of its work: then something lies beside the file.
    await until(async () => temporaries(folder).length > 0 || round(1).then(() => false));
  });

  test('what it left beside the file is taken away by the next that comes, once it is old', async () => {
    mkdirSync(aws);
    const names = ['.credentials.0123456789ab.daypass', '.credentials.ba9876543210.daypass'];
    const others = ['.credentials.swp', '.config.0123456789ab.daypass', 'credentials.daypass'];
    for (const name of [...names, ...others]) writeFileSync(join(aws, name), 'secret', { mode: 0o600 });
    const old = new Date(Date.now() - 11 * 60_000);
    for (const name of [names[0] ?? '', ...others]) utimesSync(join(aws, name), old, old);
    await files().edit('credentials', to('[a]\n'));
    expect(readdirSync(aws).sort()).toEqual(['credentials', names[1] ?? '', ...others].sort());
  });
});

test('two programs at once never mix their texts', async () => {
  const writers = [start('versions'), start('versions')];
  await Promise.all(writers.map((writer) => written(writer)));
  for (let i = 0; i < 300; i++) {
    expect(isWhole(readFileSync(credentials, 'latin1'))).toBe(true);
    await new Promise((resolve) => setImmediate(resolve));
  }
  for (const writer of writers) writer.kill('SIGKILL');
  await Promise.all(writers.map(ended));
});

describe('the copy of what somebody else wrote', () => {
  const copy = () => join(home, 'backup/credentials');

  test('is made before the first edit, and stays through our own', async () => {
    mkdirSync(aws);
    writeFileSync(credentials, 'theirs\n');
    const ours = files();
    for (const text of ['ours 1\n', 'ours 2\n', 'ours 3\n']) await ours.edit('credentials', to(text));
    expect(readFileSync(copy(), 'utf8')).toBe('theirs\n');
    expect([mode(copy()), mode(join(home, 'backup'))]).toEqual([as(0o600), as(0o700)]);
    writeFileSync(credentials, 'theirs again\n');
    await ours.edit('credentials', to('ours 4\n'));
    expect(readFileSync(copy(), 'utf8')).toBe('theirs again\n');
  });

  const session = '[x-mfa]\naws_access_key_id = ASIA1\naws_session_token = secret\nmanager = daypass\n';

  test('holds no session of ours, though somebody else has written the file since', async () => {
    mkdirSync(aws);
    writeFileSync(credentials, `[theirs]\nregion = x\n${session}`);
    await files().edit('credentials', to('ours\n'));
    expect(readFileSync(copy(), 'utf8')).toBe('[theirs]\nregion = x\n');
    writeFileSync(credentials, `${session}[x-mfa]\n`);
    await files().edit('credentials', to('ours\n'));
    expect(existsSync(copy())).toBe(false);
  });

  test('goes when the file that it is a copy of holds nothing any more', async () => {
    mkdirSync(aws);
    writeFileSync(credentials, 'theirs\n');
    await files().edit('credentials', to('ours\n'));
    writeFileSync(credentials, '');
    await files().edit('credentials', to('ours\n'));
    expect(existsSync(copy())).toBe(false);
  });

  test('of an earlier version loses its sessions at the start', async () => {
    mkdirSync(join(home, 'backup'));
    writeFileSync(copy(), `[theirs]\n${session}`);
    await new ForeignBackup(join(home, 'backup')).tidy();
    expect(readFileSync(copy(), 'utf8')).toBe('[theirs]\n');
  });

  test('where it cannot be made, nothing is edited', async () => {
    mkdirSync(aws);
    writeFileSync(credentials, 'theirs\n');
    writeFileSync(join(home, 'backup'), '');
    expect((await refusal(files().edit('credentials', to('ours\n')))).code).toBe('file.failed');
    expect(readFileSync(credentials, 'utf8')).toBe('theirs\n');
  });
});

test('sealed texts that cannot be read or removed say so', async () => {
  const sealed = sealedFiles(join(home, 'sessions'));
  mkdirSync(join(home, 'sessions/p1.sealed'), { recursive: true });
  expect((await refusal(sealed.read('p1'))).code).toBe('file.failed');
  expect((await refusal(sealed.remove('p1'))).code).toBe('file.failed');
});
